package dev.concordat.schema.link;

import dev.concordat.schema.parse.BracketOptions;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.ValueNode;
import org.jspecify.annotations.Nullable;

/** Resolves the names of fields in JSON: the one that is written, or the one that protobuf derives (protobuf.dev, ProtoJSON). */
final class JsonNames {
    private final LinkedFile file;
    private final LinkProblems problems;

    JsonNames(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Resolves the name that is written between brackets; the field has the derived one. */
    void resolve(LinkedField field, BracketOptions options) {
        OptionNode written = null;
        for (OptionNode option : options.options()) {
            if (!option.isNamed("json_name")) {
                continue;
            }
            if (written != null) {
                report(option.nameStart(), field, "has two names for JSON.", "Keep one of the two.");
            }
            written = option;
        }
        if (written == null) {
            return;
        }
        if (!(written.value() instanceof ValueNode.StringLiteral string)) {
            report(
                    written.value().start(),
                    field,
                    "takes a string as its name for JSON, not %s.".formatted(OptionSession.describe(written.value())),
                    "Put the name in quotes.");
            return;
        }
        String name = string.value().toStringUtf8();
        check(field, name, written);
        field.jsonName = name;
    }

    private void check(LinkedField field, String name, OptionNode written) {
        if (field.isExtension() && !name.equals(field.jsonName)) {
            report(
                    written.nameStart(),
                    field,
                    "has a name of its own for JSON, where extensions go by their full names.",
                    "Remove json_name.");
        }
        if (name.indexOf('\0') >= 0) {
            report(written.value().start(), field, "has a null character in its name for JSON.", "Remove it.");
        }
        if (!field.isExtension() && name.startsWith("[") && name.endsWith("]") && !isLegacy(field.parent)) {
            report(
                    written.value().start(),
                    field,
                    "has the name \"%s\" for JSON, where brackets mark extensions.".formatted(name),
                    "Choose a name without them.");
        }
    }

    private static boolean isLegacy(@Nullable LinkedMessage message) {
        return message != null && WrittenOptions.isTrue(message.options, "deprecated_legacy_json_field_conflicts");
    }

    private void report(int at, LinkedField field, String what, String remedy) {
        problems.add(file, at, "The %s \"%s\" %s".formatted(field.what(), field.name, what), remedy);
    }
}
