package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is packaged, in jars whose lambdas and concatenations are linked. */
final class PackagedCommandIT {
    /** Lambdas that Java makes classes of while a command waits, and what it makes the methods of records with. protobuf's class files are older. */
    private static final Pattern MADE = Pattern.compile(
            "(dev\\.concordat|org\\.(eclipse|snakeyaml))\\..*\\$\\$Lambda(\\$\\d+)?/.*|java\\.lang\\.runtime\\.ObjectMethods .*");

    private static final Pattern NOT_NEEDED =
            Pattern.compile("^(java\\.text\\.DecimalFormatSymbols|sun\\.security\\.provider\\.Sun) ");

    @TempDir
    private Path directory;

    @Test
    void noClassIsMadeWhileContractsAreCompared() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("registry"));
        registry.edit(ScratchRegistry.ROUTE_GUIDE, ScratchRegistry::swapped);

        List<String> loaded = loadedBy(registry.directory(), "breaking", "--against", ".git#branch=main");

        assertTrue(loaded.stream().anyMatch(line -> line.startsWith("dev.concordat.check.witness.WireSearch")));
        assertEquals(List.of(), loaded.stream().filter(MADE.asMatchPredicate()).toList());
        assertEquals(List.of(), loaded.stream().filter(NOT_NEEDED.asPredicate()).toList());
    }

    /** What they did before was to look for Android in all jars, for the digits of a locale and for the JDK's security provider. */
    @Test
    void libraryMethodsThatTookTimeForNothingAreShort() throws ReflectiveOperationException, IOException {
        URL jar = Path.of(System.getProperty("jar")).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            assertNull(method(loader, "com.google.protobuf.Android", "getClassForName", String.class)
                    .invoke(null, "java.lang.String"));
            assertEquals(
                    "4.36.2-dev",
                    method(
                                    loader,
                                    "com.google.protobuf.RuntimeVersion",
                                    "versionString",
                                    int.class,
                                    int.class,
                                    int.class,
                                    String.class)
                            .invoke(null, 4, 36, 2, "-dev"));
            assertEquals(
                    "dev.concordat.schema.source.Sha1",
                    method(loader, "org.eclipse.jgit.lib.Constants", "newMessageDigest")
                            .invoke(null)
                            .getClass()
                            .getName());
        }
    }

    private static Method method(ClassLoader loader, String owner, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = loader.loadClass(owner).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    /** Runs the command with findings as its end; returns the lines of what is loaded. */
    private List<String> loadedBy(Path where, String... arguments) throws IOException, InterruptedException {
        Path log = directory.resolve("loaded.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log + ":none",
                "-jar",
                System.getProperty("jar")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(100, process.waitFor());
        return Files.readAllLines(log);
    }
}
