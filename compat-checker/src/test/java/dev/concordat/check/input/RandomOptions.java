package dev.concordat.check.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A workspace of options, the types that they are made of, in one file or several, and contracts that set them, to which nothing happens. */
final class RandomOptions {
    private static final int FILES = 4;
    private static final List<String> TYPES = List.of("E", "P", "O", "options", "W");
    private static final List<String> VALUES = List.of(
            "(x.o).a = 1",
            "(x.o).b = 1",
            "(x.o) = { a: 1 }",
            "(x.o) = { a: 1 b: 1 }",
            "(x.o) = { a: 1 a: 2 }",
            "(x.o) = {}",
            "(x.o).p.a = 1",
            "(x.o) = { p: {} }",
            "(x.o) = { p { a: 1 b: 1 } }",
            "(x.o).e = A",
            "(x.o) = { e: B }",
            "(x.o) = { e: [A, B] }",
            "(x.o) = { e: 7 }",
            "(x.o) = { any: { [type.googleapis.com/x.P] { a: 1 } } }",
            "(x.o).n.a = 1",
            "(x.o) = { n { a: 1 } }",
            "(x.o) = { m { key: \"k\" value { a: 1 } } }",
            "(x.e) = B",
            "(x.o).p.(x.S.r) = 1",
            "(x.o) = { p { [x.q]: 1 [x.S.r]: 1 } }",
            "(x.o) = { p { [x.w] { b: 1 } } }",
            "(x.o) = { m { key: \"k\" value { [x.w] { a: 1 } } } }",
            "(x.o) = { any: { [type.googleapis.com/x.P] { [x.w] { a: 1 } } } }",
            "(x.p) = { [x.q]: 1 }",
            "(x.p) = { [x.S.r]: 1 }",
            "(x.p).(x.q) = 1",
            "(x.p).(x.S.r) = 1",
            "(x.p).a = 1",
            "(x.p) = { [x.w] { a: 1 } }",
            "(x.p).(x.w).b = 1",
            "(x.o).p.(x.w).a = 1",
            "(x.S.s).a = 1");

    /** What else in a contract depends on numbers, values and ranges of types that it names. */
    private static final List<String> USES = List.of(
            "message Y { {optional}int32 y = 1 [(x.f).a = 1]; }",
            "message Y { {optional}int32 y = 1 [(x.f) = { p { a: 1 } }]; }",
            "enum Y { A = 0 [(x.v) = B]; }",
            "message Y { {optional}x.E e = 1; }",
            "message Y { {optional}x.E e = 1 [default = B]; }",
            "message Y { repeated x.E e = 1; }",
            "message Y { map<int32, x.E> m = 1; }",
            "message Y { {optional}x.P p = 1; }",
            "message Y { {optional}x.O.N n = 1; }",
            "extend x.P { {optional}int32 y = 150; }",
            "extend x.P { {optional}x.E y = 151; }",
            "extend x.P { {optional}x.E y = 151 [default = B]; }",
            "service Y { rpc Y(x.P) returns (x.O); }");

    private static final List<String> LANGUAGES = List.of(
            "syntax = \"proto2\";\n",
            "syntax = \"proto2\";\n",
            "syntax = \"proto3\";\n",
            "edition = \"2023\";\n",
            "edition = \"2023\";\noption features.enum_type = CLOSED;\n",
            "edition = \"2023\";\noption features.field_presence = IMPLICIT;\n",
            "edition = \"2024\";\n",
            "edition = \"2024\";\noption features.default_symbol_visibility = LOCAL_ALL;\n");

    private static final List<String> RANGES = List.of(
            "max",
            "max",
            "120",
            "140, 150 [declaration = { number: 150 full_name: \".y0.y\" type: \"int32\" }], 151 to 160",
            "149, 151 to 160, 150 [declaration = { number: 150 full_name: \".y1.y\" type: \"int32\" }]");

    private final Random random;
    private final UnaryOperator<String> layout;
    /** What was drawn, by what it is for. */
    private final Map<String, Integer> drawn = new TreeMap<>();

    private final List<String> users = new ArrayList<>();

    RandomOptions(Random random, UnaryOperator<String> layout) {
        this.random = random;
        this.layout = layout;
    }

    /** Adds a contract that uses what there is, if that allows it. */
    void addUser() {
        String language = pick(LANGUAGES);
        String use = random.nextBoolean() ? "message Y { option %s; }".formatted(pick(VALUES)) : pick(USES);
        users.add(language
                + "package y%d;\nimport \"x3.proto\";\n".formatted(users.size())
                + use.replace("{optional}", hasLabels(language) ? "optional " : "")
                + "\n");
    }

