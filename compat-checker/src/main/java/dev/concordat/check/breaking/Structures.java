package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Subject.Replaced;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.ResolvedFeatures;
import dev.concordat.schema.ResolvedFeatures.JsonFormat;
import dev.concordat.schema.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Whether a type of another name can stand in for the one before, at one level: messages because they took its place and are built alike, however
 * deep, enums because they moved. A map field that is renamed, a message that is renamed or moved with all who refer to it, reads and writes as before.
 */
final class Structures {
    private static final String WELL_KNOWN = "google.protobuf.";

    private final Schema previous;
    private final Schema current;
    private final Level level;
    private final BiPredicate<Field, Field> sameDefault;
    private final Map<Replaced, Boolean> known = new HashMap<>();

    Structures(Comparison comparison, Level level) {
        this.previous = comparison.previous().world();
        this.current = comparison.current().world();
        this.level = level;
        this.sameDefault = this::haveSameDefault;
    }

    /** The same for messages whose defaults may be any. */
    private Structures(Structures structures) {
        this.previous = structures.previous;
        this.current = structures.current;
        this.level = structures.level;
        this.sameDefault = (before, after) -> true;
    }

    /** Whether a field may change between two types that are not the same. */
    boolean allow(FieldType before, FieldType after) {
        if (level == Level.SAME || !level.allows(before.kind(), after.kind())) {
            return false;
        }
        Replaced types = new Replaced(before.typeName(), after.typeName());
        return switch (before.kind()) {
            case ENUM -> isMovedEnum(types) && (level != Level.LOSSLESS || areAlikeClosed(types));
            case MESSAGE, GROUP -> known.computeIfAbsent(types, this::areAlike);
            default -> true;
        };
    }

    /** By number, the fields of a message that have another default in the one that took its place, if that alone makes them differ to readers. */
    Map<Integer, String> otherDefaults(FieldType before, FieldType after) {
        Message known = previous.message(before.typeName()).orElse(null);
        Message now = current.message(after.typeName()).orElse(null);
        if (level == Level.SAME
                || known == null
                || now == null
                || !new Structures(this).areAlike(new Replaced(before.typeName(), after.typeName()))) {
            return Map.of();
        }
        Map<Integer, String> others = new LinkedHashMap<>();
        for (Field field : known.fields()) {
            Optional<Field> match = now.field(field.number());
            Optional<DefaultValue> had = DefaultValue.of(field, previous);
            Optional<DefaultValue> has = match.flatMap(found -> DefaultValue.of(found, current));
            if (had.isPresent() && has.isPresent() && !had.get().isSameAs(has.get())) {
                others.put(
                        field.number(),
                        "field %s \"%s\" (%s instead of %s)"
                                .formatted(
                                        field.number(),
                                        field.name().value(),
                                        has.get().written(),
                                        had.get().written()));
            }
        }
        return others;
    }

    /** An enum that moved is the same when it kept its short name and all its values. */
    private boolean isMovedEnum(Replaced types) {
        return types.previous().equals(types.current())
                || (Labels.last(types.previous()).equals(Labels.last(types.current()))
                        && current.enumType(types.current())
                                .filter(after -> holdsAll(after, types.previous()))
                                .isPresent());
    }

    private boolean holdsAll(EnumType after, String before) {
        return previous.enumType(before)
                .filter(known -> keepsJson(known.features(), after.features())
                        && known.values().stream().allMatch(value -> holds(after, value))
                        && (level != Level.WIRE_JSON || isWrittenAsBefore(known, after)))
                .isPresent();
    }

    /** JSON is written with the first name of a number; who reads it may know more. */
    private static boolean isWrittenAsBefore(EnumType before, EnumType after) {
        return before.values().stream()
                .map(EnumValue::number)
                .allMatch(number -> holds(before, after.values(number).get(0)));
    }

    private boolean keepsJson(ResolvedFeatures before, ResolvedFeatures after) {
        return level != Level.WIRE_JSON
                || before.jsonFormat() != JsonFormat.ALLOW
                || after.jsonFormat() == JsonFormat.ALLOW;
    }

    private boolean areAlikeClosed(Replaced types) {
        return previous.enumType(types.previous())
                .map(EnumType::closed)
                .equals(current.enumType(types.current()).map(EnumType::closed));
    }

    private static boolean holds(EnumType enumType, EnumValue value) {
        return enumType.values(value.number()).stream()
                .anyMatch(other -> other.name().value().equals(value.name().value()));
    }

