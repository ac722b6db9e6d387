package dev.concordat.schema.link;

import dev.concordat.schema.parse.BracketOptions;
import dev.concordat.schema.parse.OptionNode;
import java.util.HashMap;
import java.util.Map;

/** Checks that no two fields of a message have the same name in JSON (protobuf.dev, ProtoJSON). */
final class JsonNameChecks {
    private static final String EXCUSED = "deprecated_legacy_json_field_conflicts";

    private final LinkedFile file;
    private final LinkProblems problems;

    private JsonNameChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        JsonNameChecks checks = new JsonNameChecks(file, problems);
        for (LinkedMessage message : file.allMessages) {
            if (mayClash(message)) {
                checks.check(message);
            }
        }
    }

    /** Names without underscores are their own names in JSON and differ as they are. */
    private static boolean mayClash(LinkedMessage message) {
        for (LinkedField field : message.fields) {
            if (field.name.indexOf('_') >= 0 || !field.jsonName.equals(field.name)) {
                return !message.isMapEntry();
            }
        }
        return false;
    }

    private void check(LinkedMessage message) {
        if (WrittenOptions.isTrue(message.options, EXCUSED)) {
            return;
        }
        Features features = message.features;
        boolean lenient = features != null && features.get(Features.JSON_FORMAT) == Features.LEGACY_BEST_EFFORT;
        if (!lenient) {
            derived(message);
        }
        for (LinkedField field : message.fields) {
            if (isWritten(field)) {
                written(message, lenient);
                return;
            }
        }
    }

    /** Masks of fields go by the derived names, whatever else is written. */
    private void derived(LinkedMessage message) {
        Map<String, LinkedField> first = new HashMap<>();
        for (LinkedField field : message.fields) {
            String name = isSet(field) ? FieldNames.json(field.name) : field.jsonName;
            LinkedField other = first.putIfAbsent(name, field);
            if (other != null) {
                clash(field, other, name);
            }
        }
    }

    private void written(LinkedMessage message, boolean lenient) {
        Map<String, LinkedField> first = new HashMap<>();
        for (LinkedField field : message.fields) {
            LinkedField other = first.putIfAbsent(field.jsonName, field);
            if (other != null) {
                boolean bothWritten = isWritten(field) && isWritten(other);
                boolean noneWritten = !isWritten(field) && !isWritten(other);
                if (bothWritten || (!noneWritten && !lenient)) {
                    clash(field, other, field.jsonName);
                }
            }
        }
    }

    /** Whether another name than the derived one is written. */
    private static boolean isWritten(LinkedField field) {
        return isSet(field) && !field.jsonName.equals(FieldNames.json(field.name));
    }

    private static boolean isSet(LinkedField field) {
        BracketOptions options = field.node.options();
        if (options != null) {
            for (OptionNode option : options.options()) {
                if (option.isNamed("json_name")) {
                    return true;
                }
            }
        }
        return false;
    }

    private void clash(LinkedField field, LinkedField other, String name) {
        problems.add(
                file,
                field.at(),
                "Fields \"%s\" and \"%s\" are both called \"%s\" in JSON.".formatted(other.name, field.name, name),
                "Rename one of the two, or give it a json_name of its own.");
    }
}
