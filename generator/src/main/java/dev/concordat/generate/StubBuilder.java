package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Import;
import dev.concordat.schema.Problem;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds the artifacts of modules, the same bytes from the same contracts on every machine. One compiler stays warm for all of a run. */
public final class StubBuilder implements AutoCloseable {
    private final Toolchain tools;
    private final Libraries libraries;
    private final StubCompiler compiler;
    private final Path scratch;
    private final Map<Schema, Map<String, CompiledModule>> compiled = new LinkedHashMap<>();

    /**
     * A builder.
     *
     * @param javaRelease the Java version that class files are for
     * @param scratch a directory of its own, made when needed, which outlives it
     */
    public StubBuilder(Toolchain tools, MavenSource maven, int javaRelease, Path scratch) throws ContractException {
        this.tools = tools;
        this.libraries = new Libraries(maven);
        this.compiler = new StubCompiler(tools.compilerJar(), javaRelease);
        this.scratch = scratch;
    }

    /** Builds all artifacts of a module and loads every class of them, as a consumer will. */
    public List<BuiltArtifact> build(StubRequest request, Path into) throws ContractException {
        Schema own = request.schema().ofModule(request.modulePath());
        List<Problem> unusable = StartOrder.problems(own.files());
        if (!unusable.isEmpty()) {
            throw new ContractException(Failure.CONTRACT, unusable);
        }
        ThirdParty others = new ThirdParty(request.imported(), tools.lock());
        CompiledModule module = compiled(request.schema(), request.modulePath(), others);
        StubArtifacts artifacts = new StubArtifacts(request, module, tools.lock(), into);
        List<BuiltArtifact> built = new ArrayList<>(artifacts.proto(dependencies(own, request, others)));
        if (!own.services().isEmpty()) {
            built.addAll(artifacts.grpc(grpcDependencies(own, request, others)));
        }
        checkLoading(request, module, others);
        return built;
    }

    /** Builds the POM of a BOM or a platform. */
    public List<BuiltArtifact> buildBom(BomRequest request, Path into) throws ContractException {
        Pom pom = request.pom(tools.lock());
        return List.of(StubArtifacts.write(pom.project(), "", "pom", pom.toBytes(), into));
    }

    @Override
    public void close() {
        compiler.close();
    }

    /** A module's classes, after those of the modules that it imports; each is compiled once a run. */
    private CompiledModule compiled(Schema schema, String modulePath, ThirdParty others) throws ContractException {
        Map<String, CompiledModule> modules = compiled.computeIfAbsent(schema, key -> new LinkedHashMap<>());
        CompiledModule known = modules.get(modulePath);
        if (known != null) {
            return known;
        }
        List<Path> classPath = new ArrayList<>();
        for (String imported : reachedModules(schema, modulePath)) {
            classPath.add(compiled(schema, imported, others).messageJar());
        }
        classPath.addAll(libraries.classPath(reachedLibraries(schema, modulePath, others)));
        GeneratedSources sources = GeneratedSources.of(schema, modulePath, tools);
        SortedMap<String, byte[]> all = new TreeMap<>(sources.messages());
        all.putAll(sources.stubs());
        SortedMap<String, byte[]> classes = compiler.compile(all, classPath);
        CompiledModule module = new CompiledModule(sources, classes, messageJar(sources, classes, modules.size()));
        modules.put(modulePath, module);
        return module;
    }

    private Path messageJar(GeneratedSources sources, SortedMap<String, byte[]> classes, int number) {
        Path jar = scratch.resolve("compiled-%s-%s.jar".formatted(compiled.size(), number));
        try {
            Files.createDirectories(scratch);
            JarFileWriter.write(jar, JarManifest.of(Map.of()), CompiledModule.messageClasses(sources, classes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private void checkLoading(StubRequest request, CompiledModule module, ThirdParty others) throws ContractException {
        List<Path> classPath = new ArrayList<>();
        for (String imported : reachedModules(request.schema(), request.modulePath())) {
            classPath.add(compiled(request.schema(), imported, others).messageJar());
        }
        classPath.addAll(libraries.classPath(reachedLibraries(request.schema(), request.modulePath(), others)));
        LoadingCheck.check(request.id(), module.classes(), classPath);
    }

    /** The other modules that a module imports, directly or not. */
    private static Set<String> reachedModules(Schema schema, String modulePath) {
        Set<String> modules = new LinkedHashSet<>();
        reached(schema, modulePath)
                .forEach(file -> file.module()
                        .filter(module -> !module.equals(modulePath))
                        .ifPresent(modules::add));
        return modules;
    }

    private List<Coordinates> reachedLibraries(Schema schema, String modulePath, ThirdParty others)
            throws ContractException {
        Set<Coordinates> found = new LinkedHashSet<>();
        Lock lock = tools.lock();
        found.add(lock.library(Lock.PROTOBUF));
        found.add(lock.library(Lock.GRPC_STUB));
        found.add(lock.library(Lock.GRPC_PROTOBUF));
        for (ProtoFile file : reached(schema, modulePath)) {
            if (file.module().isEmpty()) {
                found.add(others.artifact(file.path()));
            }
        }
        return found.stream().sorted().toList();
    }

    private static List<ProtoFile> reached(Schema schema, String modulePath) {
        return schema.reachableFrom(schema.ofModule(modulePath).files().stream()
                .map(ProtoFile::path)
                .toList());
    }

    /** What the messages' POM declares: the modules and the libraries that the contracts import. */
    private List<Coordinates> dependencies(Schema own, StubRequest request, ThirdParty others)
            throws ContractException {
        Set<Coordinates> found = new LinkedHashSet<>();
        found.add(tools.lock().library(Lock.PROTOBUF));
        for (ProtoFile file : own.files()) {
            for (Import imported : file.imports()) {
                Optional<String> module = request.schema().file(imported.path()).flatMap(ProtoFile::module);
                if (module.isEmpty()) {
                    found.add(others.artifact(imported.path()));
                } else if (!module.get().equals(request.modulePath())) {
                    found.add(request.dependency(module.get()));
                }
            }
        }
        return found.stream().sorted().toList();
    }

    private List<Coordinates> grpcDependencies(Schema own, StubRequest request, ThirdParty others)
            throws ContractException {
        Set<Coordinates> found = new LinkedHashSet<>(dependencies(own, request, others));
        found.add(request.proto());
        found.add(tools.lock().library(Lock.GRPC_STUB));
        found.add(tools.lock().library(Lock.GRPC_PROTOBUF));
        return found.stream().sorted().toList();
    }
}
