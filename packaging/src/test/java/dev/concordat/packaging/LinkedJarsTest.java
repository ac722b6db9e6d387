package dev.concordat.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What Java links itself is the truth about what is linked when jars are packaged. */
final class LinkedJarsTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 2, 3, 4, 5, 6);

    @TempDir
    private Path directory;

    @Test
    void linkedClassesDoWhatTheyDidBefore() throws Exception {
        Path own = samples();
        Path libraries = jar("libraries.jar", Map.of());
        Map<String, String> before = results(own, libraries);
        assertTrue(before.size() > 20, before::toString);

        LinkedJars.main(own.toString(), libraries.toString());

        assertEquals(before, results(own, libraries));
    }

    @Test
    void nothingIsLeftToLinkButWhatCanBeSerialized() throws Exception {
        Path own = samples();
        Path libraries = jar("libraries.jar", Map.of());
        assertTrue(leftToLink(own).containsAll(Set.of("metafactory", "makeConcatWithConstants", "bootstrap")));

        LinkedJars.main(own.toString(), libraries.toString());

        // The concatenation that is left is the one of texts with the marks of recipes in them.
        assertEquals(Set.of("altMetafactory", "makeConcatWithConstants"), leftToLink(own));
        assertEquals(Set.of(), leftToLink(libraries));
    }

    @Test
    void lambdasAreInTheLastJarAndEverythingElseIsWhereItWas() throws Exception {
        Path own = samples();
        Path libraries = jar("libraries.jar", Map.of("other/text.txt", "text".getBytes(StandardCharsets.UTF_8)));
        List<String> before = names(own);

        LinkedJars.main(own.toString(), libraries.toString());

        assertEquals(before, names(own));
        List<String> after = names(libraries);
        assertEquals("other/text.txt", after.get(0));
        assertTrue(after.size() > 30, after::toString);
        assertTrue(
                after.stream().skip(1).allMatch(name -> name.matches("samples/Samples.*\\$\\$Lambda\\$\\d+\\.class")),
                after::toString);
        assertTrue(Jar.read(libraries).entries().stream()
                .allMatch(entry -> entry.time().equals(TIME)));
    }

    @Test
    void theSameJarsAreLinkedToTheSameBytesAndLinkedOnesStay() throws Exception {
        Path own = samples();
        Path libraries = jar("libraries.jar", Map.of());
        Path copy = Files.copy(own, directory.resolve("copy.jar"));
        Path copyOfLibraries = jar("copy-of-libraries.jar", Map.of());
        byte[] original = Files.readAllBytes(own);

        LinkedJars.main(own.toString(), libraries.toString());
        LinkedJars.main(copy.toString(), copyOfLibraries.toString());

        assertFalse(Arrays.equals(original, Files.readAllBytes(own)));
        assertArrayEquals(Files.readAllBytes(own), Files.readAllBytes(copy));
        assertArrayEquals(Files.readAllBytes(libraries), Files.readAllBytes(copyOfLibraries));
        LinkedJars.main(own.toString(), libraries.toString());
        assertArrayEquals(Files.readAllBytes(copy), Files.readAllBytes(own));
        assertArrayEquals(Files.readAllBytes(copyOfLibraries), Files.readAllBytes(libraries));
    }

    /** Without nests, another class cannot call the private methods that lambdas are. */
    @Test
    void lambdasOfOlderClassFilesAreLeftToJava() throws Exception {
        Path own = compiled("9", """
                package samples;

                public final class Samples {
                    public static String lambda() {
                        java.util.function.IntFunction<String> plus = a -> "plus " + a;
                        return plus.apply(3);
                    }
                }
                """);
        Path libraries = jar("libraries.jar", Map.of());
        assertEquals(Map.of("lambda", "plus 3"), results(own, libraries));

        LinkedJars.main(own.toString(), libraries.toString());

        assertEquals(Map.of("lambda", "plus 3"), results(own, libraries));
        assertEquals(Set.of("metafactory"), leftToLink(own));
        assertEquals(List.of(), names(libraries));
    }

    private Path samples() throws IOException {
        return compiled("17", Files.readString(Path.of("src/test/resources/samples/Samples.java")));
    }

    /** A jar of what javac makes of the source of {@code samples.Samples} for a release of Java. */
    private Path compiled(String release, String source) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources/samples"));
        Path classes = directory.resolve("classes");
        Path file = Files.writeString(sources.resolve("Samples.java"), source);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                OutputStream.nullOutputStream(),
                                null,
                                "--release",
                                release,
                                "-d",
                                classes.toString(),
                                file.toString()));
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return jar("own.jar", entries);
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(TIME);
                out.putNextEntry(header);
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    private static List<String> names(Path jar) throws IOException {
        return Jar.read(jar).entries().stream().map(Jar.Entry::name).toList();
    }

    /** What the public methods of the samples return, by name. */
    private static Map<String, String> results(Path... jars) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        Map<String, String> results = new TreeMap<>();
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (Method method : loader.loadClass("samples.Samples").getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    results.put(method.getName(), (String) method.invoke(null));
                }
            }
        }
        return results;
    }

    /** The names of the methods that link what is linked when it is reached. */
    private static Set<String> leftToLink(Path jar) throws IOException {
        Set<String> left = new TreeSet<>();
        for (Jar.Entry entry : Jar.read(jar).entries()) {
            new ClassReader(entry.bytes())
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        String signature,
                                        String[] exceptions) {
                                    return new MethodVisitor(Opcodes.ASM9) {
                                        @Override
                                        public void visitInvokeDynamicInsn(
                                                String name, String descriptor, Handle bootstrap, Object... arguments) {
                                            left.add(bootstrap.getName());
                                        }
                                    };
                                }
                            },
                            0);
        }
        return left;
    }
}
