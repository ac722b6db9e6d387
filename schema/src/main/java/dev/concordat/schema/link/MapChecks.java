package dev.concordat.schema.link;

import dev.concordat.schema.Kind;
import dev.concordat.schema.link.LinkedField.Role;
import org.jspecify.annotations.Nullable;

/** Checks the keys and values of maps. */
final class MapChecks {
    private MapChecks() {}

    static void check(LinkedFile file, LinkProblems problems) {
        for (LinkedMessage message : file.allMessages) {
            if (message.isMapEntry()) {
                for (LinkedField field : message.fields) {
                    check(field, problems);
                }
            }
        }
    }

    private static void check(LinkedField field, LinkProblems problems) {
        Kind kind = field.kind;
        if (field.role == Role.MAP_KEY && refused(kind, field.type)) {
            problems.add(
                    field.file,
                    TypeResolver.typeStart(field),
                    "The keys of map \"%s\" have the type %s; keys are strings, bools or whole numbers."
                            .formatted(field.node.name().text(), typeText(field)),
                    "Choose another type, or a repeated field of messages that hold key and value.");
        } else if (field.role == Role.MAP_VALUE
                && field.type instanceof LinkedEnum enumType
                && !enumType.values.isEmpty()
                && enumType.values.get(0).number() != 0) {
            problems.add(
                    field.file,
                    TypeResolver.typeStart(field),
                    "The values of map \"%s\" are of enum \"%s\", whose first value is not 0."
                            .formatted(field.node.name().text(), enumType.fullName()),
                    "Use an enum whose first value is 0.");
        }
    }

    private static boolean refused(@Nullable Kind kind, @Nullable Symbol type) {
        return kind == null
                ? type != null
                : kind.isNamed() || kind == Kind.FLOAT || kind == Kind.DOUBLE || kind == Kind.BYTES;
    }

    private static String typeText(LinkedField field) {
        return field.node.mapKey() == null ? "" : field.node.mapKey().text();
    }
}
