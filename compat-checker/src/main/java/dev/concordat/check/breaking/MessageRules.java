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
import dev.concordat.schema.Oneof;
import dev.concordat.schema.ResolvedFeatures.JsonFormat;
import java.util.List;
import java.util.Optional;

/** Breaking rules about messages: their fields, oneofs and reservations stay. */
final class MessageRules {
    static final List<BreakingRule> ALL = List.of(
            breaking(
                    "FIELD_NO_DELETE",
                    "Fields stay.",
                    messages(DeletedFields.check(
                            (message, field) -> false,
                            DeletedFields.unlessTaken(
                                    "restore this one",
                                    DeletedFields.unlessExtensible(
                                            "Restore it, and mark it deprecated if it should no longer be used.")))),
                    FILE,
                    PACKAGE,
                    CSR),
            breaking(
                    "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
                    "Fields are deleted only when their number is reserved.",
                    messages(DeletedFields.check(
                            (message, field) -> message.reserves(field.number()),
                            DeletedFields.unlessExtensible("Reserve the number, or restore the field."))),
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "FIELD_NO_DELETE_UNLESS_NAME_RESERVED",
                    "Fields are deleted only when their name is reserved.",
                    messages(DeletedFields.check(
                            (message, field) -> message.reserves(field.name().value()),
                            DeletedFields.unlessTaken(
                                    "reserve this one, or restore the field",
                                    (message, field) -> "Reserve the name, or restore the field."))),
                    WIRE_JSON,
                    CSR),
            breaking(
                    RenamedOneofs.RULE,
                    "Oneofs keep their name.",
                    Telling.FROM_OTHERS,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking("ONEOF_NO_DELETE", "Oneofs stay.", messages(MessageRules::oneofNoDelete), FILE, PACKAGE, CSR),
            breaking(
                    RenamedMessages.RULE,
                    "Messages keep their name.",
                    Telling.FROM_OTHERS,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
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
                    messages(KeptRanges::reserved),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    MessageSets.RULE,
                    "Message sets stay message sets, and no other message becomes one.",
                    MessageSets::check,
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "EXTENSION_MESSAGE_NO_DELETE",
                    "Extension ranges stay.",
                    messages(KeptRanges::ofExtensions),
                    FILE,
                    PACKAGE,
                    CSR),
            breaking(
                    "MESSAGE_SAME_JSON_FORMAT",
                    "Messages that are made for JSON stay so.",
                    messages(MessageRules::sameJsonFormat),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    CSR),
            breaking(
                    "MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR",
                    "Messages do not turn on the option no_standard_descriptor_accessor.",
                    messages(MessageRules::keepsDescriptorAccessor),
                    FILE,
                    PACKAGE,
                    CSR));

    private MessageRules() {}

    private static void oneofNoDelete(Message previous, Message current, Reporter reporter) {
        for (Oneof oneof : previous.oneofs()) {
            String name = oneof.name().value();
            if (current.oneof(name).isEmpty()) {
                reporter.about(new Subject.Deleted(previous.fullName() + "." + name))
                        .report(
                                current.location(),
                                oneof.location(),
                                "Oneof \"%s\" of \"%s\" was deleted. Restore it; generated code names it."
                                        .formatted(name, current.nestedName()));
            }
        }
    }

    private static void sameRequiredFields(Message previous, Message current, Reporter reporter) {
        for (Field field : previous.fields()) {
            Optional<Field> left = current.field(field.number());
            if (isRequired(field) && left.filter(MessageRules::isRequired).isEmpty()) {
                reporter.about(Subject.of(field))
                        .report(
                                current.location(),
                                field.location(),
                                "%s %s. Keep it; readers that require it refuse messages without it."
                                        .formatted(
                                                Labels.of(field),
                                                left.isEmpty()
                                                        ? "was deleted, which was required"
                                                        : "is not required any more"));
            }
        }
        for (Field field : current.fields()) {
            Optional<Field> known = previous.field(field.number());
            if (isRequired(field) && known.filter(MessageRules::isRequired).isEmpty()) {
                reporter.about(Subject.of(field))
                        .report(
                                field.location(),
                                known.map(Field::location).orElse(previous.location()),
                                "%s %s. Make it optional; messages without it exist, and readers that require it refuse them."
                                        .formatted(
                                                Labels.of(field),
                                                known.isEmpty()
                                                        ? "was added and is required"
                                                        : "was not required and is now"));
            }
        }
    }

    private static boolean isRequired(Field field) {
        return field.cardinality().value() == Cardinality.REQUIRED;
    }

    private static void sameJsonFormat(Message previous, Message current, Reporter reporter) {
        if (previous.features().jsonFormat() == JsonFormat.ALLOW
                && current.features().jsonFormat() != JsonFormat.ALLOW) {
            reporter.report(
                    current.options().locationOf("features.json_format"),
                    previous.location(),
                    "%s is no longer made for JSON. Keep features.json_format ALLOW; JSON of it is in use."
                            .formatted(Labels.of(current)));
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
}
