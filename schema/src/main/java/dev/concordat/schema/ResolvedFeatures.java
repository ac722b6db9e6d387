package dev.concordat.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * What an element's features (descriptor.proto, {@code FeatureSet}) come to, file, enclosing declarations and syntax taken into account. Features that
 * the model tells in its own words, such as a field's presence in its cardinality, are not repeated here.
 *
 * @param jsonFormat what JSON is promised
 * @param utf8Validation whether strings are checked
 * @param alwaysVerifiedInJava whether Java checks strings all the same: by the option {@code java_string_check_utf8} or Java's own feature
 * @param cppStringType what C++ keeps a string in, unless the option {@code ctype} says otherwise
 */
public record ResolvedFeatures(
        JsonFormat jsonFormat,
        Utf8Validation utf8Validation,
        boolean alwaysVerifiedInJava,
        CppStringType cppStringType) {

    private static final List<ResolvedFeatures> ALL = all();

    private static List<ResolvedFeatures> all() {
        List<ResolvedFeatures> all = new ArrayList<>();
        for (JsonFormat json : JsonFormat.values()) {
            for (Utf8Validation utf8 : Utf8Validation.values()) {
                for (CppStringType cpp : CppStringType.values()) {
                    all.add(new ResolvedFeatures(json, utf8, false, cpp));
                    all.add(new ResolvedFeatures(json, utf8, true, cpp));
                }
            }
        }
        return List.copyOf(all);
    }

    /** The same features, in the one instance that all who have them share. */
    public ResolvedFeatures shared() {
        for (ResolvedFeatures known : ALL) {
            if (known.equals(this)) {
                return known;
            }
        }
        throw new IllegalStateException("Unknown features " + this);
    }

    /** Whether strings are checked in Java. */
    public Utf8Validation javaUtf8Validation() {
        return alwaysVerifiedInJava ? Utf8Validation.VERIFY : utf8Validation;
    }

    /** The feature {@code json_format}. */
    public enum JsonFormat {
        ALLOW,
        LEGACY_BEST_EFFORT
    }

    /** The feature {@code utf8_validation}. */
    public enum Utf8Validation {
        VERIFY,
        NONE
    }

    /** The feature {@code (pb.cpp).string_type}. */
    public enum CppStringType {
        STRING,
        VIEW,
        CORD
    }
}
