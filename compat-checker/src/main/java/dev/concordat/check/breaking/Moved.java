package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field or enum value that kept its name and changed its number.
 *
 * @param kind what it is, for a sentence
 * @param owner the full name of its message or enum
 * @param ownerName the same without the package
 * @param name its name
 * @param from the previous number
 * @param to the current number
 * @param displaced the name that the current number had before, when that is gone
 * @param location the current number
 * @param previousLocation the previous number
 */
record Moved(
        String kind,
        String owner,
        String ownerName,
        String name,
        int from,
        int to,
        Optional<String> displaced,
        Location location,
        Location previousLocation) {

    /** The fields of a message that kept name and type, in source order. */
    static List<Moved> fields(Pair<Message> message) {
        List<Moved> moves = new ArrayList<>();
        for (Field current : message.current().fields()) {
            message.previous()
                    .fieldNamed(current.name().value())
                    .filter(previous -> previous.number() != current.number()
                            && previous.type().value().equals(current.type().value()))
                    .ifPresent(previous -> moves.add(field(message, previous, current)));
        }
        return moves;
    }

    private static Moved field(Pair<Message> message, Field previous, Field current) {
        Optional<String> displaced = message.previous()
                .field(current.number())
                .map(field -> field.name().value())
                .filter(name -> message.current().fieldNamed(name).isEmpty());
        return new Moved(
                "Field",
                message.previous().fullName(),
                message.current().nestedName(),
                current.name().value(),
                previous.number(),
                current.number(),
                displaced,
                current.numberLocation(),
                previous.numberLocation());
    }

    /** The values of an enum that kept their name, in source order. */
    static List<Moved> values(Pair<EnumType> enumType) {
        List<Moved> moves = new ArrayList<>();
        for (EnumValue current : enumType.current().values()) {
            valueNamed(enumType.previous(), current.name().value())
                    .filter(previous -> previous.number() != current.number())
                    .ifPresent(previous -> moves.add(value(enumType, previous, current)));
        }
        return moves;
    }

    private static Moved value(Pair<EnumType> enumType, EnumValue previous, EnumValue current) {
        Optional<String> displaced = enumType.previous().values(current.number()).stream()
                .map(value -> value.name().value())
                .filter(name -> valueNamed(enumType.current(), name).isEmpty())
                .findFirst();
        return new Moved(
                "Value",
                enumType.previous().fullName(),
                enumType.current().nestedName(),
                current.name().value(),
                previous.number(),
                current.number(),
                displaced,
                current.numberLocation(),
                previous.numberLocation());
    }

    private static Optional<EnumValue> valueNamed(EnumType enumType, String name) {
        return enumType.values().stream()
                .filter(value -> value.name().value().equals(name))
                .findFirst();
    }

    /** Whether the two took each other's number. */
    boolean exchangedWith(Moved other) {
        return from == other.to && to == other.from;
    }

    /** What happened to this one. */
    String moveMessage() {
        return "%s \"%s\" of \"%s\" moved from number %d to %d%s. Put it back: data and programs that exist know it as %d."
                .formatted(
                        kind,
                        name,
                        ownerName,
                        from,
                        to,
                        displaced
                                .map(old -> ", which was \"%s\"".formatted(old))
                                .orElse(""),
                        from);
    }

    /** What happened to the two. */
    String swapMessage(Moved other) {
        return "%ss \"%s\" and \"%s\" of \"%s\" swapped numbers %d and %d. Put them back: data and programs that exist read one as the other."
                .formatted(kind, name, other.name, ownerName, Math.min(from, to), Math.max(from, to));
    }
}
