package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.concordat.check.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for bytes that one version reads as a list, or as a map, and the other does not.
 *
 * @param messages the message that has the field
 */
record ListSearch(WireSearch messages) {

    Optional<Witness> of(int number) {
        FieldDescriptor before = messages.previous().field(number).orElse(null);
        FieldDescriptor after = messages.current().field(number).orElse(null);
        if (before == null
                || after == null
                || (before.isRepeated() == after.isRepeated() && before.isMapField() == after.isMapField())) {
            return Optional.empty();
        }
        return before.getType() == after.getType() && before.needsUtf8Check() == after.needsUtf8Check()
                ? messages.ofValue(number)
                : ofSeveral(number);
    }

    /** Where the type changed too, what differs may be of the type alone; but only a list holds several values, of whatever type. */
    private Optional<Witness> ofSeveral(int number) {
        List<ByteString> candidates = new ArrayList<>(messages.written(messages.previous(), number));
        candidates.addAll(messages.written(messages.current(), number));
        return ofSeveral(number, candidates, 1).or(() -> ofSeveral(number, candidates, 0));
    }

    /** Bytes of which one version reads several values, and the other as many as a field holds that is no list: one, or none. */
    private Optional<Witness> ofSeveral(int number, List<ByteString> candidates, int fewest) {
        return WireSearch.first(candidates, bytes -> {
            int before = count(messages.previous(), number, bytes);
            int after = count(messages.current(), number, bytes);
            return Math.max(before, after) > 1 && Math.min(before, after) == fewest
                    ? messages.replay(number, bytes)
                    : Optional.empty();
        });
    }

    /** How many values a version reads, below zero where it refuses the bytes. */
    private static int count(Side reader, int number, ByteString bytes) {
        FieldDescriptor field = reader.field(number).orElseThrow();
        return reader.read(bytes, List.of(number))
                .map(read -> {
                    if (field.isMapField()) {
                        return Values.entries(field, read).size();
                    }
                    return field.isRepeated() ? read.getRepeatedFieldCount(field) : Values.isSet(field, read) ? 1 : 0;
                })
                .orElse(-1);
    }
}
