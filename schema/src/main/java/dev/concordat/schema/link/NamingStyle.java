package dev.concordat.schema.link;

import org.jspecify.annotations.Nullable;

/** Checks that names are written as the feature {@code enforce_naming_style} asks, which edition 2024 turned on (protobuf.dev, Style Guide). */
final class NamingStyle {
    private final LinkedFile file;
    private final LinkProblems problems;

    private NamingStyle(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        if (file.edition.number() >= Edition.EDITION_2024.number()) {
            new NamingStyle(file, problems).checkAll();
        }
    }

    private void checkAll() {
        file.node.packageStatement().ifPresent(statement -> {
            if (isEnforced(file.features) && !isLowerCase(file.packageName)) {
                report(statement.name().start(), "Package", file.packageName, "lower_snake_case");
            }
        });
        for (LinkedMessage message : file.allMessages) {
            if (!message.isMapEntry()) {
                title(message, message.name, message.features, "Message");
                for (LinkedOneof oneof : message.oneofs) {
                    lower(oneof, oneof.name, oneof.features, "Oneof");
                }
            }
        }
        for (LinkedField field : file.allFields) {
            lower(field, field.name, field.features, "Field");
        }
        for (LinkedEnum enumType : file.allEnums) {
            title(enumType, enumType.name, enumType.features, "Enum");
            for (LinkedEnumValue value : enumType.values) {
                if (isEnforced(value.features) && !isUpperCase(value.name)) {
                    report(value.at(), "Enum value", value.name, "UPPER_SNAKE_CASE");
                }
            }
        }
        for (LinkedService service : file.services) {
            title(service, service.name, service.features, "Service");
            for (LinkedRpc rpc : service.rpcs) {
                title(rpc, rpc.name, rpc.features, "Rpc");
            }
        }
    }

    private void title(Symbol symbol, String name, @Nullable Features features, String what) {
        if (isEnforced(features) && !isTitleCase(name)) {
            report(symbol.at(), what, name, "TitleCase");
        }
    }

    private void lower(Symbol symbol, String name, @Nullable Features features, String what) {
        if (isEnforced(features) && !isLowerCase(name)) {
            report(symbol.at(), what, name, "lower_snake_case");
        }
    }

    private void report(int at, String what, String name, String style) {
        problems.add(
                file,
                at,
                "%s \"%s\" is not written in %s, as edition 2024 asks.".formatted(what, name, style),
                "Rename it, or set features.enforce_naming_style = STYLE_LEGACY.");
    }

    private static boolean isEnforced(@Nullable Features features) {
        return features != null && features.get(Features.ENFORCE_NAMING_STYLE) != Features.STYLE_LEGACY;
    }

    private static boolean isTitleCase(String name) {
        return isBetween(name.charAt(0), 'A', 'Z') && name.indexOf('_') < 0;
    }

    private static boolean isLowerCase(String name) {
        return hasCase(name, 'a', 'z');
    }

    private static boolean isUpperCase(String name) {
        return hasCase(name, 'A', 'Z');
    }

    /** Letters of one case; an underscore only before a letter, so that camel case loses nothing. */
    private static boolean hasCase(String name, char first, char last) {
        if (!isBetween(name.charAt(0), first, last)) {
            return false;
        }
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            boolean letter = isBetween(character, first, last);
            if (character == '_') {
                if (at + 1 == name.length() || !isBetween(name.charAt(at + 1), first, last)) {
                    return false;
                }
            } else if (!letter && character != '.' && !isBetween(character, '0', '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(char character, char first, char last) {
        return first <= character && character <= last;
    }
}
