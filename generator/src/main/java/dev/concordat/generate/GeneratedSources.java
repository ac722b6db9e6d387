package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.process.ChildProcess;
import dev.concordat.schema.process.Limits;
import dev.concordat.schema.process.Result;
import dev.concordat.schema.process.ScratchDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Java sources that protoc and its gRPC plugin write for one module, by path.
 *
 * @param messages the classes of messages, enums and files
 * @param stubs the classes of services
 */
record GeneratedSources(SortedMap<String, byte[]> messages, SortedMap<String, byte[]> stubs) {
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final int DIAGNOSTIC_BYTES = 4 << 20;
    private static final long WRITTEN_BYTES = 512L << 20;

    /** Runs protoc on private copies of a module's contracts and of all that they import. */
    static GeneratedSources of(Schema schema, String modulePath, Toolchain tools) throws ContractException {
        List<String> own = schema.ofModule(modulePath).files().stream()
                .map(ProtoFile::path)
                .toList();
        boolean services = !schema.ofModule(modulePath).services().isEmpty();
        try (ScratchDirectory scratch = ScratchDirectory.create("concordat-generate")) {
            Path messages = Files.createDirectory(scratch.path().resolve("messages"));
            Path stubs = Files.createDirectory(scratch.path().resolve("stubs"));
            List<String> arguments =
                    new ArrayList<>(List.of(input(schema, own, scratch.path()), "--java_out=messages"));
            if (services) {
                arguments.add("--plugin=protoc-gen-grpc-java=" + tools.grpcPlugin());
                // Without @Generated, whose package differs between Java versions and is in no artifact of ours.
                arguments.add("--grpc-java_out=@generated=omit:stubs");
            }
            arguments.addAll(own);
            Files.write(scratch.path().resolve("arguments"), arguments);
            run(tools.protoc(), scratch.path());
            return new GeneratedSources(javaFiles(messages), javaFiles(stubs));
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "Code of \"%s\" could not be generated: %s.".formatted(modulePath, Reasons.of(e)),
                    "Check that the temporary directory is writable and has space.");
        }
    }

    /** Writes what protoc reads: the contracts, or, where managed mode sets options that are written nowhere, their descriptors. */
    private static String input(Schema schema, List<String> own, Path scratch) throws IOException {
        List<ProtoFile> files = schema.reachableFrom(own);
        if (files.stream().anyMatch(file -> file.managed().isPresent())) {
            Files.write(scratch.resolve("contracts.binpb"), schema.image(own).toByteArray());
            return "--descriptor_set_in=contracts.binpb";
        }
        Path contracts = Files.createDirectory(scratch.resolve("contracts"));
        for (ProtoFile file : files) {
            ScratchDirectory.write(contracts, new ContractFile(file.path(), file.module(), file.text()));
        }
        return "--proto_path=contracts";
    }

    private static void run(Path protoc, Path scratch) throws ContractException {
        Result result = ChildProcess.run(
                List.of(protoc.toString(), "@arguments"),
                scratch,
                new Limits(TIME, DIAGNOSTIC_BYTES, scratch, WRITTEN_BYTES));
        if (result.exitCode() != 0) {
            String said = result.stderr()
                    .lines()
                    .limit(5)
                    .reduce((a, b) -> a + " / " + b)
                    .orElse("nothing");
            throw ContractException.of(
                    Failure.CONTRACT,
                    "protoc generated no code and ended with status %s: %s.".formatted(result.exitCode(), said),
                    "The contracts compile, so look for names that clash in Java.");
        }
    }

    private static SortedMap<String, byte[]> javaFiles(Path directory) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
