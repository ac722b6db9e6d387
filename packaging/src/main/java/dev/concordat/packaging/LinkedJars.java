package dev.concordat.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Jars whose lambdas and concatenations of strings are linked when they are packaged, instead of each time when a command first reaches them, and whose
 * slow beginnings are {@linkplain Shortcut shortened}.
 */
public final class LinkedJars {
    private static final String CLASS = ".class";

    private final List<Jar> jars = new ArrayList<>();
    private final Map<String, List<String>> membersByHost = new TreeMap<>();

    private LinkedJars() {}

    /**
     * Links the classes of jars in place.
     *
     * @param paths jars of one class path. The classes of lambdas go to the last one: opening a jar takes longer the more it holds, and the first is what
     *     every command opens
     * @throws IOException if a jar cannot be read or written
     */
    public static void main(String... paths) throws IOException {
        LinkedJars linked = new LinkedJars();
        for (String path : paths) {
            linked.jars.add(Jar.read(Path.of(path)));
        }
        linked.linkClasses();
        linked.addMembers();
        for (Jar jar : linked.jars) {
            jar.write();
        }
    }

    private void linkClasses() {
        for (Jar jar : jars) {
            for (Jar.Entry entry : jar.entries()) {
                // Below META-INF stand classes for newer versions of Java, which have the names of others.
                if (entry.name().endsWith(CLASS) && !entry.name().startsWith("META-INF/")) {
                    link(entry, jar);
                }
            }
        }
    }

    private void link(Jar.Entry entry, Jar jar) {
        ClassLinker linker = new ClassLinker(entry.bytes());
        linker.linked().ifPresent(bytes -> jar.put(new Jar.Entry(entry.name(), bytes, entry.time())));
        linker.lambdas().forEach((lambda, bytes) -> {
            jars.get(jars.size() - 1).put(new Jar.Entry(lambda + CLASS, bytes, entry.time()));
            membersByHost
                    .computeIfAbsent(linker.host(), host -> new ArrayList<>())
                    .add(lambda);
        });
    }

    private void addMembers() {
        membersByHost.forEach((host, members) -> {
            Jar jar = jars.stream()
                    .filter(candidate -> candidate.entry(host + CLASS).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The host of a nest is in none of the jars: " + host));
            Jar.Entry entry = jar.entry(host + CLASS).orElseThrow();
            jar.put(new Jar.Entry(entry.name(), ClassLinker.withMembers(entry.bytes(), members), entry.time()));
        });
    }
}
