package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;

/** Extensions as a message set has them, each an item with a number and a message ({@code descriptor.proto}, {@code message_set_wire_format}). */
final class Items {
    private static final int ITEM = 1;
    private static final int TYPE = 2;
    private static final int MESSAGE = 3;

    private Items() {}

    /** What a message set may hold that has this extension and no other. */
    static List<ByteString> of(FieldDescriptor extension) {
        return Samples.of(extension).stream()
                .flatMap(sample -> sample.getLengthDelimitedList().stream())
                .map(message -> item(extension.getNumber(), message))
                .toList();
    }

    private static ByteString item(int number, ByteString message) {
        UnknownFieldSet.Builder item = UnknownFieldSet.newBuilder()
                .addField(
                        TYPE,
                        UnknownFieldSet.Field.newBuilder().addVarint(number).build())
                .addField(
                        MESSAGE,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(message)
                                .build());
        return UnknownFieldSet.newBuilder()
                .addField(
                        ITEM,
                        UnknownFieldSet.Field.newBuilder()
                                .addGroup(item.build())
                                .build())
                .build()
                .toByteString();
    }
}
