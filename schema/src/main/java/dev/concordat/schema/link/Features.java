package dev.concordat.schema.link;

import com.google.protobuf.UnknownFieldSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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
    static final int ENFORCE_PROTO_LIMITS = 9;
    private static final List<String> NAMES = List.of(
            "",
            "field_presence",
            "enum_type",
            "repeated_field_encoding",
            "utf8_validation",
            "message_encoding",
            "json_format",
            "enforce_naming_style",
            "default_symbol_visibility",
            "enforce_proto_limits");
    private static final int COUNT = NAMES.size();

    // Values of its enums.
    static final int EXPLICIT = 1;
    static final int IMPLICIT = 2;
    static final int LEGACY_REQUIRED = 3;
    static final int OPEN = 1;
    static final int CLOSED = 2;
    static final int PACKED = 1;
    static final int EXPANDED = 2;
    static final int VERIFY = 2;
    static final int NONE = 3;
    static final int LENGTH_PREFIXED = 1;
    static final int DELIMITED = 2;
    static final int ALLOW = 1;
    static final int LEGACY_BEST_EFFORT = 2;
    static final int STYLE2024 = 1;
    static final int STYLE_LEGACY = 2;
    static final int EXPORT_ALL = 1;
    static final int EXPORT_TOP_LEVEL = 2;
    static final int LOCAL_ALL = 3;
    static final int STRICT = 4;

    /** The values by the numbers of their features. */
    private final byte[] values;
    /** The values of the features of languages that are set, by the extension's number and the number inside it. */
    private final Map<Integer, Map<Integer, Integer>> languages;

    private Features(byte[] values, Map<Integer, Map<Integer, Integer>> languages) {
        this.values = values;
        this.languages = languages;
    }

    /** Features with these values, in the order of their numbers, from 1. */
    static Features of(int... values) {
        byte[] numbered = new byte[COUNT];
        for (int at = 0; at < values.length; at++) {
            numbered[at + 1] = (byte) values[at];
        }
        return new Features(numbered, Map.of());
    }

    /** These features, with another value for one of them. */
    Features with(int feature, int value) {
        byte[] changed = values.clone();
        changed[feature] = (byte) value;
        return new Features(changed, languages);
    }

    /** These features, overridden by those that are written: an encoded {@code FeatureSet}. */
    Features overriddenBy(UnknownFieldSet written) {
        byte[] changed = values.clone();
        Map<Integer, Map<Integer, Integer>> inner = new HashMap<>(languages);
        for (Map.Entry<Integer, UnknownFieldSet.Field> field : written.asMap().entrySet()) {
            int number = field.getKey();
            if (number < COUNT) {
                changed[number] = last(field.getValue());
            } else {
                inner.merge(number, language(field.getValue()), Features::merged);
            }
        }
        return new Features(changed, Map.copyOf(inner));
    }

    private static byte last(UnknownFieldSet.Field field) {
        var numbers = field.getVarintList();
        return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1).byteValue();
    }

    private static Map<Integer, Integer> language(UnknownFieldSet.Field field) {
        Map<Integer, Integer> found = new HashMap<>();
        for (UnknownFieldSet set : FeatureSets.inside(field)) {
            set.asMap().forEach((number, value) -> found.put(number, (int) last(value)));
        }
        return found;
    }

    private static Map<Integer, Integer> merged(Map<Integer, Integer> first, Map<Integer, Integer> second) {
        Map<Integer, Integer> both = new HashMap<>(first);
        both.putAll(second);
        return both;
    }

    /** The name of a feature, by its number in {@code FeatureSet}. */
    static String name(int feature) {
        return NAMES.get(feature);
    }

    /** The value of a feature, by its number in {@code FeatureSet}. */
    int get(int feature) {
        return values[feature];
    }

    /**
     * The value of a language's feature, when it is set here or further out.
     *
     * @param extension the number of the language's extension of {@code FeatureSet}, such as 1001 for Java
     * @param feature the feature's number inside it
     */
    OptionalInt language(int extension, int feature) {
        Integer value = languages.getOrDefault(extension, Map.of()).get(feature);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Whether fields without a label do not tell unset from default. */
    boolean isImplicitPresence() {
        return values[FIELD_PRESENCE] == IMPLICIT;
    }

    /** Whether the field must be set. */
    boolean isRequired() {
        return values[FIELD_PRESENCE] == LEGACY_REQUIRED;
    }

    /** Whether enums hold none but their own values. */
    boolean isClosedEnum() {
        return values[ENUM_TYPE] == CLOSED;
    }

    /** Whether repeated numbers stand in a row without tags. */
    boolean isPacked() {
        return values[REPEATED_FIELD_ENCODING] == PACKED;
    }

    /** Whether messages are delimited by tags. */
    boolean isDelimited() {
        return values[MESSAGE_ENCODING] == DELIMITED;
    }

    /** Whether strings are checked to be UTF-8. */
    boolean verifiesUtf8() {
        return values[UTF8_VALIDATION] == VERIFY;
    }

    /** Whether JSON is promised to work, so that names may not clash in it. */
    boolean allowsJson() {
        return values[JSON_FORMAT] == ALLOW;
    }

    @Override
    public String toString() {
        return Arrays.toString(values) + languages;
    }
}
