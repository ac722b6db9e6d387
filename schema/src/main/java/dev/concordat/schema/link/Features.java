package dev.concordat.schema.link;

/**
 * The resolved features of one declaration (descriptor.proto, {@code FeatureSet}), by the numbers of their values: what its file's edition defaults to,
 * overridden by file, enclosing declarations and itself.
 */
final class Features {
    // Field numbers of google.protobuf.FeatureSet.
    static final int FIELD_PRESENCE = 1;
    static final int ENUM_TYPE = 2;
    static final int REPEATED_FIELD_ENCODING = 3;
    static final int UTF8_VALIDATION = 4;
    static final int MESSAGE_ENCODING = 5;
    static final int JSON_FORMAT = 6;
    static final int ENFORCE_NAMING_STYLE = 7;
    static final int DEFAULT_SYMBOL_VISIBILITY = 8;
}
