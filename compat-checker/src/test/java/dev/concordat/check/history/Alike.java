package dev.concordat.check.history;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Message;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a message of the previous contracts and one of the current contracts read each other's data: a second opinion, from the tables of protobuf's
 * language guide ("Updating A Message Type"). Of fields that are gone the number is reserved, for JSON the name too.
 */
final class Alike {
    private static final List<Set<Kind>> SAME_BYTES = List.of(
            EnumSet.of(Kind.INT32, Kind.INT64, Kind.UINT32, Kind.UINT64, Kind.BOOL),
            EnumSet.of(Kind.SINT32, Kind.SINT64),
            EnumSet.of(Kind.FIXED32, Kind.SFIXED32),
            EnumSet.of(Kind.FIXED64, Kind.SFIXED64));
    private static final List<Set<Kind>> SAME_TEXT = List.of(
            EnumSet.of(Kind.INT32, Kind.UINT32),
            EnumSet.of(Kind.INT64, Kind.UINT64),
            EnumSet.of(Kind.FIXED32, Kind.SFIXED32),
            EnumSet.of(Kind.FIXED64, Kind.SFIXED64));

    private final Versions versions;
    private final boolean json;
    private final Set<List<String>> seen = new HashSet<>();

    Alike(Versions versions, boolean json) {
        this.versions = versions;
        this.json = json;
    }

    /** Whether the messages of these full names are alike. */
    boolean test(String before, String after) {
        if (!seen.add(List.of(before, after))) {
            return true;
        }
        Optional<Message> old = versions.previous().message(before);
        Optional<Message> now = versions.current().message(after);
        return old.isPresent() && now.isPresent() && test(old.get(), now.get());
    }

    private boolean test(Message before, Message after) {
        boolean nothingLost = before.fields().stream()
                .allMatch(field -> after.field(field.number())
                        .map(match -> test(field, match))
                        .orElseGet(() -> isReserved(field, after)));
        boolean nothingDemanded = after.fields().stream()
                .filter(field -> field.cardinality().value() == Cardinality.REQUIRED)
                .allMatch(field -> before.field(field.number()).isPresent());
        return nothingLost && nothingDemanded;
    }

    private boolean isReserved(Field field, Message after) {
        return after.reserves(field.number())
                && (!json || after.reserves(field.name().value()));
    }

    private boolean test(Field before, Field after) {
        return (!json || before.jsonName().value().equals(after.jsonName().value()))
                && before.oneof().equals(after.oneof())
                && isMany(before) == isMany(after)
                && (before.cardinality().value() == Cardinality.REQUIRED)
                        == (after.cardinality().value() == Cardinality.REQUIRED)
                && hasSameType(before, after);
    }

    private static boolean isMany(Field field) {
        return field.cardinality().value() == Cardinality.REPEATED
                || field.cardinality().value() == Cardinality.MAP;
    }

    private boolean hasSameType(Field before, Field after) {
        Kind kind = before.type().value().kind();
        Kind now = after.type().value().kind();
        String typeBefore = before.type().value().typeName();
        String typeAfter = after.type().value().typeName();
        if (kind != now) {
            return (json ? SAME_TEXT : SAME_BYTES).stream().anyMatch(same -> same.contains(kind) && same.contains(now));
        }
        if (kind == Kind.ENUM) {
            return holdsAll(typeBefore, typeAfter);
        }
        // What keeps its name is compared in its own right.
        return !kind.isNamed() || typeBefore.equals(typeAfter) || test(typeBefore, typeAfter);
    }

    private boolean holdsAll(String before, String after) {
        Optional<EnumType> old = versions.previous().enumType(before);
        Optional<EnumType> now = versions.current().enumType(after);
        return before.equals(after)
                || (old.isPresent()
                        && now.isPresent()
                        && old.get().values().stream().allMatch(value -> holds(now.get(), value)));
    }

    private static boolean holds(EnumType enumType, EnumValue value) {
        return enumType.values(value.number()).stream()
                .anyMatch(other -> other.name().value().equals(value.name().value()));
    }
}
