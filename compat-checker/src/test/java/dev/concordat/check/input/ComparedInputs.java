package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.check.Violation;
import dev.concordat.check.input.BreakingRequest.Limit;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.UserCaches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Two directories of contracts, "before" and "now", that are compared. */
record ComparedInputs(Path directory) {

    /** A workspace of modules: their paths, or what {@code buf.yaml} says of them in braces. */
    void modules(String side, String... modules) throws IOException {
        write(
                side,
                "buf.yaml",
                Arrays.stream(modules)
                        .map(module -> "  - %s\n".formatted(module.startsWith("{") ? module : "path: " + module))
                        .collect(Collectors.joining("", "version: v2\nmodules:\n", "")));
    }

    /** A contract whose package is named after its directory, and whose message after itself. */
    void contract(String side, String module, String name) throws IOException {
        int slash = name.indexOf('/');
        String packageName = slash < 0 ? "p" : name.substring(0, slash);
        write(side, module + "/" + name + ".proto", """
                syntax = "proto3";
                package %s;
                message %s {}
                """.formatted(packageName, name.substring(slash + 1)));
    }

    /** Several of them. */
    void contracts(String side, String module, String... names) throws IOException {
        for (String name : names) {
            contract(side, module, name);
        }
    }

    /** A file with this text. */
    void write(String side, String file, String text) throws IOException {
        Path path = directory.resolve(side).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** An image of contracts as {@link #contract} writes them without a directory. */
    void image(String name, String... contracts) throws IOException {
        Files.write(directory.resolve(name), image(contracts).toByteArray());
    }

    /** A stub jar of such contracts. */
    void jar(String name, String... contracts) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            jar.putNextEntry(new ZipEntry("META-INF/concordat/contracts.binpb"));
            image(contracts).writeTo(jar);
            for (String contract : contracts) {
                jar.putNextEntry(new ZipEntry(contract + ".proto"));
            }
        }
    }

    private static FileDescriptorSet image(String... contracts) {
        FileDescriptorSet.Builder image = FileDescriptorSet.newBuilder();
        for (String contract : contracts) {
            image.addFileBuilder()
                    .setName(contract + ".proto")
                    .setPackage("p")
                    .setSyntax("proto3")
                    .addMessageTypeBuilder()
                    .setName(contract);
        }
        return image.build();
    }

    /** What is told of all that is there. */
    List<String> told() throws ContractException {
        return told("now", "before");
    }

    /** What is told of two inputs, of which the paths are asked for. */
    List<String> told(String now, String before, String... paths) throws ContractException {
        return told(directory, List.of(), now, before, paths);
    }

    /** What is told of two inputs, as they are called in a directory, without the excluded paths. */
    List<String> told(Path working, List<String> excluded, String now, String before, String... paths)
            throws ContractException {
        return messages(compare(working, excluded, List.of(), now, before, paths));
    }

    /** What is told of two inputs within limits. */
    List<String> told(Limit limit, String now, String before) throws ContractException {
        return messages(compare(directory, List.of(), List.of(limit), now, before));
    }

    /** What else there is to know of a comparison. */
    List<String> notes(String now, String before) throws ContractException {
        return compare(directory, List.of(), List.of(), now, before).notes();
    }

    private static List<String> messages(BreakingResult result) {
        return result.violations().stream().map(Violation::message).toList();
    }

    private static BreakingResult compare(
            Path working, List<String> excluded, List<Limit> limits, String now, String before, String... paths)
            throws ContractException {
        InputCompiler compiler = new InputCompiler(
                working, new ByteArrayInputStream(new byte[0]), Dependencies.in(UserCaches.of(Map.of())));
        BreakingRequest request = new BreakingRequest(
                InputReference.parse(now),
                InputReference.parse(before),
                Optional.empty(),
                Optional.empty(),
                List.of(paths),
                excluded,
                limits);
        return new InputComparison(compiler).compare(request);
    }

    /** Holds that a comparison is refused, and why. */
    void refuses(String why, String now, String before, String... paths) {
        String told = assertThrows(ContractException.class, () -> told(now, before, paths))
                .toString();
        assertTrue(told.contains(why), told);
    }

    /** What is told of a file that is gone. */
    static String deleted(String name) {
        return "File \"%s.proto\" was deleted. Restore it; contracts that import it no longer compile.".formatted(name);
    }

    /** What is told of a file that is in another module. */
    static String moved(String name, String module) {
        return "File \"%s.proto\" was moved to module \"%s\". Move it back; who depends on its old module alone no longer has it."
                .formatted(name, module);
    }
}
