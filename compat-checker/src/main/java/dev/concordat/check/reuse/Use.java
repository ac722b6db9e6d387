package dev.concordat.check.reuse;

import dev.concordat.schema.Field;

/**
 * A number or a name that a declaration uses up.
 *
 * @param kind what it numbers or names
 * @param owner the full name of the message, enum or service that it belongs to, empty for the full name of a type or an extension
 * @param key the number in decimal digits, or the name
 */
public record Use(Kind kind, String owner, String key) {

    /** What a number or a name stands for. */
    public enum Kind {
        /** A field of a message, or an extension of it. */
        FIELD_NUMBER,
        /** A field of a message, by the name in the contract or in JSON. */
        FIELD_NAME,
        EXTENSION_NAME,
        ENUM_VALUE_NUMBER,
        ENUM_VALUE_NAME,
        /** A message, an enum or a service. */
        TYPE_NAME,
        RPC_NAME
    }

    /** The same in every run, which the hash of an enum is not. */
    @Override
    public int hashCode() {
        return (kind.name().hashCode() * 31 + owner.hashCode()) * 31 + key.hashCode();
    }

    /** The full name of the type or extension that it is, or belongs to; of the number of an extension, what is extended. */
    public String subject() {
        return owner.isEmpty() ? key : owner;
    }

    static Use number(Field field) {
        return fieldNumber(field.extendee().orElse(field.parent()), field.number());
    }

    static Use fieldNumber(String message, int number) {
        return new Use(Kind.FIELD_NUMBER, message, Integer.toString(number));
    }

    static Use fieldName(String message, String name) {
        return new Use(Kind.FIELD_NAME, message, name);
    }

    static Use extensionName(String fullName) {
        return new Use(Kind.EXTENSION_NAME, "", fullName);
    }

    static Use valueNumber(String enumType, int number) {
        return new Use(Kind.ENUM_VALUE_NUMBER, enumType, Integer.toString(number));
    }

    static Use valueName(String enumType, String name) {
        return new Use(Kind.ENUM_VALUE_NAME, enumType, name);
    }

    static Use typeName(String fullName) {
        return new Use(Kind.TYPE_NAME, "", fullName);
    }

    static Use rpcName(String service, String name) {
        return new Use(Kind.RPC_NAME, service, name);
    }
}
