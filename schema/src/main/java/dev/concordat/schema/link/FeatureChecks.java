package dev.concordat.schema.link;

import com.google.protobuf.UnknownFieldSet;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Kind;
import dev.concordat.schema.link.LinkedField.Role;
import dev.concordat.schema.parse.OptionNode;
import org.jspecify.annotations.Nullable;

/** Checks that features, and the options that they replace, fit the declarations they are set on. */
final class FeatureChecks {
    private final LinkedFile file;
    private final LinkProblems problems;

    private FeatureChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        FeatureChecks checks = new FeatureChecks(file, problems);
        if (file.edition.isEdition()) {
            checks.file();
            for (LinkedField field : file.allFields) {
                checks.field(field);
            }
        } else if (file.edition == Edition.PROTO3) {
            for (LinkedField field : file.allFields) {
                checks.openEnum(field);
            }
        }
        for (LinkedEnum enumType : file.allEnums) {
            checks.firstValue(enumType);
        }
    }

    private void file() {
        Features features = file.features;
        if (features != null && features.isRequired()) {
            report(
                    0,
                    "The file makes all fields required.",
                    "Set features.field_presence = LEGACY_REQUIRED on the fields that need it.");
        }
        if (WrittenOptions.isTrue(file.options, "java_string_check_utf8")) {
            report(
                    at(WrittenOptions.find(file.options, "java_string_check_utf8")),
                    "Option \"java_string_check_utf8\" is not part of editions.",
                    "Set features.(pb.java).utf8_validation instead.");
        }
    }

    private void field(LinkedField field) {
        if (field.cardinality == Cardinality.IMPLICIT
                && field.type instanceof LinkedEnum type
                && OptionFields.isClosed(type)) {
            boolean map = field.role == Role.MAP_VALUE;
            report(
                    field.at(),
                    "%s \"%s implicit presence and the closed enum \"%s\", whose default need not be zero."
                            .formatted(
                                    map ? "The values of map" : "Field",
                                    map ? field.node.name().text() + "\" have" : field.name + "\" has",
                                    type.fullName()),
                    "Set explicit presence, or use an open enum.");
        }
        if (field.options.written.isEmpty() || field.role != Role.WRITTEN) {
            return;
        }
        if (WrittenOptions.find(field.options, "packed") != null) {
            report(
                    at(WrittenOptions.find(field.options, "packed")),
                    "Option \"packed\" of field \"%s\" is not part of editions.".formatted(field.name),
                    "Set features.repeated_field_encoding instead.");
        }
        UnknownFieldSet written = FeatureSets.written(field.options, OptionTarget.FIELD);
        if (written != null) {
            presence(field, written);
            encoding(field, written);
        }
    }

    private void presence(LinkedField field, UnknownFieldSet written) {
        if (!written.hasField(Features.FIELD_PRESENCE)) {
            return;
        }
        String what = field.what() + " \"" + field.name + "\"";
        Features features = field.features;
        if (field.oneof != null) {
            report(
                    field.at(),
                    "The presence of %s is set, which is in a oneof.".formatted(what),
                    "Remove field_presence.");
        } else if (field.isRepeated()) {
            report(
                    field.at(),
                    "The presence of %s is set, which is repeated.".formatted(what),
                    "Remove field_presence.");
        } else if (field.isExtension()) {
            report(
                    field.at(),
                    features != null && features.isRequired()
                            ? "The %s is required, which extensions cannot be.".formatted(what)
                            : "The presence of %s is set; that of extensions is always explicit.".formatted(what),
                    "Remove field_presence.");
        } else if (field.type instanceof LinkedMessage && features != null && features.isImplicitPresence()) {
            report(
                    field.at(),
                    "The presence of %s is implicit, but it is a message.".formatted(what),
                    "Remove field_presence; messages always have explicit presence.");
        }
    }

    private void encoding(LinkedField field, UnknownFieldSet written) {
        if (written.hasField(Features.REPEATED_FIELD_ENCODING)) {
            if (!field.isRepeated()) {
                misplaced(field, "repeated_field_encoding", "repeated fields");
            } else if (!OptionFields.isPackable(field) && isSetTo(written, Features.PACKED)) {
                misplaced(field, "repeated_field_encoding = PACKED", "repeated numbers, booleans and enums");
            }
        }
        if (written.hasField(Features.UTF8_VALIDATION) && !holdsStrings(field)) {
            misplaced(field, "utf8_validation", "strings and maps with strings");
        }
        if (written.hasField(Features.MESSAGE_ENCODING) && (field.isMap() || !(field.type instanceof LinkedMessage))) {
            misplaced(field, "message_encoding", "messages that are no maps");
        }
    }

    private static boolean isSetTo(UnknownFieldSet written, int encoding) {
        var values = written.getField(Features.REPEATED_FIELD_ENCODING).getVarintList();
        return !values.isEmpty() && values.get(values.size() - 1) == encoding;
    }

    private void misplaced(LinkedField field, String feature, String wanted) {
        report(
                field.at(),
                "Feature %s is set on %s \"%s\"; it is for %s.".formatted(feature, field.what(), field.name, wanted),
                "Remove it.");
    }

    private static boolean holdsStrings(LinkedField field) {
        if (field.isMap() && field.type instanceof LinkedMessage entry) {
            for (LinkedField part : entry.fields) {
                if (part.kind == Kind.STRING) {
                    return true;
                }
            }
        }
        return field.kind == Kind.STRING;
    }

    private void openEnum(LinkedField field) {
        if (field.type instanceof LinkedEnum type && OptionFields.isClosed(type)) {
            report(
                    field.at(),
                    "Field \"%s\" has the closed enum \"%s\"; proto3 has open enums only."
                            .formatted(field.name, type.fullName()),
                    "Declare the enum in a proto3 file, or with features.enum_type = OPEN.");
        }
    }

    private void firstValue(LinkedEnum enumType) {
        if (!OptionFields.isClosed(enumType)
                && !enumType.values.isEmpty()
                && enumType.values.get(0).number() != 0) {
            report(
                    enumType.values.get(0).node.number().start(),
                    "The first value of enum \"%s\", \"%s\", is not zero, as open enums need."
                            .formatted(enumType.name, enumType.values.get(0).name),
                    "Put a value with number 0 first.");
        }
    }

    private static int at(@Nullable OptionNode option) {
        return option == null ? 0 : option.nameStart();
    }

    private void report(int at, String message, String remedy) {
        problems.add(file, at, message, remedy);
    }
}
