package dev.concordat.check.witness;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.concordat.check.Witness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for JSON texts that two versions of a message read differently. Parsers know a field by its JSON name and by the name in the contract, and refuse
 * any other (protobuf's guide to ProtoJSON); likewise the names of enum values.
 *
 * @param previous the message as it was
 * @param current the message as it is
 */
record JsonSearch(Side previous, Side current) {

    /** A text with a name of the field that only one version knows, or knows another field by. */
    Optional<Witness> ofFieldName(int number) {
        return ofFieldName(previous.message(), current.message(), number);
    }

    private static Optional<Witness> ofFieldName(Descriptor before, Descriptor after, int number) {
        for (Descriptor writer : List.of(before, after)) {
            FieldDescriptor field = writer.findFieldByNumber(number);
            Optional<String> value = field == null ? Optional.empty() : JsonText.of(field);
            if (field != null && value.isPresent()) {
                for (String name : List.of(field.getJsonName(), field.getName())) {
                    FieldDescriptor readBefore = named(name, before);
                    FieldDescriptor readAfter = named(name, after);
                    if (number(readBefore) != number(readAfter)) {
                        boolean both = readBefore != null && readAfter != null;
                        return Optional.of(new Witness(
                                JsonText.object(name, value.get()),
                                both ? "field " + number(readBefore) : read(readBefore, value.get()),
                                both ? "field " + number(readAfter) : read(readAfter, value.get())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A text with a name of the enum value that only one version knows, or knows another number by. */
    Optional<Witness> ofValueName(int number, int valueNumber) {
        return shared(number).flatMap(pair -> ofValueName(pair, Set.of(valueNumber)));
    }

    /** A text with a value that only one version takes. */
    Optional<Witness> ofValue(int number) {
        return shared(number).flatMap(pair -> {
            if (isEnum(pair.before()) && isEnum(pair.after())) {
                Set<Integer> numbers = new LinkedHashSet<>();
                pair.before().getEnumType().getValues().forEach(value -> numbers.add(value.getNumber()));
                return ofValueName(pair, numbers);
            }
            if (isEnum(pair.before())
                    ? isNumberOrTruth(pair.after())
                    : isEnum(pair.after()) && isNumberOrTruth(pair.before())) {
                return ofNameOrTruth(pair);
            }
            return isMessage(pair.before()) && isMessage(pair.after()) ? ofFieldInside(pair) : Optional.empty();
        });
    }

    /** The name of an enum value is neither a number nor a truth value, and a truth value is no enum value; but a number is one. */
    private static Optional<Witness> ofNameOrTruth(FieldPair pair) {
        boolean fromCurrent = isNumber(pair.before());
        return JsonText.plain(fromCurrent ? pair.after() : pair.before()).map(value -> {
            String held = JsonText.inField(pair.field(), value);
            return new Witness(
                    JsonText.object(pair.name(), held),
                    fromCurrent ? Text.REFUSED : held,
                    fromCurrent ? held : Text.REFUSED);
        });
    }

    private static Optional<Witness> ofFieldInside(FieldPair pair) {
        Descriptor before = pair.before().getMessageType();
        Descriptor after = pair.after().getMessageType();
        if (JsonText.hasFormOfItsOwn(before) || JsonText.hasFormOfItsOwn(after)) {
            return Optional.empty();
        }
        for (FieldDescriptor inside : before.getFields()) {
            Optional<Witness> found = ofFieldName(before, after, inside.getNumber());
            if (found.isPresent()) {
                Witness witness = found.get();
                return Optional.of(new Witness(
                        JsonText.object(pair.name(), JsonText.inField(pair.field(), witness.data())),
                        witness.previous(),
                        witness.current()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Witness> ofValueName(FieldPair pair, Set<Integer> numbers) {
        List<String> names = new ArrayList<>();
        for (FieldDescriptor writer : List.of(pair.before(), pair.after())) {
            List<EnumValueDescriptor> values =
                    new ArrayList<>(writer.getEnumType().getValues());
            // Zero is mostly a name for none.
            values.sort((one, other) -> Boolean.compare(one.getNumber() == 0, other.getNumber() == 0));
            values.stream()
                    .filter(value -> numbers.contains(value.getNumber()))
                    .forEach(value -> names.add(value.getName()));
        }
        for (String name : names) {
            EnumValueDescriptor before = pair.before().getEnumType().findValueByName(name);
            EnumValueDescriptor after = pair.after().getEnumType().findValueByName(name);
            if (number(before) == number(after)) {
                continue;
            }
            String quoted = JsonText.inField(pair.field(), JsonText.quote(name));
            return Optional.of(new Witness(JsonText.object(pair.name(), quoted), text(before), text(after)));
        }
        return Optional.empty();
    }

    private static String text(@Nullable EnumValueDescriptor value) {
        return value == null ? Text.REFUSED : "number " + value.getNumber();
    }

    /** The two versions of a field, when both know it by the same name; of a map, those of its values. */
    private Optional<FieldPair> shared(int number) {
        FieldDescriptor before = previous.message().findFieldByNumber(number);
        FieldDescriptor after = current.message().findFieldByNumber(number);
        if (before == null || after == null || !after.equals(named(before.getJsonName(), current.message()))) {
            return Optional.empty();
        }
        return Optional.of(
                before.isMapField() && after.isMapField()
                        ? new FieldPair(before, Samples.valueOf(before), Samples.valueOf(after))
                        : new FieldPair(before, before, after));
    }

    private static boolean isEnum(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.ENUM;
    }

    private static boolean isNumber(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.INT
                || field.getJavaType() == FieldDescriptor.JavaType.LONG;
    }

    private static boolean isNumberOrTruth(FieldDescriptor field) {
        return isNumber(field) || field.getJavaType() == FieldDescriptor.JavaType.BOOLEAN;
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField();
    }

    private static @Nullable FieldDescriptor named(String name, Descriptor message) {
        for (FieldDescriptor field : message.getFields()) {
            if (field.getJsonName().equals(name)) {
                return field;
            }
        }
        return message.findFieldByName(name);
    }

    private static String read(@Nullable FieldDescriptor field, String value) {
        return field == null ? Text.REFUSED : value;
    }

    private static long number(@Nullable FieldDescriptor field) {
        return field == null ? Long.MIN_VALUE : field.getNumber();
    }

    private static long number(@Nullable EnumValueDescriptor value) {
        return value == null ? Long.MIN_VALUE : value.getNumber();
    }

    /**
     * A field in both versions.
     *
     * @param field as it was, with whatever it holds
     * @param before what it held: itself, or the values of a map
     * @param after what it holds
     */
    private record FieldPair(FieldDescriptor field, FieldDescriptor before, FieldDescriptor after) {
        String name() {
            return field.getJsonName();
        }
    }
}
