package dev.concordat.schema.link;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Kind;
import dev.concordat.schema.link.LinkedField.Role;
import org.jspecify.annotations.Nullable;

/** What the encoding of an option asks about the fields of its type. */
final class OptionFields {
    private OptionFields() {}

    /** The field of this name; extensions that the message merely declares are none. */
    static @Nullable LinkedField named(LinkedMessage message, String name) {
        return message.members.get(name) instanceof LinkedField field && !field.isExtension() ? field : null;
    }

    /** The field of this name, as the text format names it: groups may also be called by their type. */
    static @Nullable LinkedField inTextFormat(LinkedMessage message, String name) {
        LinkedField field = named(message, name);
        if (field != null) {
            return field;
        }
        LinkedField group = named(message, FieldNames.group(name));
        return group != null && isLikeGroup(group) && group.type instanceof LinkedMessage type && type.name.equals(name)
                ? group
                : null;
    }

    /** The message that a field, or an extension, is a part of. */
    static @Nullable LinkedMessage container(LinkedField field) {
        return field.isExtension() ? field.extendee : field.parent;
    }

    /** Whether its values are delimited by tags. */
    static boolean isGroup(LinkedField field) {
        return field.kind == Kind.GROUP;
    }

    /** Whether the field could have been written as a group: its type stands beside it and is called like it. */
    static boolean isLikeGroup(LinkedField field) {
        return isGroup(field)
                && field.type instanceof LinkedMessage type
                && field.name.equals(FieldNames.group(type.name))
                && type.file == field.file
                && type.parent == field.parent;
    }

    /** Whether numbers of this kind can stand in a row without tags. */
    static boolean isPackable(LinkedField field) {
        return field.isRepeated()
                && !field.isMap()
                && !(field.type instanceof LinkedMessage)
                && field.kind != Kind.STRING
                && field.kind != Kind.BYTES;
    }

    /** Whether its values stand in a row without tags. */
    static boolean isPacked(LinkedField field) {
        return isPackable(field) && featuresOf(field).isPacked();
    }

    /** Whether it is a string that must be UTF-8. */
    static boolean verifiesUtf8(LinkedField field) {
        return field.kind == Kind.STRING && featuresOf(field).verifiesUtf8();
    }

    /** Whether it is not written when it has its default. */
    static boolean isImplicit(LinkedField field) {
        Cardinality cardinality = field.cardinality;
        return cardinality == null
                ? field.file.edition == Edition.PROTO3 && field.oneof == null && !field.isExtension()
                : cardinality == Cardinality.IMPLICIT;
    }

    /** Whether it must be set. */
    static boolean isRequired(LinkedField field) {
        Cardinality cardinality = field.cardinality;
        return cardinality == null
                ? field.role == Role.WRITTEN && field.node.isLabelled("required")
                : cardinality == Cardinality.REQUIRED;
    }

    /** Whether an enum holds none but its own values. */
    static boolean isClosed(LinkedEnum enumType) {
        Features features = enumType.features;
        return features == null ? enumType.file.edition == Edition.PROTO2 : features.isClosedEnum();
    }

    /** The value of this name. */
    static @Nullable LinkedEnumValue value(LinkedEnum enumType, String name) {
        Symbol found = enumType.parent != null
                ? enumType.parent.members.get(name)
                : enumType.file.scope == null ? null : enumType.file.scope.members.get(name);
        if (found instanceof LinkedEnumValue value && value.parent == enumType) {
            return value;
        }
        return found == null && enumType.file.scope != null ? null : enumType.value(name);
    }

    private static Features featuresOf(LinkedField field) {
        Features features = field.features;
        return features == null ? FeatureDefaults.of(field.file.edition) : features;
    }
}
