package dev.concordat.check.breaking;

import dev.concordat.check.Quotation;
import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Service;
import java.util.List;
import java.util.function.Function;

/** The families of rules, written once: what is visited, and what must be the same. */
final class Checks {
    private Checks() {}

    /** Visits the files that are still there. */
    static Check files(PairCheck<ProtoFile> check) {
        return pairs(Comparison::files, check);
    }

    /** Visits the messages that are still there, map entries included. */
    static Check messages(PairCheck<Message> check) {
        return pairs(Comparison::messages, check);
    }

    /** Visits the fields and extensions that are still there. */
    static Check fields(PairCheck<Field> check) {
        return pairs(
                Comparison::fields,
                (previous, current, reporter) ->
                        check.compare(previous, current, reporter.about(Subject.of(previous))));
    }

    /** Visits the enums that are still there. */
    static Check enums(PairCheck<EnumType> check) {
        return pairs(Comparison::enums, check);
    }

    /** Visits the services that are still there. */
    static Check services(PairCheck<Service> check) {
        return pairs(Comparison::services, check);
    }

    private static <T> Check pairs(Function<Comparison, List<Pair<T>>> pairs, PairCheck<T> check) {
        return (comparison, reporter) -> {
            for (Pair<T> pair : pairs.apply(comparison)) {
                check.compare(pair.previous(), pair.current(), reporter);
            }
        };
    }

    /**
     * The value stays the same; the report points at where it is set now.
     *
     * @param remedy what to do about it, a sentence
     */
    static <T extends Element> PairCheck<T> same(String what, Function<T, ? extends Located<?>> value, String remedy) {
        return same(
                what,
                element -> value.apply(element).value(),
                element -> value.apply(element).location(),
                remedy);
    }

    /** The same for a value whose place takes some looking for. */
    static <T extends Element> PairCheck<T> same(
            String what, Function<T, ?> value, Function<T, Location> place, String remedy) {
        return (previous, current, reporter) -> {
            Object before = value.apply(previous);
            Object after = value.apply(current);
            if (!before.equals(after)) {
                reporter.report(
                        place.apply(current),
                        place.apply(previous),
                        "%s changed %s from \"%s\" to \"%s\". %s"
                                .formatted(Labels.of(current), what, quotable(before), quotable(after), remedy));
            }
        };
    }

    private static String quotable(Object value) {
        return Quotation.inside(value.toString());
    }
}
