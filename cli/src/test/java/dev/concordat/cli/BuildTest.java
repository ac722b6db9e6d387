package dev.concordat.cli;

import static dev.concordat.cli.ScratchRegistry.ROUTE_GUIDE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildTest {
    private static final String IMPORT_PATH = "routeguide/v1/route_guide.proto";

    @TempDir
    private Path directory;

    private ScratchRegistry registry;

    @BeforeEach
    void takeTheContracts() throws IOException, InterruptedException {
        registry = ScratchRegistry.create(directory.resolve("a"));
    }

    @Test
    void saysNothingOfContractsThatCompile() {
        assertEquals(new Outcome(0, "", ""), registry.concordat("build"));
        assertEquals(new Outcome(0, "", ""), registry.concordat("build", ".git#branch=main", "-o", "/dev/null"));
        assertEquals(new Outcome(0, "[]\n", ""), registry.concordat("build", "--error-format", "gitlab-code-quality"));
    }

    @Test
    void printsWhatDoesNotCompileAsBufDoes() throws IOException {
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 latitude = 1 [", "int33 latitude = 1 ["));
        Outcome text = registry.concordat("build", "-o", "image.binpb");
        assertEquals(100, text.status(), text.toString());
        assertTrue(text.out().startsWith(ROUTE_GUIDE + ":69:3: "), text.out());
        assertEquals(1, text.out().lines().count(), text.out());
        Outcome json = registry.concordat("build", "--error-format", "json");
        assertEquals(100, json.status());
        assertTrue(
                json.out().startsWith("{\"path\":\"" + ROUTE_GUIDE + "\",\"start_line\":69,\"start_column\":3,"),
                json.out());
        assertTrue(json.out().contains("\"type\":\"COMPILE\""), json.out());
        assertTrue(Files.notExists(registry.directory().resolve("image.binpb")));
        Outcome stream = registry.concordat("build", "-o", "-");
        assertEquals("", stream.out());
        assertTrue(stream.err().startsWith(ROUTE_GUIDE + ":69:3: "), stream.err());
    }

    @Test
    void anImageHoldsFilesImportsAndSourceInfo() throws IOException {
        FileDescriptorSet image = image("image.binpb");
        List<String> paths = paths(image);
        assertTrue(paths.indexOf("google/protobuf/duration.proto") < paths.indexOf(IMPORT_PATH), paths.toString());
        assertEquals(
                " Point is a place on Earth (WGS 84) in E7: degrees multiplied by ten million and rounded, so that one unit is about a\n centimetre on the equator.\n",
                comment(image));
        assertArrayEquals(image.toByteArray(), image("again.binpb").toByteArray());
    }

    @Test
    void importsAndSourceInfoCanBeLeftOut() throws IOException {
        FileDescriptorSet image = image("image.bin", "--exclude-imports", "--exclude-source-info");
        assertEquals(List.of("concordat/options/v1/rpc.proto", IMPORT_PATH), paths(image));
        assertTrue(image.getFileList().stream().noneMatch(FileDescriptorProto::hasSourceCodeInfo));
    }

    @Test
    void pathsNarrowTheImage() throws IOException {
        FileDescriptorSet image = image("image.binpb", "--path", "options", "--exclude-imports");
        assertEquals(List.of("concordat/options/v1/rpc.proto"), paths(image));
        registry.edit(ROUTE_GUIDE, text -> text.replace("message Point", "massage Point"));
        assertEquals(0, registry.concordat("build", "--path", "options").status());
        assertEquals(100, registry.concordat("build").status());
        Outcome none = registry.concordat("build", "--path", "contracts/nobody");
        assertEquals(1, none.status());
        assertTrue(none.err().contains("Correct --path"), none.err());
    }

    @Test
    void pathsNarrowAnImageToo() throws IOException {
        image("all.binpb");
        FileDescriptorSet options = image("options.binpb", "all.binpb", "--path", "concordat");
        assertEquals(List.of("google/protobuf/descriptor.proto", "google/protobuf/duration.proto"), importsOf(options));
        assertRefused("Correct --path", "build", "all.binpb", "--path", "contracts/nobody");
    }

    @Test
    void importsOfAnImageAreThoseThatItMarks() throws IOException {
        image("all.binpb");
        List<String> both = List.of("concordat/options/v1/rpc.proto", IMPORT_PATH);
        assertEquals(both, paths(image("guide.binpb", "all.binpb", "--path", "routeguide", "--exclude-imports")));
        assertEquals(both, paths(image("rest.binpb", "all.binpb", "--exclude-path", "concordat", "--exclude-imports")));
        String duration = "google/protobuf/duration.proto";
        assertEquals(List.of(duration), paths(image("one.binpb", "all.binpb", "--path", duration)));
        assertEquals(List.of(duration), paths(image("again.binpb", "one.binpb", "--exclude-imports")));
        assertRefused("Correct --path", "build", "all.binpb", "--path", duration, "--exclude-imports");
    }

    private static List<String> importsOf(FileDescriptorSet image) {
        return paths(image).stream()
                .filter(path -> path.startsWith("google/"))
                .sorted()
                .toList();
    }

    @Test
    void aFileIsBuiltWithItsPackageIfThatIsAsked() throws IOException {
        String second = ROUTE_GUIDE.replace("route_guide", "second");
        registry.write(second, "syntax = \"proto3\";\npackage routeguide.v1;\nmessage Second {}\n");
        assertEquals(List.of("routeguide/v1/second.proto"), paths(image("one.binpb", second, "--exclude-imports")));
        assertEquals(
                List.of(IMPORT_PATH, "routeguide/v1/second.proto"),
                paths(image("two.binpb", second + "#include_package_files=true", "--exclude-imports")));
    }

    @Test
    void ourCompilerAndProtocWriteTheSameImage() throws IOException {
        assertEquals(0, registry.concordat("build", "-o", "ours.json").status());
        Outcome protoc = registry.concordat("build", "--with-protoc", "--output", "theirs.json");
        assertEquals(0, protoc.status(), protoc.toString());
        assertEquals(filesOf(read("theirs.json")), filesOf(read("ours.json")));
    }

    @Test
    void imagesAreConverted() throws IOException {
        assertEquals(0, registry.concordat("build", "-o", "image.json.zst").status());
        byte[] binary = stream(new byte[0], "build", "image.json.zst", "-o", "-");
        assertEquals(0, registry.concordat("build", "-o", "image.json").status());
        assertEquals(read("image.json"), text(stream(binary, "build", "-", "-o", "-#format=json")));

        byte[] text = stream(binary, "build", "-", "-o", "-#format=txtpb,compression=gzip");
        assertEquals(
                0,
                registry.concordat("build", "-o", "set.json", "--as-file-descriptor-set")
                        .status());
        assertEquals(
                read("set.json"),
                text(stream(text, "build", "-#format=txtpb,compression=gzip", "-o", "-#format=json")));
    }

    @Test
    void anImageIsComparedWithItsSources() throws IOException {
        for (String name : List.of("image.binpb.gz", "image.json", "image.yaml")) {
            assertEquals(0, registry.concordat("build", "-o", name).status());
            Outcome breaking = registry.concordat("breaking", "--against", name);
            assertEquals(0, breaking.status(), breaking.toString());
        }
        registry.edit(ROUTE_GUIDE, ScratchRegistry::swapped);
        Outcome breaking = registry.concordat("breaking", "--against", "image.json");
        assertEquals(100, breaking.status(), breaking.toString());
        assertTrue(breaking.out().startsWith(ROUTE_GUIDE + ":69:20: FIELD_SAME_NUMBER: "), breaking.out());
    }

    @Test
    void takesOrRefusesTheFlagsOfBuf() throws IOException {
        String config = "{\"version\":\"v2\",\"modules\":[{\"path\":\"options\"}]}";
        FileDescriptorSet image = image(
                "options.binpb", "--config", config, "--exclude-imports", "--debug", "-v", "--log-format", "json");
        assertEquals(List.of("concordat/options/v1/rpc.proto"), paths(image));
        assertRefused("\"concordat export --type", "build", "--type", "routeguide.v1.Point");
        assertRefused("or use \"buf build\"", "build", "--exclude-source-retention-options");
        assertRefused(
                "\"missing.yaml\" of --config cannot be read: there is no such file",
                "build",
                "--config",
                "missing.yaml");
    }

    @Test
    void badFlagsAreNamed() {
        assertRefused("\"image.pb\" does not tell the format of an image.", "build", "-o", "image.pb");
        assertRefused("there is no such directory", "build", "-o", "nowhere/image.binpb");
        assertRefused("Unknown flag \"--excludeimports\". Did you mean", "build", "--excludeimports");
    }

    private void assertRefused(String text, String... arguments) {
        Outcome outcome = registry.concordat(arguments);
        assertEquals(1, outcome.status(), outcome.toString());
        assertTrue(outcome.err().contains(text), outcome.err());
        assertEquals("", outcome.out());
    }

    private FileDescriptorSet image(String name, String... flags) throws IOException {
        String[] arguments = Arrays.copyOf(new String[] {"build", "-o", name}, flags.length + 3);
        System.arraycopy(flags, 0, arguments, 3, flags.length);
        assertEquals(new Outcome(0, "", ""), registry.concordat(arguments));
        return FileDescriptorSet.parseFrom(
                Files.readAllBytes(registry.directory().resolve(name)));
    }

    /** The files of an image in an order that does not depend on the compiler. */
    private static List<String> filesOf(String json) {
        return Arrays.stream(json.split("(?=\\{\"name\":\"[^\"]*\\.proto\")"))
                .map(file -> file.replaceFirst("(,|\\]\\}\n)$", ""))
                .sorted()
                .toList();
    }

    private String read(String name) throws IOException {
        return Files.readString(registry.directory().resolve(name));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What the command writes to standard output when it reads this from standard input. */
    private byte[] stream(byte[] in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                registry.directory(),
                new ByteArrayInputStream(in));
        int status = new Main(Commands.all(), terminal).run(List.of(arguments));
        assertEquals(0, status, err.toString(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static List<String> paths(FileDescriptorSet image) {
        return image.getFileList().stream().map(FileDescriptorProto::getName).toList();
    }

    private static String comment(FileDescriptorSet image) {
        FileDescriptorProto file = image.getFileList().stream()
                .filter(each -> each.getName().equals(IMPORT_PATH))
                .findFirst()
                .orElseThrow();
        return file.getSourceCodeInfo().getLocationList().stream()
                .filter(at -> at.getPathList().equals(List.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, 0)))
                .findFirst()
                .orElseThrow()
                .getLeadingComments();
    }
}
