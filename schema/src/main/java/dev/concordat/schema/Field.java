package dev.concordat.schema;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A field of a message, or an extension.
 *
 * @param name the name
 * @param fullName the name with its scope
 * @param number the field number
 * @param numberLocation where the number stands
 * @param cardinality the resolved cardinality, at the whole field
 * @param type the type
 * @param jsonName the name in JSON, explicit or derived
 * @param defaultValue the default as descriptor.proto writes it, when one is written
 * @param oneof the name of the oneof it belongs to
 * @param extendee the full name of the extended message, for extensions
 * @param parent the full name of the containing message, or the package of a file-level extension
 * @param features its resolved features
 * @param options its options
 * @param location the whole declaration
 * @param commentText the leading comment, read when it is asked for
 */
public record Field(
        Located<String> name,
        String fullName,
        int number,
        Location numberLocation,
        Located<Cardinality> cardinality,
        Located<FieldType> type,
        Located<String> jsonName,
        Optional<Located<String>> defaultValue,
        Optional<String> oneof,
        Optional<String> extendee,
        String parent,
        ResolvedFeatures features,
        Options options,
        Location location,
        Supplier<String> commentText)
        implements Element {

    @Override
    public String comment() {
        return commentText.get();
    }

    /** Whether this field extends a message from outside it. */
    public boolean isExtension() {
        return extendee.isPresent();
    }
}
