package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the messages and enums that violations are about. */
final class BrokenTypes {
    private final Schema previous;
    private final Schema current;

    BrokenTypes(Schema previous, Schema current) {
        this.previous = previous;
        this.current = current;
    }

    /** The full names of the types; a violation of a file as a whole is about every type in it, one of a service about none. */
    Set<String> of(List<Violation> violations) {
        Set<String> names = new TreeSet<>();
        for (Violation violation : withConstituents(violations)) {
            Set<String> around = new TreeSet<>();
            violation
                    .location()
                    .flatMap(location -> innermost(current, location))
                    .ifPresent(around::add);
            violation
                    .previousLocation()
                    .flatMap(location -> innermost(previous, location))
                    .ifPresent(around::add);
            if (around.isEmpty() && !isInService(violation) && !isElsewhere(violation)) {
                violation.location().ifPresent(location -> around.addAll(typesOf(current, location)));
                violation.previousLocation().ifPresent(location -> around.addAll(typesOf(previous, location)));
            }
            names.addAll(around);
        }
        return names;
    }

    /** What is told of a whole package stands at one of its files. */
    private static List<Violation> withConstituents(List<Violation> violations) {
        return violations.stream()
                .flatMap(violation -> Stream.concat(Stream.of(violation), violation.constituents().stream()))
                .toList();
    }

    /** Whether a file is gone from a module and another one has it: whoever imports it still does. */
    private boolean isElsewhere(Violation violation) {
        return violation.location().isEmpty()
                && previous.files().stream()
                        .filter(file -> violation
                                .previousLocation()
                                .filter(location -> file.text() == location.text())
                                .isPresent())
                        .anyMatch(file -> current.file(file.path()).isPresent());
    }

    /** Nested types come after those that hold them, so the last match is the innermost. */
    private static Optional<String> innermost(Schema schema, Location at) {
        Optional<String> enumName = schema.enums().stream()
                .filter(enumType -> holds(enumType.location(), at))
                .map(EnumType::fullName)
                .findFirst();
        return enumName.isPresent()
                ? enumName
                : schema.messages().stream()
                        .filter(message -> holds(message.location(), at))
                        .map(Message::fullName)
                        .reduce((outer, inner) -> inner);
    }

    private boolean isInService(Violation violation) {
        return violation
                        .location()
                        .filter(location -> isInService(current, location))
                        .isPresent()
                || violation
                        .previousLocation()
                        .filter(location -> isInService(previous, location))
                        .isPresent();
    }

    private static boolean isInService(Schema schema, Location at) {
        return schema.services().stream().anyMatch(service -> holds(service.location(), at));
    }

    private static Set<String> typesOf(Schema schema, Location at) {
        Set<String> names = new TreeSet<>();
        schema.messages().stream()
                .filter(message -> isSameFile(message.location(), at))
                .forEach(message -> names.add(message.fullName()));
        schema.enums().stream()
                .filter(enumType -> isSameFile(enumType.location(), at))
                .forEach(enumType -> names.add(enumType.fullName()));
        return names;
    }

    private static boolean holds(Location outer, Location inner) {
        return isSameFile(outer, inner) && outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private static boolean isSameFile(Location one, Location other) {
        return one.path().equals(other.path());
    }
}
