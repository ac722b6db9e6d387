package dev.concordat.check.soundness;

import java.util.ArrayList;
import java.util.List;

/**
 * A type with a cardinality, as the first field of a message may have it.
 *
 * @param type the type, in words
 * @param cardinality the cardinality, in words
 * @param declaration how edition 2023 declares the field
 * @param known whether it is one of the 85 without oneofs, delimited messages, unchecked strings and maps
 */
record FieldState(String type, String cardinality, String declaration, boolean known) {
    private static final List<String> NUMBERS = List.of(
            "double",
            "float",
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "bool");
    private static final List<String> KEYS = List.of(
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "bool",
            "string");
    private static final String CONTRACT = """
            edition = "2023";
            package p;
            message M {
              %s
              OTHER
            }
            message Sub { int32 a = 1; string b = 2; }
            message Key { string key = 1; int32 value = 2; }
            enum Open { OPEN_ZERO = 0; OPEN_ONE = 1; OPEN_TWO = 2; }
            enum Closed { option features.enum_type = CLOSED; CLOSED_ZERO = 0; CLOSED_ONE = 1; CLOSED_TWO = 2; }
            """;

    /**
     * All states: 85 known ones, which are 13 number types and the open enum, each implicit, explicit, required, repeated and packed (70), the closed enum
     * likewise but never implicit (4), string and bytes, each implicit, explicit, required and repeated (8), and a message, explicit, required and repeated
     * (3). Beyond these each type as a member of a oneof, delimited messages, strings that are not checked, maps by key and by value.
     */
    static List<FieldState> all() {
        List<FieldState> states = new ArrayList<>();
        for (String number : NUMBERS) {
            singular(number, "", true, states);
            lists(number, states);
        }
        singular("Open", "", true, states);
        lists("Open", states);
        presence("Closed", "", true, states);
        lists("Closed", states);
        for (String text : List.of("string", "bytes")) {
            singular(text, "", true, states);
            states.add(new FieldState(text, "repeated", "repeated " + text + " f = 1;", true));
        }
        presence("Sub", "", true, states);
        states.add(new FieldState("Sub", "repeated", "repeated Sub f = 1;", true));
        beyond(states);
        return List.copyOf(states);
    }

    private static void beyond(List<FieldState> states) {
        String delimited = "features.message_encoding = DELIMITED";
        presence("Sub", delimited, false, states);
        states.add(new FieldState("Sub delimited", "repeated", "repeated Sub f = 1 [" + delimited + "];", false));
        states.add(new FieldState("Key", "repeated", "repeated Key f = 1;", false));
        String unchecked = "features.utf8_validation = NONE";
        singular("string", unchecked, false, states);
        states.add(new FieldState("string unchecked", "repeated", "repeated string f = 1 [" + unchecked + "];", false));
        List<String> types = new ArrayList<>(NUMBERS);
        types.addAll(List.of("string", "bytes", "Open", "Closed", "Sub"));
        for (String type : types) {
            states.add(
                    new FieldState(type, "oneof", "oneof kind { %s f = 1; int32 other = 2; }".formatted(type), false));
            states.add(new FieldState("string to " + type, "map", "map<string, %s> f = 1;".formatted(type), false));
        }
        for (String key : KEYS) {
            states.add(new FieldState(key + " to int32", "map", "map<%s, int32> f = 1;".formatted(key), false));
        }
    }

    private static void singular(String type, String option, boolean known, List<FieldState> states) {
        String implicit = option.isEmpty()
                ? "features.field_presence = IMPLICIT"
                : option + ", features.field_presence = IMPLICIT";
        states.add(state(type, "implicit", implicit, option, known));
        presence(type, option, known, states);
    }

    private static void presence(String type, String option, boolean known, List<FieldState> states) {
        states.add(state(type, "explicit", option, option, known));
        String required = "features.field_presence = LEGACY_REQUIRED";
        states.add(state(type, "required", option.isEmpty() ? required : option + ", " + required, option, known));
    }

    private static FieldState state(String type, String cardinality, String options, String kind, boolean known) {
        String suffix = kind.contains("DELIMITED") ? " delimited" : kind.contains("NONE") ? " unchecked" : "";
        String brackets = options.isEmpty() ? "" : " [" + options + "]";
        return new FieldState(type + suffix, cardinality, type + " f = 1" + brackets + ";", known);
    }

    private static void lists(String type, List<FieldState> states) {
        String expanded = " [features.repeated_field_encoding = EXPANDED]";
        states.add(new FieldState(type, "repeated", "repeated " + type + " f = 1" + expanded + ";", true));
        states.add(new FieldState(type, "packed", "repeated " + type + " f = 1;", true));
    }

    /** A contract whose message M has the field. */
    String contract() {
        String other = cardinality.equals("oneof") ? "" : "int32 other = 2;";
        return CONTRACT.formatted(declaration).replace("OTHER", other);
    }

    @Override
    public String toString() {
        return cardinality + " " + type;
    }
}
