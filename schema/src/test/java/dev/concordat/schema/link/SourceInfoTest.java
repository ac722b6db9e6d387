package dev.concordat.schema.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.process.ScratchDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares descriptors, locations and comments with protoc's, over the files of {@code source-info} and variants of them. */
final class SourceInfoTest {
    private static final Path ROOT = Path.of("src/test/resources/source-info");
    private static final long SECONDS = 60;

    @TempDir
    Path scratch;

    @Test
    void descriptorsAreThoseOfProtoc() throws IOException, InterruptedException {
        compare(text -> text);
    }

    @Test
    void carriageReturnsAndTabsAndFormFeedsAreCountedAsProtocDoes() throws IOException, InterruptedException {
        compare(text -> text.replace("\n", "\r\n").replace("  ", "\t").replace(";", "\f;"));
    }

    @Test
    void aByteOrderMarkMovesTheFirstLine() throws IOException, InterruptedException {
        compare(text -> "\uFEFF" + text);
    }

    @Test
    void aCommentBeforeEverySemicolonAndBraceIsAttachedAsProtocDoes() throws IOException, InterruptedException {
        compare(text -> text.replaceAll("(?m)^([^/*\n]*[;{}])$", "// Line.\n$1 /* Block. */"));
    }

    @Test
    void aBlankLineBehindEveryLineDetachesComments() throws IOException, InterruptedException {
        compare(text -> text.replace("\n", "\n\n"));
    }

    private void compare(UnaryOperator<String> variant) throws IOException, InterruptedException {
        List<ContractFile> files = files(variant);
        LinkResult result = Linker.link(files);
        assertEquals(
                List.of(), result.problems().stream().map(Problem::toString).toList());
        Map<String, FileDescriptorProto> expected = protoc(files);
        int compared = 0;
        for (LinkedFile file : result.files()) {
            FileDescriptorProto wanted = expected.get(file.path());
            if (wanted != null) {
                assertSame(
                        wanted,
                        FileDescriptorProto.parseFrom(
                                new LazyDescriptor(file).whole().toByteString()));
                compared++;
            }
        }
        assertEquals(files.size(), compared);
    }

    private static void assertSame(FileDescriptorProto wanted, FileDescriptorProto found) {
        List<SourceCodeInfo.Location> locations = wanted.getSourceCodeInfo().getLocationList();
        for (int at = 0; at < locations.size(); at++) {
            String where = wanted.getName() + ", location " + at;
            assertEquals(locations.get(at), found.getSourceCodeInfo().getLocation(at), where);
        }
        assertEquals(wanted, found);
    }

    private static List<ContractFile> files(UnaryOperator<String> variant) throws IOException {
        List<ContractFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(ROOT)) {
            for (Path path : paths.sorted().toList()) {
                String name = path.getFileName().toString();
                byte[] bytes = variant.apply(Files.readString(path)).getBytes(StandardCharsets.UTF_8);
                files.add(new ContractFile(name, Optional.of("."), new SourceText(name, bytes)));
            }
        }
        return files;
    }

    private Map<String, FileDescriptorProto> protoc(List<ContractFile> files) throws IOException, InterruptedException {
        Path protoc = Path.of(System.getProperty("protoc", "protoc")).toAbsolutePath();
        if (!Files.exists(protoc)) {
            System.out.println("Not compared: this platform has no protoc 36.2.");
        }
        Assumptions.assumeTrue(Files.exists(protoc));
        if (!Files.isExecutable(protoc) && !protoc.toFile().setExecutable(true)) {
            throw new IOException(protoc + " cannot be made executable.");
        }
        for (ContractFile file : BuiltInContracts.importedBy(files)) {
            ScratchDirectory.write(scratch, file);
        }
        List<String> command = new ArrayList<>(List.of(
                protoc.toString(), "--include_source_info", "--retain_options", "--descriptor_set_out=image.binpb"));
        for (ContractFile file : files) {
            ScratchDirectory.write(scratch, file);
            command.add(file.importPath());
        }
        Path messages = scratch.resolve("messages");
        Process process = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(messages.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), Files.readString(messages));
        Map<String, FileDescriptorProto> descriptors = new LinkedHashMap<>();
        FileDescriptorSet.parseFrom(Files.readAllBytes(scratch.resolve("image.binpb")))
                .getFileList()
                .forEach(file -> descriptors.put(file.getName(), file));
        return descriptors;
    }
}
