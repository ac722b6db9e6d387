package dev.concordat.schema.image;

import static dev.concordat.schema.image.ImageRefusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold no image in the format that they are named after. */
final class UnreadableImageTest {
    private static final FileDescriptorProto FILE =
            FileDescriptorProto.newBuilder().setName("a.proto").build();

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
                .addFile(FILE.toBuilder().addMessageType(message))
                .build()
                .toByteArray();
        assertRefused("a.binpb", image, "no file descriptor set");
        assertRefused("a.json", "{\"file\":" + "[".repeat(100_000), "");
        assertRefused("a.json", "{\"x\":".repeat(100_000), "deeper");
        assertRefused("a.txtpb", "file {".repeat(100_000), "");
        assertRefused("a.txtpb", "file { " + "x { ".repeat(100_000), "");
    }

    @Test
    void nothingUnpacksWithoutLimit() throws IOException, ContractException {
        byte[] file = FileDescriptorSet.newBuilder().addFile(FILE).build().toByteArray();
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
            assertRefused("a.json", json, "a.json:1:");
        }
        assertRefused(
                "a.json",
                "{\"file\":[{\"name\":\"a.proto\",\n\"edition\":\"NONE\"}]}",
                "a.json:2:17: Enum \"google.protobuf.Edition\" has no value \"NONE\".");
        assertRefused(
                "a.json",
                "{\"file\":[{\"messageType\":[{\"field\":[{\"number\":3000000000}]}]}]}",
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
        refused.forEach((yaml, message) -> assertRefused("a.yaml", yaml, message));
        assertRefused("a.yaml", "[".repeat(100_000), "");
        assertRefused("a.yaml", "{x: ".repeat(100_000), "deeper");
    }

    @Test
    void notCompressedAsItsNameSays(@TempDir Path directory) throws IOException {
        byte[] plain = FileDescriptorSet.getDefaultInstance().toByteArray();
        assertRefused("a.binpb.gz", plain, "not compressed as its name says");
        assertRefused("a.binpb.gz", "no gzip", "a.binpb.gz");
        assertRefused("a.json.zst", "no zstd, not at all", "not compressed");
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
}
