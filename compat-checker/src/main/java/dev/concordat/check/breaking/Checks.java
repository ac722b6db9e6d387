package dev.concordat.check.breaking;

import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Located;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;
import java.util.function.Function;

/** The families of rules, written once: what is visited, and what must be the same. */
final class Checks {
    private Checks() {}

    /** Visits the files that are still there. */
    static Check files(PairCheck<ProtoFile> check) {
        return (comparison, reporter) ->
                comparison.files().forEach(pair -> check.compare(pair.previous(), pair.current(), reporter));
    }

    /** Visits the messages that are still there, map entries included. */
    static Check messages(PairCheck<Message> check) {
        return (comparison, reporter) ->
                comparison.messages().forEach(pair -> check.compare(pair.previous(), pair.current(), reporter));
    }

    /** Visits the fields and extensions that are still there. */
    static Check fields(PairCheck<Field> check) {
        return (comparison, reporter) -> comparison.fields().forEach(pair -> {
            reporter.about(
                    pair.previous().extendee().orElse(pair.previous().parent()),
                    pair.previous().number());
            check.compare(pair.previous(), pair.current(), reporter);
        });
    }

    /** Visits the enums that are still there. */
    static Check enums(PairCheck<EnumType> check) {
        return (comparison, reporter) ->
                comparison.enums().forEach(pair -> check.compare(pair.previous(), pair.current(), reporter));
    }

    /** Visits the services that are still there. */
    static Check services(PairCheck<Service> check) {
        return (comparison, reporter) ->
                comparison.services().forEach(pair -> check.compare(pair.previous(), pair.current(), reporter));
    }

    /** Visits the rpcs that are still there. */
    static Check rpcs(PairCheck<Rpc> check) {
        return (comparison, reporter) -> comparison
                .services()
                .forEach(service -> comparison
                        .rpcs(service)
                        .forEach(pair -> check.compare(pair.previous(), pair.current(), reporter)));
    }

    /** The value stays the same; the report points at where it is set now. */
    static <T extends Element, V> PairCheck<T> same(String what, Function<T, Located<V>> value) {
        return (previous, current, reporter) -> {
            Located<V> before = value.apply(previous);
            Located<V> after = value.apply(current);
            if (!before.value().equals(after.value())) {
                reporter.report(
                        after.location(),
                        before.location(),
                        "%s changed %s from \"%s\" to \"%s\"."
                                .formatted(Labels.of(current), what, before.value(), after.value()));
            }
        };
    }
}
