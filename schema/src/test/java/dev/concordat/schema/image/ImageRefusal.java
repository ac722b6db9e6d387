package dev.concordat.schema.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.charset.StandardCharsets;

/** Reads images that are no answer, each with a reason and with what to do about it. */
final class ImageRefusal {
    private ImageRefusal() {}

    static void assertRefused(FileDescriptorProto.Builder file, String text) {
        assertRefused(FileDescriptorSet.newBuilder().addFile(file).build(), text);
    }

    static void assertRefused(FileDescriptorSet image, String text) {
        assertRefused("a.binpb", image.toByteArray(), text);
    }

    static void assertRefused(String name, String image, String text) {
        assertRefused(name, image.getBytes(StandardCharsets.UTF_8), text);
    }

    static void assertRefused(String name, byte[] image, String text) {
        ContractException refusal =
                assertThrows(ContractException.class, () -> ImageRoundTripTest.read(name, image), name);
        assertEquals(Failure.NO_ANSWER, refusal.failure(), refusal.getMessage());
        assertTrue(refusal.toString().contains(text), refusal.getMessage());
        assertTrue(
                refusal.problems().stream()
                        .noneMatch(problem -> problem.remedy().isEmpty()),
                refusal.getMessage());
    }
}
