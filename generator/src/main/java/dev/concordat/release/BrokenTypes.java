package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.change.Change;
import dev.concordat.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the messages and enums that violations, or changes that break, are about. */
final class BrokenTypes {
    private final Schema now;
    private final Surroundings previous;
    private final Surroundings current;

    BrokenTypes(Schema previous, Schema current) {
        this.now = current;
        this.previous = new Surroundings(previous);
        this.current = new Surroundings(current);
    }

    /** The full names of the types; a violation of a file as a whole is about every type in it, one of a service about none. */
    Set<String> of(List<Violation> violations) {
        Set<String> names = new TreeSet<>();
        Set<String> filesBefore = new HashSet<>();
        Set<String> filesNow = new HashSet<>();
        for (Violation violation : withConstituents(violations)) {
            violation.location().flatMap(current::type).ifPresent(names::add);
            violation.previousLocation().flatMap(previous::type).ifPresent(names::add);
            if (!isInDeclaration(violation) && !isElsewhere(violation)) {
                violation.location().ifPresent(place -> filesNow.add(place.path()));
                violation.previousLocation().ifPresent(place -> filesBefore.add(place.path()));
            }
        }
        filesNow.forEach(path -> names.addAll(current.typesOf(path)));
        filesBefore.forEach(path -> names.addAll(previous.typesOf(path)));
        return names;
    }

    /** The full names of the types that changes are about; one of a file as a whole is about every type in it. */
    Set<String> ofChanges(List<Change> changes) {
        Set<String> names = new TreeSet<>();
        for (Change change : changes) {
            current.type(change.location())
                    .ifPresentOrElse(
                            names::add,
                            () -> names.addAll(current.typesOf(change.location().path())));
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
                && violation
                        .previousLocation()
                        .flatMap(previous::file)
                        .flatMap(file -> now.file(file.path()))
                        .isPresent();
    }

    private boolean isInDeclaration(Violation violation) {
        return violation.location().filter(current::isInDeclaration).isPresent()
                || violation
                        .previousLocation()
                        .filter(previous::isInDeclaration)
                        .isPresent();
    }
}
