package dev.concordat.schema.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Something that a file may hold many of.
 *
 * @param head what stands before them
 * @param piece the one of this number
 * @param tail what stands behind them
 * @param limit how many protoc allows
 */
record Construct(String name, String head, IntFunction<String> piece, String tail, int limit) {
    private static final String PROTO2 = "syntax = \"proto2\";";
    private static final String PROTO3 = "syntax = \"proto3\";";
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int FIELDS = 65_000;
    private static final String OPTIONS = PROTO2 + " import \"google/protobuf/descriptor.proto\"; "
            + "extend google.protobuf.MessageOptions { optional A a = 50000; repeated int32 r = 50001; } "
            + "message A { optional int32 i = 1; repeated A l = 2; repeated int32 n = 3; optional string s = 4; } ";

    /** The text with this many of them. */
    String text(int count, String separator) {
        StringBuilder text = new StringBuilder(head).append(separator);
        for (int number = 1; number <= count; number++) {
            text.append(piece.apply(number)).append(separator);
        }
        return text.append(tail).append(separator).toString();
    }

    /** How many fit into this many bytes. */
    int most(String separator, int bytes) {
        int sample = text(10_000, separator).length() - text(0, separator).length();
        int last = text(0, separator).length() + (piece.apply(bytes / 20).length() + separator.length()) * 10_000;
        int each = Math.max(sample, last) / 10_000 + 1;
        return Math.min(limit, Math.max(4, (bytes - head.length() - tail.length()) / each));
    }

    static List<Construct> all() {
        List<Construct> all = new ArrayList<>();
        addTypes(all);
        addFields(all);
        addOptions(all);
        addText(all);
        addNumbers(all);
        addErrors(all);
        return all;
    }

    private static void addTypes(List<Construct> all) {
        all.add(of("messages", PROTO3, n -> "message M" + n + " {}"));
        all.add(of("messages with a field", PROTO3, n -> "message M" + n + " { int32 a = 1; M" + n + " b = 2; }"));
        all.add(new Construct("nested messages", PROTO3 + "message P {", n -> "message M" + n + " {}", "}", UNLIMITED));
        all.add(of("enums", PROTO3, n -> "enum E" + n + " { A" + n + " = 0; }"));
        all.add(new Construct("enum values", PROTO3 + "enum E { A0 = 0;", n -> "A" + n + " = " + n + ";", "}", FIELDS));
        all.add(new Construct(
                "enum aliases",
                PROTO3 + "enum E { option allow_alias = true; A0 = 0;",
                n -> "A" + n + " = 1;",
                "}",
                FIELDS));
        all.add(of("services", PROTO3 + "message M {}", n -> "service S" + n + " { rpc A(M) returns (M); }"));
        all.add(new Construct(
                "rpcs",
                PROTO3 + "message M {} service S {",
                n -> "rpc A" + n + "(M) returns (stream M);",
                "}",
                UNLIMITED));
        all.add(new Construct("imports", PROTO3, n -> "import \"a" + n + ".proto\";", "", UNLIMITED));
    }

    private static void addFields(List<Construct> all) {
        all.add(new Construct(
                "fields", PROTO3 + "message M {", n -> "string f" + n + "=" + number(n) + ";", "}", FIELDS));
        all.add(new Construct(
                "fields with documentation",
                PROTO3 + "message M {",
                n -> "/* The field " + n + ". */ string f" + n + "=" + number(n) + ";",
                "}",
                FIELDS));
        all.add(new Construct(
                "optional fields",
                PROTO3 + "message M {",
                n -> "optional M f" + n + "=" + number(n) + ";",
                "}",
                FIELDS));
        all.add(new Construct(
                "oneof fields",
                PROTO3 + "message M { oneof o {",
                n -> "string f" + n + "=" + number(n) + ";",
                "}}",
                FIELDS));
        all.add(new Construct(
                "oneofs",
                PROTO3 + "message M {",
                n -> "oneof o" + n + " { string f" + n + "=" + number(n) + ";}",
                "}",
                FIELDS));
        all.add(new Construct(
                "map fields",
                PROTO3 + "message M {",
                n -> "map<string, M> f" + n + "=" + number(n) + ";",
                "}",
                FIELDS));
        all.add(new Construct(
                "groups", PROTO2 + "message M {", n -> "optional group G" + n + "=" + number(n) + " {}", "}", FIELDS));
        all.add(new Construct(
                "extensions",
                PROTO2 + "message M { extensions 20000 to max; } extend M {",
                n -> "optional M f" + n + "=" + (n + 20_000) + ";",
                "}",
                UNLIMITED));
        all.add(new Construct(
                "extend blocks",
                PROTO2 + "message M { extensions 20000 to max; }",
                n -> "extend M { optional M f" + n + "=" + (n + 20_000) + "; }",
                "",
                UNLIMITED));
    }

