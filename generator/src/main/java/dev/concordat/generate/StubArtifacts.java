package dev.concordat.generate;

import com.google.protobuf.CodedOutputStream;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packs one module's code, contracts and documentation into the files that are published. */
final class StubArtifacts {
    private final StubRequest request;
    private final CompiledModule module;
    private final Lock lock;
    private final Path into;
    private final Schema own;

    StubArtifacts(StubRequest request, CompiledModule module, Lock lock, Path into) {
        this.request = request;
        this.module = module;
        this.lock = lock;
        this.into = into;
        this.own = request.schema().ofModule(request.modulePath());
    }

    /** The messages: classes, contracts and descriptors; sources; documentation; POM. */
    List<BuiltArtifact> proto(List<Coordinates> dependencies) throws ContractException {
        SortedMap<String, byte[]> jar = CompiledModule.messageClasses(module.sources(), module.classes());
        jar.putAll(contracts());
        jar.put("META-INF/concordat/" + request.id() + ".binpb", descriptors());
        SortedMap<String, byte[]> sources = new TreeMap<>(module.sources().messages());
        sources.putAll(contracts());
        Pom pom = pom(request.proto(), "Messages of the contracts in " + request.id() + ".", dependencies);
        return files(pom, jar, sources);
    }

    /** The service stubs. */
    List<BuiltArtifact> grpc(List<Coordinates> dependencies) throws ContractException {
        Pom pom = pom(request.grpc(), "gRPC stubs of the services in " + request.id() + ".", dependencies);
        return files(pom, module.stubClasses(), module.sources().stubs());
    }

    /** Writes one file under the name that it has in a repository. */
    static BuiltArtifact write(Coordinates project, String classifier, String extension, byte[] bytes, Path into)
            throws ContractException {
        String suffix = classifier.isEmpty() ? "" : "-" + classifier;
        Path file = into.resolve(project.artifactId() + "-" + project.version() + suffix + "." + extension);
        try {
            Files.createDirectories(into);
            Files.write(file, bytes);
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "\"%s\" cannot be written: %s.".formatted(file, Reasons.of(e)),
                    "Check that the directory is writable and has space.");
        }
        return new BuiltArtifact(
                project.groupId(), project.artifactId(), project.version(), classifier, extension, file);
    }

    private List<BuiltArtifact> files(Pom pom, SortedMap<String, byte[]> jar, SortedMap<String, byte[]> sources)
            throws ContractException {
        Coordinates project = pom.project();
        byte[] manifest = manifest(project);
        return List.of(
                write(project, "", "pom", pom.toBytes(), into),
                write(project, "sources", "jar", JarFileWriter.toBytes(manifest, sources), into),
                write(project, "javadoc", "jar", JarFileWriter.toBytes(manifest, documentation()), into),
                write(project, "", "jar", JarFileWriter.toBytes(manifest, jar), into));
    }

    private Pom pom(Coordinates project, String description, List<Coordinates> dependencies) {
        return new Pom(project, "jar", project.artifactId(), description, request.info(), dependencies, List.of());
    }

    private byte[] manifest(Coordinates project) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("Implementation-Title", project.artifactId());
        attributes.put("Implementation-Version", project.version());
        attributes.put("Concordat-Protoc", lock.tool(Lock.PROTOC).artifact().version());
        attributes.put(
                "Concordat-Grpc-Plugin", lock.tool(Lock.GRPC_PLUGIN).artifact().version());
        attributes.put(
                "Concordat-Compiler",
                "ecj " + lock.tool(Lock.COMPILER).artifact().version());
        attributes.put("Concordat-Stub-Format", Integer.toString(lock.stubFormat()));
        attributes.put("Concordat-Input-Digest", request.inputDigest());
        return JarManifest.of(attributes);
    }

    private SortedMap<String, byte[]> contracts() {
        SortedMap<String, byte[]> contracts = new TreeMap<>();
        own.files().forEach(file -> contracts.put(file.path(), file.text().bytes()));
        return contracts;
    }

    private SortedMap<String, byte[]> documentation() {
        return new ContractDocumentation(request.schema(), own, request.id(), request.version()).pages();
    }

    /** The module's descriptors with source info and those of all that it imports, so that any protobuf runtime can load them. */
    private byte[] descriptors() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            request.schema()
                    .image(own.files().stream().map(ProtoFile::path).toList())
                    .writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
