package dev.concordat.check.breaking;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** Finds fields that a message has no longer, and says what to do about each. */
final class DeletedFields {
    private DeletedFields() {}

    /** Finds the fields that are gone, but those that may be. */
    static PairCheck<Message> check(BiPredicate<Message, Field> allowed, BiFunction<Message, Field, String> remedy) {
        return (previous, current, reporter) -> {
            for (Field field : previous.fields()) {
                if (current.field(field.number()).isEmpty() && !allowed.test(current, field)) {
                    aboutDeleted(field, reporter)
                            .report(
                                    current.location(),
                                    field.location(),
                                    "%s was deleted. %s".formatted(Labels.of(field), remedy.apply(current, field)));
                }
            }
        };
    }

    /**
     * What to do about a deleted field whose name another one may have now, so that it can be neither restored nor reserved.
     *
     * @param then what can be done once the name is free
     */
    static BiFunction<Message, Field, String> unlessTaken(String then, BiFunction<Message, Field, String> remedy) {
        return (current, deleted) -> current.fields().stream()
                .filter(field -> field.name().value().equals(deleted.name().value()))
                .findFirst()
                .map(now -> "\"%s\" is field %s now; give that another name, and %s."
                        .formatted(now.name().value(), now.number(), then))
                .orElseGet(() -> remedy.apply(current, deleted));
    }

    /** What to do about a deleted field whose number is open to extensions now, so that it can be neither restored nor reserved. */
    static BiFunction<Message, Field, String> unlessExtensible(String remedy) {
        return (current, deleted) -> current.extensionRanges().stream()
                .filter(range -> range.contains(deleted.number()))
                .findFirst()
                .map(range -> "Take %s out of extension range %s first. %s"
                        .formatted(
                                deleted.number(),
                                NumberSet.text(range.first(), range.last(), KeptRanges.MAX_FIELD_NUMBER),
                                remedy))
                .orElse(remedy);
    }

    /** A map takes the message of its entries with it. */
    private static Reporter aboutDeleted(Field field, Reporter reporter) {
        Reporter about = reporter.about(Subject.of(field));
        return field.cardinality().value() == Cardinality.MAP
                ? about.about(new Subject.Deleted(field.type().value().typeName()))
                : about;
    }
}
