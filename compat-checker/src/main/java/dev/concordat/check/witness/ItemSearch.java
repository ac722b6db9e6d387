package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.concordat.check.Witness;
import java.util.List;
import java.util.Optional;

/**
 * Looks for bytes that a message set reads differently from a message that is none.
 *
 * @param messages the message in its two versions
 */
record ItemSearch(WireSearch messages) {
    /** The numbers of an item of a message set and of what is in it ({@code descriptor.proto}, {@code message_set_wire_format}). */
    private static final int ITEM = 1;

    private static final int ITEM_TYPE = 2;
    private static final int ITEM_MESSAGE = 3;

    /** Bytes of an item of a message set that is an extension to one version and nothing to the other. */
    Optional<Witness> ofItem(int number) {
        List<ByteString> items = messages.previous().field(number).map(Occurrences::of).orElse(List.of()).stream()
                .flatMap(occurrence -> occurrence.getLengthDelimitedList().stream())
                .map(message -> item(number, message))
                .toList();
        return WireSearch.first(items, bytes -> messages.replay(number, bytes));
    }

    private static ByteString item(int number, ByteString message) {
        UnknownFieldSet.Builder item = UnknownFieldSet.newBuilder()
                .addField(
                        ITEM_TYPE,
                        UnknownFieldSet.Field.newBuilder().addVarint(number).build())
                .addField(
                        ITEM_MESSAGE,
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
