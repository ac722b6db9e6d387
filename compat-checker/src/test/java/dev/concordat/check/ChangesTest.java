package dev.concordat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkingCompiler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ChangesTest {

    @Test
    void listsWhatIsNewButNotItsParts() throws ContractException {
        Changes changes = between(
                "message Order { string id = 2; }",
                "message Order { string id = 2; int32 count = 3; message Part { string id = 5; enum Kind { NONE = 0; } } }"
                        + " enum Color { RED = 0; } service Shop { rpc Get(Order) returns (Order); }");
        assertEquals(
                List.of(
                        "field count = 3 of p.v1.Order added",
                        "message p.v1.Order.Part added",
                        "enum p.v1.Color added",
                        "service p.v1.Shop added"),
                descriptions(changes));
        assertTrue(changes.hasAdditions());
    }

    @Test
    void listsWhatIsGoneAfterwards() throws ContractException {
        Changes changes = between(
                "message Order { oneof kind { string id = 2; } message Part { int32 size = 7; } } enum Color { RED = 0; BLUE = 3; }",
                "message Order { string id = 2; } enum Color { RED = 0; }");
        assertEquals(
                List.of(
                        "oneof kind of p.v1.Order deleted",
                        "message p.v1.Order.Part deleted",
                        "value BLUE = 3 of p.v1.Color deleted"),
                descriptions(changes));
        assertFalse(changes.hasAdditions());
        assertEquals(
                List.of(new RetiredNumber("p.v1.Order.Part", 7, "size"), new RetiredNumber("p.v1.Color", 3, "BLUE")),
                changes.retired());
    }

    @Test
    void retiresTheNumbersOfWhatIsGoneAsAWhole() throws ContractException {
        Changes changes = between(
                "message Order { string id = 2; } message Part { int32 size = 7; } enum Color { RED = 0; BLUE = 3; }",
                "message Order { string id = 2; }");
        assertEquals(
                List.of(
                        new RetiredNumber("p.v1.Part", 7, "size"),
                        new RetiredNumber("p.v1.Color", 0, "RED"),
                        new RetiredNumber("p.v1.Color", 3, "BLUE")),
                changes.retired());
    }

    @Test
    void retiresTheNumberOfAMapButNotThoseOfItsEntry() throws ContractException {
        Changes changes = between(
                "message Order { string id = 2; map<string, int32> counts = 3; }", "message Order { string id = 2; }");
        assertEquals(List.of("field counts = 3 of p.v1.Order deleted"), descriptions(changes));
        assertEquals(List.of(new RetiredNumber("p.v1.Order", 3, "counts")), changes.retired());
    }

    @Test
    void listsWhatIsNewInWhatWasThere() throws ContractException {
        Changes changes = between(
                "message Order { oneof kind { string id = 2; } } enum Color { RED = 0; } service Shop { rpc Get(Order) returns (Order); }",
                "message Order { oneof kind { bytes id = 3; } } enum Color { ROUGE = 0; }"
                        + " service Shop { rpc Get(Order) returns (Order); rpc Put(Order) returns (Order); }");
        assertEquals(
                List.of(
                        "field id = 3 of p.v1.Order added",
                        "value ROUGE = 0 of p.v1.Color added",
                        "rpc Put of p.v1.Shop added",
                        "field id = 2 of p.v1.Order deleted",
                        "value RED = 0 of p.v1.Color deleted"),
                descriptions(changes));
    }

    @Test
    void listsNothingThatOnlyChangedItsNumber() throws ContractException {
        Changes changes = between(
                "message Order { string id = 2; int32 count = 3; } enum Color { RED = 0; BLUE = 3; }",
                "message Order { string id = 5; int32 count = 2; } enum Color { RED = 0; BLUE = 5; }");
        assertEquals(List.of(), descriptions(changes));
        String extensible = "syntax = \"proto2\"; message Order { extensions 100 to 200; } ";
        changes = Changes.between(
                compile(Map.of("a.proto", extensible + "extend Order { optional string note = 100; }")),
                compile(Map.of("a.proto", extensible + "extend Order { optional string note = 101; }")),
                ".");
        assertEquals(List.of(), descriptions(changes));
    }

    @Test
    void listsNothingThatOnlyChangedItsType() throws ContractException {
        assertEquals(
                List.of(),
                descriptions(between("message Order { string id = 2; }", "message Order { bytes id = 2; }")));
    }

    @Test
    void listsWhatIsDeprecatedAndWasNot() throws ContractException {
        String text = "syntax = \"proto2\"; option deprecated = false; "
                + "message Order { option deprecated = false; optional string id = 2 [deprecated = false]; extensions 100; } "
                + "enum Color { option deprecated = false; RED = 0 [deprecated = false]; } "
                + "extend Order { optional string note = 100 [deprecated = false]; } "
                + "service Shop { option deprecated = false; rpc Get(Order) returns (Order) { option deprecated = false; } }";
        Schema before = compile(Map.of("a.proto", text));
        Schema deprecated = compile(Map.of("a.proto", text.replace("false", "true")));
        Changes changes = Changes.between(before, deprecated, ".");
        assertEquals(
                List.of(
                        "file a.proto deprecated",
                        "message Order deprecated",
                        "field id = 2 of Order deprecated",
                        "enum Color deprecated",
                        "value RED = 0 of Color deprecated",
                        "extension note = 100 of Order deprecated",
                        "service Shop deprecated",
                        "rpc Get of Shop deprecated"),
                descriptions(changes));
        assertEquals(text.indexOf("option"), changes.changes().get(0).location().start());
        assertEquals(List.of(), descriptions(Changes.between(deprecated, deprecated, ".")));
        assertEquals(List.of(), descriptions(Changes.between(deprecated, before, ".")));
        assertEquals(
                List.of("file a.proto added", "message Order added", "enum Color added"),
                descriptions(Changes.between(compile(Map.of()), deprecated, "."))
                        .subList(0, 3));
    }

    @Test
    void listsWhatOtherFilesMayUseNoMore() throws ContractException {
        String types =
                "message Order { message Part { message Size { } } enum Kind { KIND_UNSPECIFIED = 0; } map<string, string> notes = 2; } "
                        + "enum Color { COLOR_UNSPECIFIED = 0; }";
        Schema before = compile(Map.of("a.proto", "edition = \"2023\"; package p; " + types));
        String now = "edition = \"2024\"; package p; ";
        assertEquals(
                List.of(told("message p.Order.Part"), told("enum p.Order.Kind")),
                descriptions(Changes.between(before, compile(Map.of("a.proto", now + types)), ".")));
        assertEquals(
                List.of(told("message p.Order"), told("enum p.Color")),
                descriptions(Changes.between(
                        before,
                        compile(Map.of(
                                "a.proto",
                                now
                                        + types.replace("message Order", "local message Order")
                                                .replace("enum Color", "local enum Color"))),
                        ".")));
        String allExported = now + "option features.default_symbol_visibility = EXPORT_ALL; " + types;
        String allLocal = now + "option features.default_symbol_visibility = LOCAL_ALL; " + types;
        assertEquals(List.of(), descriptions(Changes.between(before, compile(Map.of("a.proto", allExported)), ".")));
        assertEquals(
                List.of(told("message p.Order"), told("enum p.Color")),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", allExported)), compile(Map.of("a.proto", allLocal)), ".")));
        assertEquals(
                List.of(),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", allLocal)), compile(Map.of("a.proto", allExported)), ".")));
    }

    private static String told(String type) {
        return type + " is local to its file now, so that contracts of others that use it no longer compile";
    }

    @Test
    void listsWhatJavaCallsByAnotherName() throws ContractException {
        String color = " enum Color { RED = 0; }";
        assertEquals(
                List.of(
                        "field name_count = 3 of p.v1.Order added",
                        "field color_value = 7 of p.v1.Order added",
                        "message p.v1.A added",
                        "file a.proto has the outer class AOuterClass in Java in place of A, because of the names that it declares",
                        "field name = 2 of p.v1.Order is Name2 in Java in place of Name, because of the names of other fields",
                        "field color = 5 of p.v1.Order is Color5 in Java in place of Color, because of the names of other fields"),
                descriptions(between(
                        "message Order { repeated string name = 2; Color color = 5; }" + color,
                        "message Order { repeated string name = 2; int32 name_count = 3; Color color = 5; int32 color_value = 7; }"
                                + " message A { }" + color)));
        assertEquals(
                List.of("field name_size = 3 of p.v1.Order added", "message p.v1.B added"),
                descriptions(between(
                        "message Order { repeated string name = 2; }" + color,
                        "message Order { repeated string name = 2; int32 name_size = 3; } message B { }" + color)));
        assertEquals(
                List.of("message p.v1.A added"),
                descriptions(between(
                        "option java_outer_classname = \"B\";", "option java_outer_classname = \"B\"; message A { }")));
    }

    @Test
    void listsNothingThatJavaTakesForClosed() throws ContractException {
        String legacy = "edition = \"2023\"; import \"google/protobuf/java_features.proto\"; enum Color { RED = 0; } "
                + "message Order { Color color = 5 [features.(pb.java).legacy_closed_enum = true]; %s}";
        assertEquals(
                List.of("field color_value = 7 of Order added"),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", legacy.formatted(""))),
                        compile(Map.of("a.proto", legacy.formatted("int32 color_value = 7; "))),
                        ".")));
    }

    @Test
    void listsFieldsWhoseEnumJavaTakesForClosedNowOrNoLonger() throws ContractException {
        String text = "edition = \"2023\"; import \"google/protobuf/java_features.proto\"; %s enum Color { RED = 0; } "
                + "message Order { Color one = 2%s; repeated Color list = 3%s; map<string, Color> map = 5%s; string none = 7; }";
        String legacy = "features.(pb.java).legacy_closed_enum = true";
        String inBrackets = "[" + legacy + "]";
        Schema open = compile(Map.of("a.proto", text.formatted("", "", "", "")));
        Schema closed = compile(Map.of("a.proto", text.formatted("", inBrackets, inBrackets, inBrackets)));
        Schema closedByFile = compile(Map.of("a.proto", text.formatted("option " + legacy + ";", "", "", "")));
        List<String> fields = List.of("field one = 2 of Order", "field list = 3 of Order", "field map = 5 of Order");
        String because = " in Java, because of features.(pb.java).legacy_closed_enum";
        List<String> gone = fields.stream()
                .map(field -> field + " has no methods for the numbers of its enum any more" + because)
                .toList();
        assertEquals(gone, descriptions(Changes.between(open, closed, ".")));
        assertEquals(gone, descriptions(Changes.between(open, closedByFile, ".")));
        assertEquals(
                fields.stream()
                        .map(field -> field + " has methods for the numbers of its enum" + because)
                        .toList(),
                descriptions(Changes.between(closed, open, ".")));
        assertEquals(List.of(), descriptions(Changes.between(closed, closedByFile, ".")));
    }

    /** They are told by rules, of the file, the field and the enum. */
    @Test
    void listsNothingOfEnumsThatOpenOrCloseWithSyntaxOrType() throws ContractException {
        String color = " enum Color { RED = 0; } enum Mood { GOOD = 0; } ";
        String proto2 = "syntax = \"proto2\"; message Order { optional Color one = 2; }" + color;
        String proto3 = "syntax = \"proto3\"; message Order { optional Color one = 2; }" + color;
        assertEquals(
                List.of(),
                descriptions(
                        Changes.between(compile(Map.of("a.proto", proto2)), compile(Map.of("a.proto", proto3)), ".")));
        String edition = "edition = \"2023\"; message Order { Color one = 2; }" + color;
        String closed = edition.replace("Color {", "Color { option features.enum_type = CLOSED;");
        assertEquals(
                List.of(),
                descriptions(
                        Changes.between(compile(Map.of("a.proto", edition)), compile(Map.of("a.proto", closed)), ".")));
        assertEquals(
                List.of(),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", closed)),
                        compile(Map.of("a.proto", closed.replace("{ Color one", "{ Mood one"))),
                        ".")));
    }

    @Test
    void listsEnumsThatBecomeClassesInJava() throws ContractException {
        String text = "edition = \"2024\"; import option \"google/protobuf/java_features.proto\"; "
                + "message Order { enum Kind { KIND_UNSPECIFIED = 0; } } enum Color { %sCOLOR_UNSPECIFIED = 0; }";
        Schema small = compile(Map.of("a.proto", text.formatted("")));
        String option = "option features.(pb.java).large_enum = true; ";
        Schema large = compile(Map.of("a.proto", text.formatted(option)));
        Changes changes = Changes.between(small, large, ".");
        assertEquals(
                List.of("enum Color is a class in Java in place of an enum, because of features.(pb.java).large_enum"),
                descriptions(changes));
        assertEquals(text.indexOf("%s"), changes.changes().get(0).location().start());
        assertEquals(
                List.of("enum Color is an enum in Java in place of a class, because of features.(pb.java).large_enum"),
                descriptions(Changes.between(large, small, ".")));
        assertEquals(List.of(), descriptions(Changes.between(large, large, ".")));
    }

    @Test
    void listsWhatFilesNoLongerPassOn() throws ContractException {
        String size = "syntax = \"proto2\"; package q; message Size { } ";
        String page = "syntax = \"proto2\"; import public \"size.proto\"; ";
        String shop = "syntax = \"proto2\"; import public \"page.proto\"; ";
        Schema before = compile(Map.of("page.proto", page, "shop.proto", shop, "size.proto", size));
        for (String plain : List.of("import \"page.proto\";", "")) {
            assertEquals(
                    List.of(passesOnNoMore("shop.proto", "page.proto", "message q.Size")),
                    descriptions(Changes.between(
                            before,
                            compile(Map.of(
                                    "page.proto",
                                    page,
                                    "shop.proto",
                                    "syntax = \"proto2\"; " + plain,
                                    "size.proto",
                                    size)),
                            ".")));
        }
        // Told once, where the import was.
        assertEquals(
                List.of(passesOnNoMore("page.proto", "size.proto", "message q.Size")),
                descriptions(Changes.between(
                        before,
                        compile(Map.of(
                                "page.proto", page.replace("public ", ""), "shop.proto", shop, "size.proto", size)),
                        ".")));
        String timestamp = "syntax = \"proto3\"; import public \"google/protobuf/timestamp.proto\";";
        assertEquals(
                List.of(passesOnNoMore(
                        "a.proto", "google/protobuf/timestamp.proto", "message google.protobuf.Timestamp")),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", timestamp)),
                        compile(Map.of("a.proto", "syntax = \"proto3\";")),
                        ".")));
    }

    @Test
    void listsWhatFilesPassOnNow() throws ContractException {
        String head = "syntax = \"proto2\"; ";
        String size = head + "package q; message Size { } ";
        String shop = head + "import public \"page.proto\"; ";
        Map<String, String> after =
                Map.of("page.proto", head + "import public \"size.proto\"; ", "shop.proto", shop, "size.proto", size);
        for (String plain : List.of("import \"size.proto\"; ", "")) {
            // Told once, where the import is.
            Changes changes = Changes.between(
                    compile(Map.of("page.proto", head + plain, "shop.proto", shop, "size.proto", size)),
                    compile(after),
                    ".");
            assertEquals(List.of(passesOnNow("page.proto", "size.proto", "message q.Size")), descriptions(changes));
            assertTrue(changes.hasAdditions());
            assertEquals(head.length(), changes.changes().get(0).location().start());
        }
        assertEquals(
                List.of(passesOnNow("a.proto", "google/protobuf/timestamp.proto", "message google.protobuf.Timestamp")),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", head)),
                        compile(Map.of("a.proto", head + "import public \"google/protobuf/timestamp.proto\";")),
                        ".")));
        // What is new is told as new.
        assertEquals(
                List.of("file size.proto added", "message q.Size added"),
                descriptions(
                        Changes.between(compile(Map.of("page.proto", head, "shop.proto", shop)), compile(after), ".")));
        // What the file declared itself came through it before.
        assertEquals(
                List.of("file size.proto added"),
                descriptions(
                        Changes.between(compile(Map.of("page.proto", size, "shop.proto", shop)), compile(after), ".")));
    }

    @Test
    void listsNothingThatFilesPassOnInAnotherWay() throws ContractException {
        String head = "syntax = \"proto2\"; ";
        String size = head + "package q; message Size { extensions 100; } extend Size { optional string unit = 100; }";
        Map<String, String> through = Map.of(
                "page.proto",
                head + "import public \"sizes.proto\";",
                "empty.proto",
                head,
                "shop.proto",
                head + "import public \"page.proto\"; import public \"empty.proto\";",
                "sizes.proto",
                size);
        Map<String, String> direct = new TreeMap<>(through);
        direct.put("shop.proto", head + "import public \"sizes.proto\";");
        assertEquals(List.of(), descriptions(Changes.between(compile(through), compile(direct), ".")));
        Map<String, String> declared = new TreeMap<>(through);
        declared.put("shop.proto", size);
        declared.put("sizes.proto", head);
        assertEquals(List.of(), descriptions(Changes.between(compile(through), compile(declared), ".")));
        // Rules tell what is gone for everyone.
        Map<String, String> gone = new TreeMap<>(through);
        gone.put("shop.proto", head);
        gone.put("sizes.proto", head);
        assertEquals(
                List.of("message q.Size deleted", "extension q.unit = 100 of q.Size deleted"),
                descriptions(Changes.between(compile(through), compile(gone), ".")));
    }

    private static String passesOnNow(String file, String imported, String what) {
        return "file %s imports %s publicly now, so that contracts of others may have %s through it"
                .formatted(file, imported, what);
    }

    private static String passesOnNoMore(String file, String imported, String type) {
        return "file %s imports %s publicly no more, so that contracts of others that have %s through it no longer compile"
                .formatted(file, imported, type);
    }

    @Test
    void listsEnumValuesThatBecomeAliases() throws ContractException {
        String color = "enum Color { option allow_alias = true; %s }";
        String told =
                "value RED = 2 of p.v1.Color is an alias of ROUGE now, which stands before it, so that it is no constant in Java any more and ROUGE is printed for it";
        assertEquals(
                List.of(told),
                descriptions(between(
                        color.formatted("NONE = 0; RED = 2; ROUGE = 2;"),
                        color.formatted("NONE = 0; ROUGE = 2; RED = 2;"))));
        assertEquals(
                List.of("value ROUGE = 2 of p.v1.Color added", told),
                descriptions(between(
                        "enum Color { NONE = 0; RED = 2; }", color.formatted("NONE = 0; ROUGE = 2; RED = 2;"))));
        assertEquals(
                List.of("value ROUGE = 2 of p.v1.Color added"),
                descriptions(between(
                        "enum Color { NONE = 0; RED = 2; }", color.formatted("NONE = 0; RED = 2; ROUGE = 2;"))));
        String three = color.formatted("NONE = 0; RED = 2; ROUGE = 2; ROT = 2;");
        assertEquals(
                List.of(), descriptions(between(three, color.formatted("NONE = 0; RED = 2; ROT = 2; ROUGE = 2;"))));
        // Rules tell names that are gone.
        assertEquals(
                List.of("value RED = 2 of p.v1.Color deleted"),
                descriptions(between(three, color.formatted("NONE = 0; ROUGE = 2; ROT = 2;"))));
    }

    @Test
    void listsEnumsThatBeginWithAnotherValueWhereNoFieldTellsIt() throws ContractException {
        String first = "enum Color { RED = 1; BLUE = 2; }";
        String other = "enum Color { BLUE = 2; RED = 1; }";
        String told =
                "enum Color begins with BLUE = 2 in place of RED = 1, so that fields of others have another default";
        for (String unaffected : List.of(
                "",
                "message Order { repeated Color color = 3; }",
                "message Order { optional Color color = 3 [default = RED]; }")) {
            assertEquals(List.of(told), descriptions(betweenEnums(unaffected, first, other)));
        }
        for (String affected : List.of(
                "message Order { optional Color color = 3; }",
                "message Order { extensions 100; } extend Order { optional Color color = 100; }")) {
            assertEquals(List.of(), descriptions(betweenEnums(affected, first, other)));
        }
        String gone = "enum Color { BLUE = 2; }";
        assertEquals(List.of("value RED = 1 of Color deleted"), descriptions(betweenEnums("", first, gone)));
        assertEquals(List.of(), descriptions(betweenEnums("", first, "enum Color { RED = 3; BLUE = 2; }")));
    }

    private static Changes betweenEnums(String beside, String previous, String current) throws ContractException {
        String head = "syntax = \"proto2\"; " + beside;
        return Changes.between(
                compile(Map.of("a.proto", head + previous)), compile(Map.of("a.proto", head + current)), ".");
    }

    @Test
    void listsNewFilesAndExtensions() throws ContractException {
        String extensible = "syntax = \"proto2\"; message Order { extensions 100 to 200; } ";
        String one = "extend Order { optional string note = 100; } ";
        String two = one + "extend Order { optional string title = 101; } ";
        Changes changes = Changes.between(
                compile(Map.of("a.proto", extensible + one)),
                compile(Map.of("a.proto", extensible + two, "b.proto", "syntax = \"proto3\"; enum Color { RED = 0; }")),
                ".");
        assertEquals(
                List.of("file b.proto added", "enum Color added", "extension title = 101 of Order added"),
                descriptions(changes));
    }

    private static List<String> descriptions(Changes changes) {
        return changes.changes().stream().map(Change::description).toList();
    }

    private static Changes between(String previous, String current) throws ContractException {
        return Changes.between(compile(previous), compile(current), ".");
    }

    private static Schema compile(String body) throws ContractException {
        return compile(Map.of("a.proto", "syntax = \"proto3\"; package p.v1; " + body));
    }

    private static Schema compile(Map<String, String> texts) throws ContractException {
        List<ContractFile> files = new ArrayList<>();
        new TreeMap<>(texts)
                .forEach((path, text) -> files.add(new ContractFile(
                        path, Optional.of("."), new SourceText(path, text.getBytes(StandardCharsets.UTF_8)))));
        return new LinkingCompiler().compile(files);
    }
}
