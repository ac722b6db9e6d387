package dev.concordat.check.breaking;

import static java.util.Map.entry;

import dev.concordat.check.Witness;
import dev.concordat.check.breaking.Subject.Deleted;
import dev.concordat.check.breaking.Subject.Enumeration;
import dev.concordat.check.breaking.Subject.NameOf;
import dev.concordat.check.breaking.Subject.NumberOf;
import dev.concordat.check.breaking.Subject.Replaced;
import dev.concordat.check.witness.Witnesses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What shows the findings of a rule.
 *
 * @param kind what the data is about
 * @param look finds it
 */
record Shown<T extends Subject>(Class<T> kind, BiFunction<Witnesses, T, Optional<Witness>> look) {
    private static final Shown<NumberOf> VALUE = ofNumber((found, of) -> found.ofValue(of.owner(), of.number()));
    private static final Shown<NumberOf> TYPE = ofNumber(
            (found, of) -> found.ofValue(of.owner(), of.number()).or(() -> found.ofJsonValue(of.owner(), of.number())));
    /** The rule is about JSON before anything else: what only that shows comes first. */
    private static final Shown<NumberOf> JSON_TYPE = ofNumber(
            (found, of) -> found.ofJsonValue(of.owner(), of.number()).or(() -> found.ofValue(of.owner(), of.number())));

    private static final Shown<NumberOf> REQUIRED = ofNumber((found, of) -> found.ofRequired(of.owner(), of.number()));
    private static final Shown<NumberOf> CARDINALITY =
            ofNumber((found, of) -> found.ofCardinality(of.owner(), of.number()));
    private static final Shown<NumberOf> LOST_CARDINALITY =
            ofNumber((found, of) -> found.ofLostCardinality(of.owner(), of.number()));
    private static final Shown<NumberOf> NUMBER = ofNumber((found, of) -> found.ofName(of.owner(), of.number()));
    private static final Shown<NumberOf> VALUE_NAME =
            ofNumber((found, of) -> found.ofJsonValueName(of.owner(), of.number()));
    private static final Shown<NameOf> NAME =
            new Shown<>(NameOf.class, (found, of) -> found.ofJsonName(of.owner(), of.number()));
    private static final Shown<Deleted> EXTENSION =
            new Shown<>(Deleted.class, (found, gone) -> found.ofExtension(gone.fullName()));
    private static final Shown<Replaced> MESSAGES =
            new Shown<>(Replaced.class, (found, types) -> found.ofMessages(types.previous(), types.current()));

    /** What no data shows, such as a name in generated code or an option, is not among them. */
    private static final Map<String, Shown<?>> BY_RULE = Map.ofEntries(
            entry("FIELD_SAME_TYPE", TYPE),
            entry("FIELD_WIRE_COMPATIBLE_TYPE", TYPE),
            entry("FIELD_WIRE_JSON_COMPATIBLE_TYPE", JSON_TYPE),
            entry("FIELD_LOSSLESS_TYPE", VALUE),
            entry("FIELD_SAME_CARDINALITY", CARDINALITY),
            entry("FIELD_WIRE_COMPATIBLE_CARDINALITY", CARDINALITY),
            entry("FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY", CARDINALITY),
            entry("FIELD_LOSSLESS_CARDINALITY", LOST_CARDINALITY),
            entry("FIELD_SAME_UTF8_VALIDATION", VALUE),
            entry("FIELD_SAME_JAVA_UTF8_VALIDATION", VALUE),
            entry("FIELD_SAME_DEFAULT", ofNumber((found, of) -> found.ofDefault(of.owner(), of.number()))),
            entry("FIELD_SAME_ONEOF", ofNumber((found, of) -> found.ofOneof(of.owner(), of.number()))),
            entry("FIELD_NO_DELETE", VALUE),
            entry("FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED", VALUE),
            entry(
                    "FIELD_NO_DELETE_UNLESS_NAME_RESERVED",
                    ofNumber((found, of) -> found.ofJsonName(of.owner(), of.number()))),
            entry("MESSAGE_SAME_REQUIRED_FIELDS", REQUIRED),
            entry(MessageSets.RULE, ofNumber((found, of) -> found.ofItem(of.owner(), of.number()))),
            entry(FieldNumbers.RULE, NUMBER),
            entry(RenamedFields.RULE, NAME),
            entry("FIELD_SAME_JSON_NAME", NAME),
            entry(EnumValueNumbers.RULE, NUMBER),
            entry("ENUM_VALUE_NO_DELETE", NUMBER),
            entry("ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED", NUMBER),
            entry("ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED", VALUE_NAME),
            entry("ENUM_VALUE_SAME_NAME", VALUE_NAME),
            entry(
                    "ENUM_SAME_TYPE",
                    new Shown<>(Enumeration.class, (found, of) -> found.ofUnnamedNumber(of.fullName()))),
            entry("EXTENSION_NO_DELETE", EXTENSION),
            entry("PACKAGE_EXTENSION_NO_DELETE", EXTENSION),
            entry("RPC_SAME_REQUEST_TYPE", MESSAGES),
            entry("RPC_SAME_RESPONSE_TYPE", MESSAGES));

    private static Shown<NumberOf> ofNumber(BiFunction<Witnesses, NumberOf, Optional<Witness>> look) {
        return new Shown<>(NumberOf.class, look);
    }

    /**
     * Looks for what shows a rule's finding.
     *
     * @param subjects what the finding is about
     * @param witnesses where to look, asked only for a rule that data can show
     */
    static Optional<Witness> find(String ruleId, List<Subject> subjects, Supplier<Witnesses> witnesses) {
        Shown<?> shown = BY_RULE.get(ruleId);
        return shown == null ? Optional.empty() : shown.find(subjects, witnesses);
    }

    /** What a story is about has no order; the lowest number comes first. Of other kinds it has one. */
    private Optional<Witness> find(List<Subject> subjects, Supplier<Witnesses> witnesses) {
        return subjects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted((one, other) -> Integer.compare(number(one), number(other)))
                .flatMap(subject -> look.apply(witnesses.get(), subject).stream())
                .findFirst();
    }

    private static int number(Subject subject) {
        return subject instanceof NumberOf of ? of.number() : 0;
    }
}
