package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Compiles generated sources with the lock's ECJ, which writes the same class files whichever JDK it runs on. Its classes are loaded once and stay
 * warm for every module of a run.
 */
final class StubCompiler implements AutoCloseable {
    private static final String COMPILER = "org.eclipse.jdt.internal.compiler.tool.EclipseCompiler";
    private static final int ERRORS_TOLD = 10;

    private final URLClassLoader loader;
    private final int release;

    /** Loads the compiler from its jar. */
    StubCompiler(Path compilerJar, int release) throws ContractException {
        requireSignatures(Path.of(System.getProperty("java.home")));
        this.release = release;
        try {
            this.loader = new URLClassLoader(
                    "ecj", new URL[] {compilerJar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException("No URL for " + compilerJar + ".", e);
        }
    }

    /**
     * Compiles sources in memory.
     *
     * @param sources the text of each source file by its path
     * @param classPath what they may refer to besides the JDK and each other
     * @return the class files by path
     */
    SortedMap<String, byte[]> compile(SortedMap<String, byte[]> sources, List<Path> classPath)
            throws ContractException {
        JavaCompiler compiler = newCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        List<MemorySource> units = sources.entrySet().stream()
                .map(source -> new MemorySource(source.getKey(), new String(source.getValue(), StandardCharsets.UTF_8)))
                .toList();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                ClassOutput classes = new ClassOutput(files)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            boolean done = compiler.getTask(output, classes, diagnostics, options(), null, units)
                    .call();
            if (!done) {
                throw refused(diagnostics, output.toString());
            }
            return classes.written();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> options() {
        return List.of("--release", Integer.toString(release), "-g:lines,source", "-proc:none", "-nowarn");
    }

    private JavaCompiler newCompiler() {
        try {
            return (JavaCompiler) loader.loadClass(COMPILER).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The lock's compiler has no " + COMPILER + ".", e);
        }
    }

    private static void requireSignatures(Path javaHome) throws ContractException {
        if (!Files.isRegularFile(javaHome.resolve("lib").resolve("ct.sym"))) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "Stubs cannot be compiled: the Java runtime in " + javaHome
                            + " has no lib/ct.sym, which holds the API of older Java versions.",
                    "Run with a JDK 17 or newer instead of a JRE.");
        }
    }

    private static ContractException refused(DiagnosticCollector<JavaFileObject> diagnostics, String output) {
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.getDiagnostics().stream()
                .filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        String told = errors.stream().limit(ERRORS_TOLD).map(StubCompiler::line).collect(Collectors.joining("; "));
        String more = errors.size() > ERRORS_TOLD ? "; and " + (errors.size() - ERRORS_TOLD) + " more" : "";
        return ContractException.of(
                Failure.CONTRACT,
                "The Java code that protoc generated does not compile: " + (errors.isEmpty() ? output.strip() : told)
                        + more + ".",
                "Two names of the contract may become one in Java, or a message or enum may be too large for a class file.");
    }

    private static String line(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        String place = source == null ? "" : source.getName() + ":" + error.getLineNumber() + ": ";
        return place + error.getMessage(Locale.ROOT).strip();
    }
}
