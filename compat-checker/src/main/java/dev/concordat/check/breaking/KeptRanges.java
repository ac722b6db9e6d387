package dev.concordat.check.breaking;

import dev.concordat.check.Quotation;
import dev.concordat.schema.Field;
import dev.concordat.schema.Located;
import dev.concordat.schema.Message;
import dev.concordat.schema.NumberRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds what a message keeps from its fields no longer: numbers and names that are reserved, and numbers for extensions. */
final class KeptRanges {
    static final int MAX_FIELD_NUMBER = 536_870_911;

    private KeptRanges() {}

    /** Reserved numbers and names stay reserved. */
    static void reserved(Message previous, Message current, Reporter reporter) {
        rangesStay(
                "Reserved range",
                previous.reservedRanges(),
                current.reservedRanges(),
                range -> takenBy(current, field -> range.contains(field.number()))
                        .or(() -> takenBy(current.extensionRanges(), range, "open to extensions")),
                current,
                reporter);
        for (Located<String> name : previous.reservedNames()) {
            if (!current.reserves(name.value())) {
                reporter.report(
                        current.location(),
                        name.location(),
                        "Reserved name \"%s\" of message \"%s\" was deleted%s. Keep it reserved; it was used before."
                                .formatted(
                                        Quotation.inside(name.value()),
                                        current.nestedName(),
                                        takenBy(
                                                        current,
                                                        field -> field.name()
                                                                .value()
                                                                .equals(name.value()))
                                                .orElse("")));
            }
        }
    }

    /** Numbers that are open to extensions stay so. */
    static void ofExtensions(Message previous, Message current, Reporter reporter) {
        rangesStay(
                "Extension range",
                previous.extensionRanges(),
                current.extensionRanges(),
                range -> takenBy(current, field -> range.contains(field.number()))
                        .or(() -> takenBy(current.reservedRanges(), range, "reserved")),
                current,
                reporter);
    }

    private static void rangesStay(
            String kind,
            List<NumberRange> before,
            List<NumberRange> after,
            Function<NumberRange, Optional<String>> takenBy,
            Message current,
            Reporter reporter) {
        NumberSet left = new NumberSet(after);
        for (NumberRange range : before) {
            String missing = left.missing(range, MAX_FIELD_NUMBER);
            if (!missing.isEmpty()) {
                reporter.report(
                        current.location(),
                        range.location(),
                        "%s %s of message \"%s\" lost %s%s. Keep the whole range."
                                .formatted(
                                        kind,
                                        NumberSet.text(range.first(), range.last(), MAX_FIELD_NUMBER),
                                        current.nestedName(),
                                        missing,
                                        takenBy.apply(range).orElse("")));
            }
        }
    }

    /** The field that needs another number or name before what it took can be kept. */
    private static Optional<String> takenBy(Message message, Predicate<Field> takes) {
        return message.fields().stream()
                .filter(takes)
                .findFirst()
                .map(field -> ", which field %s \"%s\" took"
                        .formatted(field.number(), field.name().value()));
    }

    /** The range of the other kind that must give way first, for a number cannot be in both. */
    private static Optional<String> takenBy(List<NumberRange> others, NumberRange range, String what) {
        return others.stream()
                .filter(other -> other.first() <= range.last() && range.first() <= other.last())
                .findFirst()
                .map(other -> "; %s is %s now"
                        .formatted(NumberSet.text(other.first(), other.last(), MAX_FIELD_NUMBER), what));
    }
}
