package dev.concordat.schema.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.UnknownFieldSet;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import org.junit.jupiter.api.Test;

/** What is refused of an image before its files are linked. */
final class ImageOrderTest {
    @Test
    void optionalFieldsOfProto3InAFileThatLostItsSyntax() throws ContractException {
        DescriptorProto.Builder inner = DescriptorProto.newBuilder()
                .setName("Inner")
                .addField(FieldDescriptorProto.newBuilder()
                        .setName("f")
                        .setNumber(1)
                        .setType(FieldDescriptorProto.Type.TYPE_INT32)
                        .setProto3Optional(true)
                        .setOneofIndex(0))
                .addOneofDecl(OneofDescriptorProto.newBuilder().setName("_f"));
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName("a.proto")
                .addMessageType(DescriptorProto.newBuilder().setName("Outer").addNestedType(inner));
        assertRefused(
                file,
                "File \"a.proto\" of the image says of field \"f\" that it is optional as in proto3, and not that its syntax is \"proto3\".");
        assertEquals(1, ImageOrder.of(image(file.setSyntax("proto3"))).size());
    }

    @Test
    void whatBufSaysOfAFileIsCutOff() {
        UnknownFieldSet cutOff = UnknownFieldSet.newBuilder()
                .addField(
                        8042,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFrom(new byte[] {8}))
                                .build())
                .build();
        assertRefused(
                FileDescriptorProto.newBuilder().setName("a.proto").setUnknownFields(cutOff),
                "File \"a.proto\" of the image has damaged data of buf's in field 8042");
    }

    private static void assertRefused(FileDescriptorProto.Builder file, String message) {
        ContractException refusal = assertThrows(ContractException.class, () -> ImageOrder.of(image(file)));
        assertEquals(Failure.NO_ANSWER, refusal.failure());
        assertTrue(refusal.toString().contains(message), refusal.toString());
    }

    private static FileDescriptorSet image(FileDescriptorProto.Builder file) {
        return FileDescriptorSet.newBuilder().addFile(file).build();
    }
}
