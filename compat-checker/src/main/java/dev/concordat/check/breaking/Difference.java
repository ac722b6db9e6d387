package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Located;
import dev.concordat.schema.Message;
import dev.concordat.schema.NumberRange;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Whether two versions of an element differ in anything that a rule looks at. Nearly all of them do not, and rules visit only those that do; so what a
 * new rule looks at belongs here too. An answer of yes where no rule sees a difference costs time, nothing else.
 */
final class Difference {
    private Difference() {}

    static boolean between(ProtoFile previous, ProtoFile current) {
        return previous.options().mayDifferFrom(current.options())
                || previous.syntax().value() != current.syntax().value()
                || (previous.text() != current.text() && JavaLayout.isInEdition2024(previous, current))
                || !previous.packageName().value().equals(current.packageName().value());
    }

    /** Differences of the message itself; its fields are compared one by one. */
    static boolean between(Message previous, Message current) {
        return previous.fields().size() != current.fields().size()
                || !previous.features().equals(current.features())
                || previous.options().mayDifferFrom(current.options())
                || !sameNames(previous.reservedNames(), current.reservedNames())
                || !sameRanges(previous.reservedRanges(), current.reservedRanges())
                || !sameRanges(previous.extensionRanges(), current.extensionRanges())
                || !same(
                        previous.oneofs(), current.oneofs(), (before, after) -> sameValue(before.name(), after.name()));
    }

    static boolean between(Field previous, Field current) {
        return !sameValue(previous.name(), current.name())
                || previous.cardinality().value() != current.cardinality().value()
                || !sameType(previous.type().value(), current.type().value())
                || !sameValue(previous.jsonName(), current.jsonName())
                || !previous.oneof().equals(current.oneof())
                || !sameDefault(previous.defaultValue(), current.defaultValue())
                || !previous.features().equals(current.features())
                || previous.options().mayDifferFrom(current.options())
                || (previous.isExtension() && !previous.fullName().equals(current.fullName()));
    }

    /** Differences of a field whose declaration reads the same: in what names mean, and in what options are set from outside. */
    static boolean inMeaning(Field previous, Field current) {
        return !sameType(previous.type().value(), current.type().value())
                || previous.cardinality().value() != current.cardinality().value()
                || previous.options().mayDifferFrom(current.options());
    }

    static boolean between(EnumType previous, EnumType current) {
        return previous.closed() != current.closed()
                || !previous.features().equals(current.features())
                || !sameNames(previous.reservedNames(), current.reservedNames())
                || !sameRanges(previous.reservedRanges(), current.reservedRanges())
                || !same(previous.values(), current.values(), Difference::sameEnumValue);
    }

    static boolean between(Service previous, Service current) {
        return !same(previous.rpcs(), current.rpcs(), Difference::sameRpc);
    }

    private static boolean sameEnumValue(EnumValue previous, EnumValue current) {
        return previous.number() == current.number() && sameValue(previous.name(), current.name());
    }

    private static boolean sameRpc(Rpc previous, Rpc current) {
        return sameValue(previous.name(), current.name())
                && sameValue(previous.requestType(), current.requestType())
                && sameValue(previous.responseType(), current.responseType())
                && previous.clientStreaming() == current.clientStreaming()
                && previous.serverStreaming() == current.serverStreaming()
                && !previous.options().mayDifferFrom(current.options());
    }

    private static boolean sameDefault(Optional<Located<String>> previous, Optional<Located<String>> current) {
        return previous.isPresent() == current.isPresent()
                && (previous.isEmpty() || sameValue(previous.get(), current.orElseThrow()));
    }

    private static boolean sameNames(List<Located<String>> previous, List<Located<String>> current) {
        return same(previous, current, Difference::sameValue);
    }

    private static boolean sameRanges(List<NumberRange> previous, List<NumberRange> current) {
        return same(
                previous, current, (before, after) -> before.first() == after.first() && before.last() == after.last());
    }

    private static <T> boolean same(List<T> previous, List<T> current, BiPredicate<T, T> same) {
        if (previous.size() != current.size()) {
            return false;
        }
        for (int at = 0; at < previous.size(); at++) {
            if (!same.test(previous.get(at), current.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** Asked for every field; without the detour through the equality that records are given. */
    private static boolean sameType(FieldType previous, FieldType current) {
        return previous.kind() == current.kind() && previous.typeName().equals(current.typeName());
    }

    private static <T> boolean sameValue(Located<T> previous, Located<T> current) {
        return previous.value().equals(current.value());
    }
}
