package dev.concordat.schema.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageWriterTest {
    private static final FileDescriptorProto FILE =
            FileDescriptorProto.newBuilder().setName("a.proto").build();
    private static final byte[] IMAGE =
            FileDescriptorSet.newBuilder().addFile(FILE).build().toByteArray();

    @TempDir
    private Path directory;

    @Test
    void replacesAnEarlierImage() throws IOException, ContractException {
        Files.writeString(directory.resolve("image.binpb"), "an earlier one, and longer than what comes");
        write("image.binpb");
        assertArrayEquals(IMAGE, Files.readAllBytes(directory.resolve("image.binpb")));
        assertEquals(List.of("image.binpb"), names());
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        Files.writeString(directory.resolve("image.binpb"), "an earlier one");
        ContractException refusal = assertThrows(
                ContractException.class,
                () -> new ImageWriter(ImageFormat.parse("image.binpb")).write(directory, nowhere(), image -> {
                    image.add(FILE);
                    throw new IOException("No space left on device");
                }));
        assertEquals(Failure.NO_ANSWER, refusal.failure());
        assertEquals(
                "Image \"image.binpb\" cannot be written: No space left on device. Check that its directory exists, is writable and has space.",
                refusal.getMessage());
        assertEquals("an earlier one", Files.readString(directory.resolve("image.binpb")));
        assertEquals(List.of("image.binpb"), names());
    }

    @Test
    void followsALinkToTheImage() throws IOException, ContractException {
        Files.writeString(directory.resolve("real.binpb"), "");
        Files.createSymbolicLink(directory.resolve("image.binpb"), directory.resolve("real.binpb"));
        write("image.binpb");
        assertTrue(Files.isSymbolicLink(directory.resolve("image.binpb")));
        assertArrayEquals(IMAGE, Files.readAllBytes(directory.resolve("real.binpb")));
    }

    @Test
    void namesWhatCannotBeWritten() throws IOException {
        assertRefused("missing/image.binpb", "there is no such directory");
        Files.createDirectory(directory.resolve("image.bin"));
        assertRefused("image.bin", "it is a directory");
    }

    @Test
    void writesToStandardOutputAndLeavesItOpen() throws ContractException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new ImageWriter(ImageFormat.parse("-")).write(directory, out, image -> image.add(FILE));
        assertArrayEquals(IMAGE, bytes.toByteArray());
        out.print("more");
        assertEquals(IMAGE.length + 4, bytes.size());
    }

    @Test
    void saysThatNobodyReadsStandardOutput() {
        PrintStream broken = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                false,
                StandardCharsets.UTF_8);
        ContractException refusal = assertThrows(
                ContractException.class,
                () -> new ImageWriter(ImageFormat.parse("-")).write(directory, broken, image -> image.add(FILE)));
        assertTrue(refusal.toString().contains("The image cannot be written to standard output."));
    }

    private void assertRefused(String name, String reason) {
        ContractException refusal = assertThrows(ContractException.class, () -> write(name));
        assertEquals(Failure.NO_ANSWER, refusal.failure());
        assertTrue(refusal.toString().contains(reason), refusal.getMessage());
    }

    private void write(String name) throws ContractException {
        new ImageWriter(ImageFormat.parse(name)).write(directory, nowhere(), image -> image.add(FILE));
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
