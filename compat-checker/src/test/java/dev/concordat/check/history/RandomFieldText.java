package dev.concordat.check.history;

import dev.concordat.check.history.RandomContracts.Cardinality;
import dev.concordat.check.history.RandomContracts.EnumType;
import dev.concordat.check.history.RandomContracts.Field;
import dev.concordat.check.history.RandomContracts.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Writes a field in a syntax; what the syntax has no words for is left out. */
final class RandomFieldText {
    private final String syntax;
    private final Field field;
    private final boolean extension;
    private final Cardinality cardinality;

    RandomFieldText(String syntax, Field field, boolean extension) {
        this.syntax = syntax;
        this.field = field;
        this.extension = extension;
        boolean none = field.cardinality == Cardinality.MAP || field.cardinality == Cardinality.REQUIRED;
        this.cardinality = !field.oneof.isEmpty()
                ? Cardinality.IMPLICIT
                : extension && none ? Cardinality.OPTIONAL : field.cardinality;
    }

    /** The lines of the field, whose type is referred to so. */
    List<String> lines(String type) {
        if (field.group && isProto2() && !isMap()) {
            String name = field.name.substring(0, 1).toUpperCase(Locale.ROOT) + field.name.substring(1);
            String label = label().equals("required ") ? "optional " : label();
            return List.of(
                    "%sgroup %s = %d {".formatted(label, name, field.number),
                    "  optional %s inside = 1;".formatted(field.scalar),
                    "}");
        }
        String written = isMap() ? "map<%s, %s>".formatted(field.key, type) : type;
        return List.of("%s%s %s = %d%s;".formatted(label(), written, field.name, field.number, options()));
    }

    private boolean isProto2() {
        return syntax.equals("proto2");
    }

    private boolean isEdition() {
        return !syntax.startsWith("proto");
    }

    private boolean isMap() {
        return cardinality == Cardinality.MAP;
    }

    private String label() {
        return switch (cardinality) {
            case REPEATED -> "repeated ";
            case MAP -> "";
            case REQUIRED -> isProto2() ? "required " : "";
            case OPTIONAL -> isEdition() ? "" : "optional ";
            case IMPLICIT -> isProto2() && field.oneof.isEmpty() ? "optional " : "";
        };
    }

    private String options() {
        List<String> written = new ArrayList<>();
        new TreeMap<>(field.options).forEach((name, value) -> {
            if (fits(name)) {
                written.add(name + " = " + (name.equals("default") ? defaultValue(Integer.parseInt(value)) : value));
            }
        });
        if (isEdition() && field.oneof.isEmpty() && !extension) {
            if (cardinality == Cardinality.REQUIRED) {
                written.add("features.field_presence = LEGACY_REQUIRED");
            } else if (cardinality == Cardinality.IMPLICIT && !(field.type instanceof Message)) {
                written.add("features.field_presence = IMPLICIT");
            }
        }
        return written.isEmpty() ? "" : " [" + String.join(", ", written) + "]";
    }

    private boolean fits(String option) {
        boolean scalar = field.type == null;
        boolean string = scalar && field.scalar.equals("string");
        boolean packable = cardinality == Cardinality.REPEATED
                && !(field.type instanceof Message)
                && !string
                && !(scalar && field.scalar.equals("bytes"));
        return switch (option) {
            case "ctype" -> string && !isEdition() && !isMap();
            case "jstype" -> scalar && field.scalar.endsWith("64") && !isMap();
            case "packed" -> packable && !isEdition();
            case "default" -> !(field.type instanceof Message) && hasDefault();
            case "json_name" -> !extension;
            case "features.repeated_field_encoding" -> packable && isEdition();
            case "features.utf8_validation" -> string && isEdition();
            case "features.message_encoding" -> field.type instanceof Message && isEdition() && !isMap();
            default -> true;
        };
    }

    private boolean hasDefault() {
        boolean implicit = isEdition() && cardinality == Cardinality.IMPLICIT && field.oneof.isEmpty();
        return !syntax.equals("proto3") && cardinality != Cardinality.REPEATED && !isMap() && !implicit;
    }

    private String defaultValue(int seed) {
        if (field.type instanceof EnumType enumType) {
            return enumType.names.get(seed % enumType.names.size());
        }
        return switch (field.scalar) {
            case "bool" -> seed % 2 == 0 ? "true" : "false";
            case "string", "bytes" -> "\"" + seed + "\"";
            case "float", "double" -> seed + ".5";
            default -> Integer.toString(seed);
        };
    }
}
