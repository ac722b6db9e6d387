package dev.concordat.schema.image;

import static dev.concordat.schema.image.ImageRefusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.UnknownFieldSet;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
        assertRefused(file, "Import \"gone.proto\" of \"a.proto\" is not in the image.");
    }

    @Test
    void importsInACircle() {
        FileDescriptorSet image = FileDescriptorSet.newBuilder()
                .addFile(file("a.proto").addDependency("b.proto"))
                .addFile(file("b.proto").addDependency("c.proto"))
                .addFile(file("c.proto").addDependency("a.proto"))
                .build();
        assertRefused(image, "File \"c.proto\" of the image imports \"a.proto\", which imports it.");
        assertRefused(file("a.proto").addDependency("a.proto"), "imports \"a.proto\"");
    }

    @Test
    void aFileTwice() {
        FileDescriptorSet image = FileDescriptorSet.newBuilder()
                .addFile(file("a.proto"))
                .addFile(file("a.proto"))
                .build();
        assertRefused(image, "\"a.proto\" of the image is in the image twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a.proto", "/a.proto", "a\u0000.proto", "a//b.proto", "a\\b.proto", ".git/a.proto"})
    void badPaths(String path) {
        assertRefused(file(path), "of the image");
    }

    @Test
    void unknownLanguages() {
        assertRefused(file("a.proto").setSyntax("proto4"), "has the unknown syntax \"proto4\"");
        assertRefused(file("a.proto").setSyntax("editions").setEdition(Edition.EDITION_99999_TEST_ONLY), "a.proto");
    }

    @Test
    void namesThatResolveToNothing() {
        FieldDescriptorProto.Builder field =
                FieldDescriptorProto.newBuilder().setName("f").setNumber(1).setTypeName(".gone.Type");
        assertRefused(
                file("a.proto")
                        .addMessageType(
                                DescriptorProto.newBuilder().setName("M").addField(field)),
                "\".gone.Type\" is not defined.");
        assertRefused(
                file("a.proto").addMessageType(DescriptorProto.newBuilder().setName("no name")), "no name");
        assertRefused(
                file("a.proto").addMessageType(DescriptorProto.newBuilder().setName("")), "a.proto");
        assertRefused(
                file("a.proto")
                        .addMessageType(DescriptorProto.newBuilder()
                                .setName("M")
                                .addField(field.clone().clearTypeName())),
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
        assertRefused(image.build(), "holds options that are not of the types of the options");
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
        assertRefused(open.build(), "Public imports follow one another");
        assertRefused(file("a.proto").addPublicDependency(7), "import 7 is public");
    }

    private static FileDescriptorProto.Builder file(String path) {
        return FileDescriptorProto.newBuilder().setName(path);
    }
}
