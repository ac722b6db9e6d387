package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.messages;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.NumberRange;
import dev.concordat.schema.Oneof;
import java.util.List;
import java.util.function.BiPredicate;

/** Breaking rules about messages: their fields, oneofs and reservations stay. */
final class MessageRules {
    static final int MAX_FIELD_NUMBER = 536_870_911;

    static final List<BreakingRule> ALL = List.of(
            breaking(
                    "FIELD_NO_DELETE",
                    "Fields stay.",
                    messages(deleted(
                            (message, field) -> false,
                            "Restore it, and mark it deprecated if it should no longer be used.")),
                    FILE,
                    PACKAGE,
                    CSR),
            breaking(
                    "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
                    "Fields are deleted only when their number is reserved.",
                    messages(deleted(
                            (message, field) -> message.reserves(field.number()),
                            "Reserve the number, or restore the field.")),
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "FIELD_NO_DELETE_UNLESS_NAME_RESERVED",
                    "Fields are deleted only when their name is reserved.",
                    messages(deleted(
                            (message, field) -> message.reserves(field.name().value()),
                            "Reserve the name, or restore the field.")),
                    WIRE_JSON,
                    CSR),
            breaking("ONEOF_NO_DELETE", "Oneofs stay.", messages(MessageRules::oneofNoDelete), FILE, PACKAGE, CSR),
            breaking(
                    "MESSAGE_SAME_REQUIRED_FIELDS",
                    "Required fields are neither added nor deleted.",
                    messages(MessageRules::sameRequiredFields),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "RESERVED_MESSAGE_NO_DELETE",
                    "Reserved field numbers and names stay reserved.",
                    messages(MessageRules::reservedNoDelete),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "EXTENSION_MESSAGE_NO_DELETE",
                    "Extension ranges stay.",
                    messages((previous, current, reporter) -> ranges(
                            "Extension range",
                            previous.extensionRanges(),
                            current,
                            current.extensionRanges(),
                            reporter)),
                    FILE,
                    PACKAGE,
                    CSR),
            breaking(
                    "MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR",
                    "Messages do not turn on the option no_standard_descriptor_accessor.",
                    messages(MessageRules::keepsDescriptorAccessor),
                    FILE,
                    PACKAGE,
                    CSR));

    private MessageRules() {}

    private static PairCheck<Message> deleted(BiPredicate<Message, Field> allowed, String remedy) {
        return (previous, current, reporter) -> {
            for (Field field : previous.fields()) {
                if (current.field(field.number()).isEmpty() && !allowed.test(current, field)) {
                    reporter.about(previous.fullName(), field.number());
                    reporter.report(
                            current.location(),
                            field.location(),
                            "%s was deleted. %s".formatted(Labels.of(field), remedy));
                }
            }
        };
    }

    private static void oneofNoDelete(Message previous, Message current, Reporter reporter) {
        for (Oneof oneof : previous.oneofs()) {
            if (current.oneof(oneof.name().value()).isEmpty()) {
                reporter.report(
                        current.location(),
                        oneof.location(),
                        "Oneof \"%s\" of \"%s\" was deleted. Restore it; generated code names it."
                                .formatted(oneof.name().value(), current.nestedName()));
            }
        }
    }

    private static void sameRequiredFields(Message previous, Message current, Reporter reporter) {
        String why = " A side that does not know the other's required fields refuses its messages.";
        for (Field field : previous.fields()) {
            if (isRequired(field) && current.field(field.number()).isEmpty()) {
                reporter.about(previous.fullName(), field.number());
                reporter.report(
                        current.location(),
                        field.location(),
                        "Required %s was deleted.%s".formatted(lowered(Labels.of(field)), why));
            }
        }
        for (Field field : current.fields()) {
            if (isRequired(field) && previous.field(field.number()).isEmpty()) {
                reporter.about(previous.fullName(), field.number());
                reporter.report(
                        field.location(),
                        previous.location(),
                        "Required %s was added.%s".formatted(lowered(Labels.of(field)), why));
            }
        }
    }

    private static boolean isRequired(Field field) {
        return field.cardinality().value() == Cardinality.REQUIRED;
    }

    private static void reservedNoDelete(Message previous, Message current, Reporter reporter) {
        ranges("Reserved range", previous.reservedRanges(), current, current.reservedRanges(), reporter);
        previous.reservedNames().stream()
                .filter(name -> !current.reserves(name.value()))
                .forEach(name -> reporter.report(
                        current.location(),
                        name.location(),
                        "Reserved name \"%s\" of %s was deleted. Keep it reserved; it was used before."
                                .formatted(name.value(), lowered(Labels.of(current)))));
    }

    private static void ranges(
            String kind, List<NumberRange> before, Message current, List<NumberRange> after, Reporter reporter) {
        for (NumberRange range : before) {
            String missing = Ranges.missing(range, after, MAX_FIELD_NUMBER);
            if (!missing.isEmpty()) {
                reporter.report(
                        current.location(),
                        range.location(),
                        "%s %s of %s lost %s. Keep the whole range."
                                .formatted(
                                        kind,
                                        Ranges.text(range.first(), range.last(), MAX_FIELD_NUMBER),
                                        lowered(Labels.of(current)),
                                        missing));
            }
        }
    }

    private static void keepsDescriptorAccessor(Message previous, Message current, Reporter reporter) {
        String option = "no_standard_descriptor_accessor";
        if (!previous.options().isTrue(option) && current.options().isTrue(option)) {
            reporter.report(
                    current.options().text(option).location(),
                    previous.location(),
                    "%s turned on the option %s. Generated code loses an accessor."
                            .formatted(Labels.of(current), option));
        }
    }

    private static String lowered(String label) {
        return label.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + label.substring(1);
    }
}
