package dev.concordat.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What protoc's generator for Java calls fields: by their number too where methods would clash (protobuf, {@code compiler/java/context.cc}). */
public final class JavaFields {
    private static final int LEGACY_CLOSED_ENUM = 1;
    private static final int VALUE_OF_ENTRY = 2;

    private JavaFields() {}

    /** The enum that a field has for a type, or a map for its values. */
    public static Optional<EnumType> enumOf(Field field, Schema schema) {
        FieldType type = field.type().value();
        if (field.cardinality().value() == Cardinality.MAP) {
            return schema.message(type.typeName())
                    .flatMap(entry -> entry.field(VALUE_OF_ENTRY))
                    .flatMap(value -> enumOf(value, schema));
        }
        return type.kind() == Kind.ENUM ? schema.enumType(type.typeName()) : Optional.empty();
    }

    /**
     * Whether the enum of a field is an open one; Java takes that of a field of proto2 for closed, and that of others where a feature says so, of a map
     * that of its values.
     */
    public static boolean hasOpenEnum(Field field, Message message, Schema schema) {
        return schema.file(message.file())
                        .filter(file -> file.syntax().value() != Syntax.PROTO2
                                && !LanguageFeatures.isOn(
                                        file, field.options(), LanguageFeatures.JAVA, LEGACY_CLOSED_ENUM))
                        .isPresent()
                && enumOf(field, schema).filter(type -> !type.closed()).isPresent();
    }

    /**
     * The names that methods are made of, such as {@code Count} for {@code getCount()}, by number.
     *
     * @param openEnum whether a field has an open enum for a type, so that there is a method for its number
     */
    public static Map<Integer, String> names(Message message, Predicate<Field> openEnum) {
        Map<String, Integer> known = new HashMap<>();
        Map<String, Integer> single = new HashMap<>();
        for (Field field : message.fields()) {
            known.merge(name(field), 1, Integer::sum);
            single.merge(name(field), isRepeated(field) ? 0 : 1, Integer::sum);
        }
        Map<String, Boolean> clashing = new HashMap<>();
        for (Field field : message.fields()) {
            String name = name(field);
            clashing.merge(name, known.getOrDefault(name, 0) > 1, Boolean::logicalOr);
            if (isRepeated(field)) {
                clash(name, name + "Count", single, clashing);
                clash(name, name + "List", single, clashing);
            }
            if (field.cardinality().value() != Cardinality.MAP && openEnum.test(field)) {
                clash(name, name + "Value", known, clashing);
            }
        }
        Map<Integer, String> names = new HashMap<>();
        for (Field field : message.fields()) {
            String name = name(field);
            names.put(field.number(), clashing.getOrDefault(name, false) ? name + field.number() : name);
        }
        return names;
    }

    private static void clash(String name, String method, Map<String, Integer> fields, Map<String, Boolean> clashing) {
        if (fields.getOrDefault(method, 0) > 0) {
            clashing.put(name, true);
            clashing.put(method, true);
        }
    }

    private static boolean isRepeated(Field field) {
        return List.of(Cardinality.REPEATED, Cardinality.MAP)
                .contains(field.cardinality().value());
    }

    /** A group has the name of its message, of which that of its field is made. */
    private static String name(Field field) {
        String name = field.name().value();
        String type = field.type().value().typeName();
        String last = type.substring(type.lastIndexOf('.') + 1);
        boolean group = field.type().value().kind() == Kind.GROUP
                && last.toLowerCase(Locale.ROOT).equals(name);
        return JavaClasses.camelCase(group ? last : name);
    }
}
