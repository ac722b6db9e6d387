package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.UnknownFieldSet;
import dev.concordat.check.Witness;
import java.util.List;
import java.util.Optional;

/**
 * Looks for bytes in which a field, or a value of a map, has a number of its enum that the two versions read differently.
 *
 * @param before the field as it was, a map in both versions or in neither
 * @param after the field as it is
 */
record EnumSearch(WireSearch messages, FieldDescriptor before, FieldDescriptor after) {

    /** The value of this number, when it has none of its names any more: all names of a number are one value. */
    Optional<Witness> ofName(int number) {
        return names(before, number).stream().anyMatch(names(after, number)::contains)
                ? Optional.empty()
                : messages.replayNames(before.getNumber(), bytes(number));
    }

    private static List<String> names(FieldDescriptor field, int number) {
        return enumType(field).getValues().stream()
                .filter(value -> value.getNumber() == number)
                .map(EnumValueDescriptor::getName)
                .toList();
    }

    /** A number without a name, as only open enums may hold. */
    Optional<Witness> ofUnnamedNumber() {
        long number = 1;
        for (EnumDescriptor enumType : List.of(enumType(before), enumType(after))) {
            for (EnumValueDescriptor value : enumType.getValues()) {
                number = Math.max(number, value.getNumber() + 1L);
            }
        }
        return number > Integer.MAX_VALUE ? Optional.empty() : messages.replay(before.getNumber(), bytes((int) number));
    }

    private ByteString bytes(int number) {
        UnknownFieldSet.Field value =
                UnknownFieldSet.Field.newBuilder().addVarint(number).build();
        return messages.written(
                messages.previous(), before.getNumber(), before.isMapField() ? Samples.entry(before, value) : value);
    }

    private static EnumDescriptor enumType(FieldDescriptor field) {
        return (field.isMapField() ? Samples.valueOf(field) : field).getEnumType();
    }
}