    /** Whether two messages are built alike; as far as they refer to each other, they are taken to be until a difference is found. */
    private boolean areAlike(Replaced messages) {
        Set<Replaced> seen = new HashSet<>(Set.of(messages));
        Deque<Replaced> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Replaced next = open.pop();
            Optional<Message> before = previous.message(next.previous());
            Optional<Message> after = current.message(next.current());
            Set<Replaced> inside = new HashSet<>();
            if (before.isEmpty()
                    || after.isEmpty()
                    || !tookPlace(before.get(), after.get())
                    || !areAlike(before.get(), after.get(), inside)) {
                return false;
            }
            inside.removeAll(seen);
            seen.addAll(inside);
            open.addAll(inside);
        }
        return true;
    }

    /**
     * Whether a message stands where the other one stood because that is gone, or because it is new. Of two messages that were there before and are
     * there now, one is no new name of the other, however alike they are built; and third parties' have always been there.
     */
    private boolean tookPlace(Message before, Message after) {
        if (before.mapEntry() || after.mapEntry()) {
            return true;
        }
        boolean foreign = isForeign(previous, before) && isForeign(current, after);
        return !foreign
                && (current.message(before.fullName()).isEmpty()
                        || previous.message(after.fullName()).isEmpty());
    }

    private static boolean isForeign(Schema world, Message message) {
        // An image need not say which of its files are others'.
        return message.fullName().startsWith(WELL_KNOWN)
                || world.file(message.file()).flatMap(ProtoFile::module).isEmpty();
    }

    /**
     * Whether two messages are built alike, up to the messages in them.
     *
     * @param inside receives the messages of different names that their fields have
     */
    private boolean areAlike(Message before, Message after, Set<Replaced> inside) {
        if (!before.extensionRanges().isEmpty()
                || hasJsonOfItsOwn(before)
                || hasJsonOfItsOwn(after)
                || !keepsJson(before.features(), after.features())
                || !keepsReserved(before, after)) {
            return false;
        }
        for (Field field : before.fields()) {
            Optional<Field> match = after.field(field.number());
            if (match.isPresent()
                    ? isTakenForAnother(field, before, match.get(), after) || !areAlike(field, match.get(), inside)
                    : !mayBeMissing(field, after)) {
                return false;
            }
        }
        for (Field field : after.fields()) {
            if (field.cardinality().value() == Cardinality.REQUIRED
                    && before.field(field.number()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether what one message gave up stays given up in the other one. */
    private static boolean keepsReserved(Message before, Message after) {
        NumberSet numbers = new NumberSet(after.reservedRanges());
        return before.reservedRanges().stream()
                        .allMatch(range -> numbers.missing(range, range.last()).isEmpty())
                && before.reservedNames().stream().allMatch(name -> after.reserves(name.value()));
    }

    private boolean hasJsonOfItsOwn(Message message) {
        return level == Level.WIRE_JSON && message.fullName().startsWith(WELL_KNOWN);
    }

    private boolean mayBeMissing(Field field, Message after) {
        return field.cardinality().value() != Cardinality.REQUIRED
                && after.reserves(field.number())
                && (level != Level.WIRE_JSON || after.reserves(field.name().value()));
    }

    /** Whether what was written for a field now reads as another one's, and nothing but the names tells: a rename never moves a name that stays. */
    private boolean isTakenForAnother(Field field, Message before, Field match, Message after) {
        if (field.name().value().equals(match.name().value())) {
            return false;
        }
        Optional<Field> now = after.fieldNamed(field.name().value());
        Optional<Field> known = before.fieldNamed(match.name().value());
        // A wider field beside the old one, which gave it its name, is new; where both names stay, they traded places.
        return now.filter(other -> haveSameKind(field, other)).isPresent()
                || known.filter(other -> haveSameKind(other, match)).isPresent()
                || (now.filter(other -> reads(field, other)).isPresent()
                        && known.filter(other -> reads(other, match)).isPresent());
    }

    private static boolean haveSameKind(Field before, Field after) {
        return before.type().value().kind() == after.type().value().kind();
    }

    /** Whether a field has a type that reads the other one's data. */
    private boolean reads(Field before, Field after) {
        return level.allows(before.type().value().kind(), after.type().value().kind());
    }

    private boolean areAlike(Field before, Field after, Set<Replaced> inside) {
        FieldType typeBefore = before.type().value();
        FieldType typeAfter = after.type().value();
        if (!level.allows(before.cardinality().value(), after.cardinality().value())
                || !reads(before, after)
                || !before.oneof().equals(after.oneof())
                || (level == Level.WIRE_JSON
                        && !before.jsonName().value().equals(after.jsonName().value()))
                || !sameDefault.test(before, after)
                || (level == Level.LOSSLESS && !haveSameValues(before, after))) {
            return false;
        }
        Replaced types = new Replaced(typeBefore.typeName(), typeAfter.typeName());
        if (typeBefore.kind() == Kind.ENUM) {
            return isMovedEnum(types) && (level != Level.LOSSLESS || areAlikeClosed(types));
        }
        if (!types.previous().equals(types.current())) {
            inside.add(types);
        }
        return true;
    }

    /** Whether strings that one version accepts are what the other one reads. */
    private static boolean haveSameValues(Field before, Field after) {
        return before.type().value().kind() != Kind.STRING
                || (before.features().utf8Validation() == after.features().utf8Validation()
                        && before.features().javaUtf8Validation()
                                == after.features().javaUtf8Validation());
    }

    private boolean haveSameDefault(Field before, Field after) {
        Optional<DefaultValue> defaultBefore = DefaultValue.of(before, previous);
        Optional<DefaultValue> defaultAfter = DefaultValue.of(after, current);
        return defaultBefore
                .map(value -> defaultAfter.filter(value::isSameAs).isPresent())
                .orElse(true);
    }
}
