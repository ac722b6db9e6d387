package dev.concordat.schema.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.UnknownFieldSet;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DamagedImageTest {
    private static final int ROUNDS = 150;

    @ParameterizedTest
    @ValueSource(strings = {"a.binpb", "a.binpb.gz", "a.binpb.zst", "a.json", "a.txtpb", "a.yaml"})
    void damageIsRefusedOrHarmless(String name) throws IOException, ContractException {
        byte[] image = ImageRoundTripTest.write(name, ImageRoundTripTest.hardImage());
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(image, random);
            try {
                ImageRoundTripTest.read(name, damaged);
            } catch (ContractException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("Round " + round, e);
            }
        }
        assertTrue(refused > ROUNDS / 2, "refused " + refused);
    }

    private static byte[] damage(byte[] image, Random random) {
        byte[] damaged = image.clone();
        for (int count = random.nextInt(4); count >= 0; count--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> damaged = java.util.Arrays.copyOf(damaged, at + 1);
                default -> {
                    int from = random.nextInt(damaged.length);
                    int length = Math.min(random.nextInt(40), damaged.length - Math.max(at, from));
                    System.arraycopy(damaged, from, damaged, at, length);
                }
            }
        }
        return damaged;
    }

    @Test
    void aMissingImportIsNamed() {
        FileDescriptorProto.Builder file = file("a.proto").addDependency("gone.proto");
        assertRefused(file, Failure.NO_ANSWER, "Import \"gone.proto\" of \"a.proto\" is not in the image.");
    }

    @Test
    void importsInACircle() {
        FileDescriptorSet image = FileDescriptorSet.newBuilder()
                .addFile(file("a.proto").addDependency("b.proto"))
                .addFile(file("b.proto").addDependency("c.proto"))
                .addFile(file("c.proto").addDependency("a.proto"))
                .build();
        assertRefused(image, Failure.NO_ANSWER, "File \"c.proto\" of the image imports \"a.proto\", which imports it.");
        assertRefused(file("a.proto").addDependency("a.proto"), Failure.NO_ANSWER, "imports \"a.proto\"");
    }

    @Test
    void aFileTwice() {
        FileDescriptorSet image = FileDescriptorSet.newBuilder()
                .addFile(file("a.proto"))
                .addFile(file("a.proto"))
                .build();
        assertRefused(image, Failure.NO_ANSWER, "\"a.proto\" of the image is in the image twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a.proto", "/a.proto", "a\u0000.proto", "a//b.proto", "a\\b.proto", ".git/a.proto"})
    void badPaths(String path) {
        assertRefused(file(path), Failure.NO_ANSWER, "of the image");
    }

    @Test
    void unknownLanguages() {
        assertRefused(file("a.proto").setSyntax("proto4"), Failure.NO_ANSWER, "has the unknown syntax \"proto4\"");
        assertRefused(
                file("a.proto").setSyntax("editions").setEdition(Edition.EDITION_99999_TEST_ONLY),
                Failure.NO_ANSWER,
                "a.proto");
    }

    @Test
    void namesThatResolveToNothing() {
        FieldDescriptorProto.Builder field =
                FieldDescriptorProto.newBuilder().setName("f").setNumber(1).setTypeName(".gone.Type");
        assertRefused(
                file("a.proto")
                        .addMessageType(
                                DescriptorProto.newBuilder().setName("M").addField(field)),
                Failure.NO_ANSWER,
                "\".gone.Type\" is not defined.");
        assertRefused(
                file("a.proto").addMessageType(DescriptorProto.newBuilder().setName("no name")),
                Failure.NO_ANSWER,
                "no name");
        assertRefused(
                file("a.proto").addMessageType(DescriptorProto.newBuilder().setName("")), Failure.NO_ANSWER, "a.proto");
        assertRefused(
                file("a.proto")
                        .addMessageType(DescriptorProto.newBuilder()
                                .setName("M")
                                .addField(field.clone().clearTypeName())),
                Failure.NO_ANSWER,
                "a.proto");
    }

    @Test
    void optionsOfAnotherType() throws IOException, ContractException {
        FileDescriptorSet.Builder image = ImageRoundTripTest.hardImage().toBuilder();
        FileDescriptorProto.Builder last = image.getFileBuilder(image.getFileCount() - 1);
        UnknownFieldSet noMessage = UnknownFieldSet.newBuilder()
                .addField(
                        50000,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFromUtf8("\u0007\u0007\u0007"))
                                .build())
                .build();
        last.getOptionsBuilder().setUnknownFields(noMessage);
        assertRefused(image.build(), Failure.NO_ANSWER, "holds options that are not of the types of the options");
    }

    @Test
    void deepNesting() {
        DescriptorProto message = DescriptorProto.newBuilder().setName("M").build();
        for (int depth = 0; depth < 200; depth++) {
            message = DescriptorProto.newBuilder()
                    .setName("M")
                    .addNestedType(message)
                    .build();
        }
        byte[] image = FileDescriptorSet.newBuilder()
                .addFile(file("a.proto").addMessageType(message))
                .build()
                .toByteArray();
        assertRefused("a.binpb", image, Failure.NO_ANSWER, "no file descriptor set");
        assertRefused(
                "a.json", ("{\"file\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8), Failure.NO_ANSWER, "");
        assertRefused(
                "a.json", "{\"x\":".repeat(100_000).getBytes(StandardCharsets.UTF_8), Failure.NO_ANSWER, "deeper");
        assertRefused("a.txtpb", "file {".repeat(100_000).getBytes(StandardCharsets.UTF_8), Failure.NO_ANSWER, "");
        assertRefused(
                "a.txtpb",
                ("file { " + "x { ".repeat(100_000)).getBytes(StandardCharsets.UTF_8),
                Failure.NO_ANSWER,
                "");
    }

    @Test
    void longChainsOfImports() throws ContractException {
        FileDescriptorSet.Builder plain = FileDescriptorSet.newBuilder().addFile(file("f0.proto"));
        FileDescriptorSet.Builder open = plain.clone();
        for (int at = 1; at < 20_000; at++) {
            FileDescriptorProto.Builder next = file("f" + at + ".proto").addDependency("f" + (at - 1) + ".proto");
            plain.addFile(0, next);
            open.addFile(0, next.clone().addPublicDependency(0));
        }
        assertEquals(20_000, ImageReader.read(plain.build()).files().size());
        assertRefused(open.build(), Failure.NO_ANSWER, "Public imports follow one another");
        assertRefused(file("a.proto").addPublicDependency(7), Failure.NO_ANSWER, "import 7 is public");
    }

    @Test
    void nothingUnpacksWithoutLimit() throws IOException, ContractException {
        byte[] file =
                FileDescriptorSet.newBuilder().addFile(file("a.proto")).build().toByteArray();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(file);
            // An unknown field of 64 MiB.
            out.write(new byte[] {(byte) 0xFA, (byte) 0x3F, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x20});
            out.write(new byte[64 << 20]);
        }
        ContractException refusal = assertThrows(
                ContractException.class,
                () -> new ImageFile(ImageFormat.parse("a.binpb.gz"), 1 << 20)
                        .read(() -> new ByteArrayInputStream(packed.toByteArray())));
        assertEquals(Failure.NO_ANSWER, refusal.failure());
        assertTrue(
                refusal.toString().contains("has more than 1048576 bytes when it is unpacked"), refusal.getMessage());
    }

    @Test
    void noJson() {
        for (String json : List.of(
                "",
                "[]",
                "{",
                "{\"file\":[{\"name\":1e999}]}",
                "{\"file\":[{\"name\":\"a.proto\"",
                "{\"file\":{}}",
                "{}x")) {
            assertRefused("a.json", json.getBytes(StandardCharsets.UTF_8), Failure.NO_ANSWER, "a.json:1:");
        }
        assertRefused(
                "a.json",
                "{\"file\":[{\"name\":\"a.proto\",\n\"edition\":\"NONE\"}]}".getBytes(StandardCharsets.UTF_8),
                Failure.NO_ANSWER,
                "a.json:2:17: Enum \"google.protobuf.Edition\" has no value \"NONE\".");
        assertRefused(
                "a.json",
                "{\"file\":[{\"messageType\":[{\"field\":[{\"number\":3000000000}]}]}]}"
                        .getBytes(StandardCharsets.UTF_8),
                Failure.NO_ANSWER,
                "\"3000000000\" is no value of field \"google.protobuf.FieldDescriptorProto.number\".");
    }

    @Test
    void noYamlOfAnImage() {
        String file = "file:\n- name: \"a.proto\"\n  ";
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("", "a.yaml: Here comes the end, where a mapping belongs.");
        refused.put("[]", "a.yaml:1:1: Here comes a sequence, where a mapping belongs.");
        refused.put("file: {}", "a.yaml:1:7: Here comes a mapping, where a sequence belongs.");
        refused.put(file + "edition: NONE", "a.yaml:3:12: Enum \"google.protobuf.Edition\" has no value \"NONE\".");
        refused.put(file + "package: [a]", "a.yaml:3:12: Here comes a sequence, where a string belongs.");
        refused.put(file + "package: &a a\n  syntax: *a", "a.yaml:4:11: An alias is not followed in an image.");
        refused.put("file: []\n---\nfile: []", "a.yaml:2:1: An image is one document, and another begins here.");
        refused.put("file: [}", "a.yaml:1:8: The image is not YAML: ");
        refused.put(file + "messageType: [{field: [{number: 3000000000}]}]", "a.yaml:3:35: \"3000000000\" is no value");
        refused.forEach((yaml, message) ->
                assertRefused("a.yaml", yaml.getBytes(StandardCharsets.UTF_8), Failure.NO_ANSWER, message));
        assertRefused("a.yaml", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), Failure.NO_ANSWER, "");
        assertRefused("a.yaml", "{x: ".repeat(100_000).getBytes(StandardCharsets.UTF_8), Failure.NO_ANSWER, "deeper");
    }

    @Test
    void notCompressedAsItsNameSays(@TempDir Path directory) throws IOException {
        byte[] plain = FileDescriptorSet.getDefaultInstance().toByteArray();
        assertRefused("a.binpb.gz", plain, Failure.NO_ANSWER, "not compressed as its name says");
        assertRefused("a.binpb.gz", "no gzip".getBytes(StandardCharsets.UTF_8), Failure.NO_ANSWER, "a.binpb.gz");
        assertRefused(
                "a.json.zst",
                "no zstd, not at all".getBytes(StandardCharsets.UTF_8),
                Failure.NO_ANSWER,
                "not compressed");
        ContractException gone = assertThrows(
                ContractException.class,
                () -> new ImageFile(ImageFormat.parse("gone.binpb"))
                        .read(directory, java.io.InputStream.nullInputStream()));
        assertTrue(gone.toString().contains("gone.binpb: There is no such file."), gone.getMessage());
        ContractException noFile = assertThrows(
                ContractException.class,
                () -> new ImageFile(ImageFormat.parse("..#format=bin"))
                        .read(directory, java.io.InputStream.nullInputStream()));
        assertEquals(Failure.NO_ANSWER, noFile.failure());
    }

    private static FileDescriptorProto.Builder file(String path) {
        return FileDescriptorProto.newBuilder().setName(path);
    }

    private static void assertRefused(FileDescriptorProto.Builder file, Failure failure, String text) {
        assertRefused(FileDescriptorSet.newBuilder().addFile(file).build(), failure, text);
    }

    private static void assertRefused(FileDescriptorSet image, Failure failure, String text) {
        assertRefused("a.binpb", image.toByteArray(), failure, text);
    }

    private static void assertRefused(String name, byte[] image, Failure failure, String text) {
        ContractException refusal =
                assertThrows(ContractException.class, () -> ImageRoundTripTest.read(name, image), name);
        assertEquals(failure, refusal.failure(), refusal.getMessage());
        assertTrue(refusal.toString().contains(text), refusal.getMessage());
        assertTrue(
                refusal.problems().stream()
                        .noneMatch(problem -> problem.remedy().isEmpty()),
                refusal.getMessage());
    }
}