    private static void addOptions(List<Construct> all) {
        all.add(new Construct(
                "options of a message", OPTIONS + "message M {", n -> "option (r) = " + n + ";", "}", UNLIMITED));
        all.add(new Construct(
                "options of a field",
                PROTO3
                        + "import \"google/protobuf/descriptor.proto\"; extend google.protobuf.FieldOptions { repeated int32 r = 50001; } message M { int32 f = 1 [",
                n -> "(r) = " + n + ",",
                "deprecated = true]; }",
                UNLIMITED));
        all.add(of("options, one a message", OPTIONS, n -> "message M" + n + " { option (a).l = { i: " + n + " }; }"));
        all.add(new Construct(
                "aggregate fields", OPTIONS + "message M { option (a) = {", n -> "n: " + n, "}; }", UNLIMITED));
        all.add(new Construct(
                "aggregate messages",
                OPTIONS + "message M { option (a) = {",
                n -> "l { i: " + n + " }",
                "}; }",
                UNLIMITED));
        all.add(new Construct(
                "aggregate list", OPTIONS + "message M { option (a) = { n: [0", n -> "," + n, "] }; }", UNLIMITED));
        all.add(new Construct(
                "aggregate list of messages",
                OPTIONS + "message M { option (a) = { l: [{}",
                n -> ",{ i: " + n + " }",
                "] }; }",
                UNLIMITED));
        all.add(new Construct(
                "long string", PROTO3 + "option java_package = \"", n -> "abcdefgh\\n", "\";", UNLIMITED));
        all.add(new Construct(
                "string concatenation", PROTO3 + "option java_package = \"\"", n -> "\"a\"", ";", UNLIMITED));
        all.add(new Construct("uninterpretable options", PROTO3, n -> "option (a.b" + n + ") = 1;", "", UNLIMITED));
    }

    private static void addText(List<Construct> all) {
        all.add(of("block comments", PROTO3, n -> "/* number " + n + " */"));
        all.add(new Construct("one long comment", PROTO3 + "/*", n -> "line " + n, "*/ message M {}", UNLIMITED));
        all.add(of("line comments", PROTO3, n -> "// number " + n + "\n"));
        all.add(of("detached comments", PROTO3, n -> "// number " + n + "\n\n"));
        all.add(of("comments in a statement", PROTO3 + "message M { int32 a", n -> "/* " + n + " */"));
        all.add(of("empty statements", PROTO3, n -> ";"));
        all.add(of("white space", PROTO3, n -> "\t\t    "));
        all.add(new Construct(
                "imports of one file", PROTO3, n -> "import public \"google/protobuf/any.proto\";", "", UNLIMITED));
        all.add(of("long names", PROTO3, n -> "message " + "LongName".repeat(50) + n + " { }"));
        all.add(of(
                "qualified names",
                PROTO3 + "message A { message B { message C {} } }",
                n -> "message M" + n + " { A.B.C a = 1; .A.B b = 2; M" + n + " c = 3; }"));
        all.add(of("unresolved names", PROTO3, n -> "message M" + n + " { A.B.C" + n + " a = 1; }"));
    }

    private static void addNumbers(List<Construct> all) {
        all.add(new Construct(
                "reserved ranges",
                PROTO3 + "message M {",
                n -> "reserved " + n * 3 + " to " + (n * 3 + 1) + ";",
                "}",
                UNLIMITED));
        all.add(new Construct(
                "reserved numbers, one list",
                PROTO3 + "message M { reserved 1",
                n -> ", " + (n + 1),
                "; }",
                UNLIMITED));
        all.add(new Construct(
                "reserved names", PROTO3 + "message M {", n -> "reserved \"n" + n + "\";", "}", UNLIMITED));
        all.add(new Construct(
                "enum reserved ranges",
                PROTO3 + "enum E { A = 0;",
                n -> "reserved " + n * 3 + " to " + (n * 3 + 1) + ";",
                "}",
                UNLIMITED));
        all.add(new Construct(
                "extension ranges",
                PROTO2 + "message M {",
                n -> "extensions " + n * 3 + " to " + (n * 3 + 1) + ";",
                "}",
                UNLIMITED));
        all.add(new Construct(
                "extension declarations",
                PROTO2
                        + "message M { extensions 1 to max [declaration = { number: 1 full_name: \".a.b\" type: \"int32\" }",
                n -> ", declaration = { number: " + (n + 1) + " full_name: \".a.c" + n + "\" type: \"int32\" }",
                "]; }",
                UNLIMITED));
        all.add(new Construct(
                "default numbers",
                PROTO2 + "message M {",
                n -> "optional double f" + n + "=" + number(n) + "[default = " + n + ".125e3];",
                "}",
                FIELDS));
    }

    private static void addErrors(List<Construct> all) {
        all.add(of("bad statements", PROTO3, n -> "nonsense " + n + ";"));
        all.add(of("bad fields", PROTO3, n -> "message M" + n + " { int32 = 1; }"));
        all.add(of("missing semicolons", PROTO3, n -> "message M" + n + " { int32 a = 1 }"));
        all.add(of("names declared twice", PROTO3, n -> "message M {}"));
        all.add(new Construct(
                "numbers used twice", PROTO3 + "message M {", n -> "string f" + n + " = 1;", "}", FIELDS));
        all.add(new Construct(
                "overlapping ranges", PROTO2 + "message M {", n -> "extensions 5 to 900;", "}", UNLIMITED));
        all.add(of("open braces", PROTO3, n -> "{"));
        all.add(of("stray bytes", PROTO3, n -> "@$"));
    }

    /** A field's number; those that protobuf keeps for itself are left out. */
    private static int number(int field) {
        return field < 19_000 ? field : field + 1_000;
    }

    private static Construct of(String name, String head, IntFunction<String> piece) {
        return new Construct(name, head, piece, "", UNLIMITED);
    }
}
