package dev.concordat.check.breaking;

import static dev.concordat.schema.Kind.BOOL;
import static dev.concordat.schema.Kind.BYTES;
import static dev.concordat.schema.Kind.ENUM;
import static dev.concordat.schema.Kind.FIXED32;
import static dev.concordat.schema.Kind.FIXED64;
import static dev.concordat.schema.Kind.INT32;
import static dev.concordat.schema.Kind.INT64;
import static dev.concordat.schema.Kind.SFIXED32;
import static dev.concordat.schema.Kind.SFIXED64;
import static dev.concordat.schema.Kind.SINT32;
import static dev.concordat.schema.Kind.SINT64;
import static dev.concordat.schema.Kind.STRING;
import static dev.concordat.schema.Kind.UINT32;
import static dev.concordat.schema.Kind.UINT64;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which types a field may change between (protobuf's language guide, "Updating a message type"). */
final class TypeCompatibility {
    private static final List<Set<Kind>> WIRE_GROUPS = List.of(
            Set.of(INT32, INT64, UINT32, UINT64, BOOL),
            Set.of(SINT32, SINT64),
            Set.of(FIXED32, SFIXED32),
            Set.of(FIXED64, SFIXED64));
    private static final List<Set<Kind>> WIRE_JSON_GROUPS =
            List.of(Set.of(INT32, UINT32), Set.of(INT64, UINT64), Set.of(FIXED32, SFIXED32), Set.of(FIXED64, SFIXED64));

    static final Check WIRE = (comparison, reporter) -> Checks.fields((previous, current, to) -> {
                // Every string is valid bytes; not all bytes are valid strings.
                boolean widened = kind(previous) == STRING && kind(current) == BYTES;
                if (!widened && !compatible(previous, current, WIRE_GROUPS, comparison)) {
                    Checks.same("type", Field::type).compare(previous, current, to);
                }
            })
            .run(comparison, reporter);

    static final Check WIRE_JSON = (comparison, reporter) -> Checks.fields((previous, current, to) -> {
                if (!compatible(previous, current, WIRE_JSON_GROUPS, comparison)) {
                    Checks.same("type", Field::type).compare(previous, current, to);
                }
            })
            .run(comparison, reporter);

    private TypeCompatibility() {}

    private static Kind kind(Field field) {
        return field.type().value().kind();
    }

    private static boolean compatible(Field previous, Field current, List<Set<Kind>> groups, Comparison comparison) {
        FieldType before = previous.type().value();
        FieldType after = current.type().value();
        if (before.equals(after)) {
            return true;
        }
        if (before.kind() == ENUM && after.kind() == ENUM) {
            return sameEnumElsewhere(before.typeName(), after.typeName(), comparison);
        }
        return groups.stream().anyMatch(group -> group.contains(before.kind()) && group.contains(after.kind()));
    }

    /** An enum that moved is the same when it kept its short name and all its values. */
    private static boolean sameEnumElsewhere(String before, String after, Comparison comparison) {
        Optional<EnumType> previous = comparison.previousEnum(before);
        Optional<EnumType> current = comparison.currentEnum(after);
        return previous.isPresent()
                && current.isPresent()
                && Labels.last(before).equals(Labels.last(after))
                && previous.get().values().stream()
                        .allMatch(value -> current.get().values(value.number()).stream()
                                .anyMatch(other ->
                                        other.name().value().equals(value.name().value())));
    }
}