    /** Takes back the contract that was added last. */
    void removeUser() {
        users.remove(users.size() - 1);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Draws again what one thing is like. */
    void change() {
        List<String> things = List.copyOf(drawn.keySet());
        drawn.put(things.get(random.nextInt(things.size())), random.nextInt(Integer.MAX_VALUE));
    }

    /** Writes the files, in place of those of the same names. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("buf.yaml"), "version: v2\n");
        StringBuilder[] texts = new StringBuilder[FILES];
        for (int file = 0; file < FILES; file++) {
            texts[file] = new StringBuilder(language(file))
                    .append(
                            "package x;\nimport \"google/protobuf/descriptor.proto\";\nimport \"google/protobuf/any.proto\";\n");
            for (int other = 0; other < file; other++) {
                String how = draw("import of " + other + " in " + file, List.of("public ", "public ", "public ", ""));
                texts[file]
                        .append("import ")
                        .append(how)
                        .append("\"x")
                        .append(other)
                        .append(".proto\";\n");
            }
        }
        for (String type : TYPES) {
            texts[file(type)].append(declaration(type));
        }
        for (int file = 0; file < FILES; file++) {
            Files.writeString(directory.resolve("x" + file + ".proto"), layout.apply(texts[file].toString()));
        }
        for (int user = 0; user < users.size(); user++) {
            Files.writeString(directory.resolve("y" + user + ".proto"), layout.apply(users.get(user)));
        }
        Files.deleteIfExists(directory.resolve("y" + users.size() + ".proto"));
    }

    private <T> T draw(String what, List<T> choices) {
        return choices.get(drawn.computeIfAbsent(what, unused -> random.nextInt(Integer.MAX_VALUE)) % choices.size());
    }

    private String language(int file) {
        return draw("language " + file, LANGUAGES);
    }

    private static boolean hasLabels(String language) {
        return language.contains("proto2");
    }

    /** A type knows those before it, which lie in the same file or in one before. */
    private int file(String type) {
        int before = TYPES.indexOf(type) == 0 ? 0 : file(TYPES.get(TYPES.indexOf(type) - 1));
        return before + draw("file of " + type, List.of(0, 0, 1)) * (before < FILES - 1 ? 1 : 0);
    }

    private String declaration(String type) {
        return switch (type) {
            case "E" ->
                "enum E { A = 0; %s%s}\n"
                        .formatted(
                                draw("B", List.of("B = 1; ", "B = 1; ", "B = 2; ", "")),
                                draw("C", List.of("C = 7; ", "C = 7; ", "D = 7; ", "")));
            case "P" ->
                draw("P", List.of("message", "message", "message", "message", "message", "message", "message", "enum"))
                                .equals("enum")
                        ? "enum P { P_A = 0; }\n"
                        : "message P { %sextensions 100 to %s; }\n".formatted(fields(type), draw("range", RANGES));
            case "O" ->
                "message O { %s%s%s%s%s%smessage N { %s} }\n"
                        .formatted(
                                fields(type),
                                field(type, "P", "p", 3),
                                field(type, "E", "e", 4),
                                field(type, "google.protobuf.Any", "any", 5),
                                field(type, "N", "n", 6),
                                draw(
                                        "m",
                                        List.of(
                                                "map<string, P> m = 7; ",
                                                "map<string, N> m = 7; ",
                                                "map<int32, P> m = 7; ",
                                                "")),
                                field(type, "int32", "a", 1)
                                        .replace(" a =", draw("name of Na", List.of(" a =", " a =", " c ="))));
            case "W" -> "message W { %s}\nextend P { %s}\n".formatted(fields(type), extension(type, "W", "w", 102));
            default ->
                """
                extend google.protobuf.MessageOptions { %s%s%s}
                extend google.protobuf.FieldOptions { %s}
                extend google.protobuf.EnumValueOptions { %s}
                extend P { %s}
                message S { extend P { %s} extend google.protobuf.MessageOptions { %s} }
                """.formatted(
                                extension(type, "O", "o", 50_000),
                                extension(type, "E", "e", 50_001),
                                extension(type, "P", "p", 50_002),
                                extension(type, "O", "f", 50_003),
                                extension(type, "E", "v", 50_004),
                                extension(type, "int32", "q", draw("number of q", List.of(100, 100, 150, 300))),
                                extension(type, "int32", "r", 101),
                                extension(type, "P", "s", 50_005));
        };
    }

    private String fields(String type) {
        String fields = "";
        String oneof = draw("oneof of " + type, List.of("", "", "", "one", "other"));
        for (String name : List.of("a", "b")) {
            String scalar = draw("type of " + type + name, List.of("int32", "int32", "int64", "string"));
            String field = field(type, scalar, name, name.equals("a") ? 1 : 2);
            fields += oneof.isEmpty() ? field : field.replaceFirst("^(optional|required|repeated) ", "");
        }
        return oneof.isEmpty() || fields.isEmpty() ? fields : "oneof %s { %s} ".formatted(oneof, fields);
    }

    private String field(String type, String of, String name, int number) {
        String what = type + name;
        boolean isThere = draw("whether " + what, List.of(true, true, true, true, true, false));
        return isThere ? label(type, what) + "%s %s = %d%s; ".formatted(of, name, number, options(what)) : "";
    }

    private String extension(String type, String of, String name, int number) {
        return "%s%s %s = %d%s; "
                .formatted(hasLabels(language(file(type))) ? "optional " : "", of, name, number, options(name));
    }

    private String label(String type, String what) {
        return hasLabels(language(file(type)))
                ? draw("label of " + what, List.of("optional ", "optional ", "optional ", "required ", "repeated "))
                : draw("label of " + what, List.of("", "", "", "", "repeated "));
    }

    private String options(String what) {
        return draw(
                "options of " + what,
                List.of(
                        "",
                        "",
                        "",
                        "",
                        " [deprecated = true]",
                        " [targets = TARGET_TYPE_MESSAGE]",
                        " [targets = TARGET_TYPE_FIELD]"));
    }
}
