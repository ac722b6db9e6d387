package dev.concordat.check.change;

import static dev.concordat.check.change.ChangedContracts.between;
import static dev.concordat.check.change.ChangedContracts.compile;
import static dev.concordat.check.change.ChangedContracts.descriptions;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changes in generated Java code, which no rule tells. */
final class JavaChangesTest {
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
        String beside =
                "message Order { repeated string name = 2; int32 name_count = 3; Color color = 5; int32 color_value = 7; %s}"
                        + color;
        assertEquals(
                List.of("field id = 8 of p.v1.Order added"),
                descriptions(between(beside.formatted(""), beside.formatted("string id = 8; "))));
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
    void knowsWhatBreaksOfAllThatChanges() throws ContractException {
        assertEquals(
                List.of(
                        "field name = 2 of p.v1.Order is Name2 in Java in place of Name, because of the names of other fields"),
                between(
                                "message Order { repeated string name = 2; }",
                                "message Order { repeated string name = 2; int32 name_count = 3; }")
                        .broken()
                        .stream()
                        .map(Change::description)
                        .toList());
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
        String both = legacy.formatted("int32 color_value = 7; %s");
        assertEquals(
                List.of("field id = 8 of Order added"),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", both.formatted(""))),
                        compile(Map.of("a.proto", both.formatted("string id = 8; "))),
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
        String open = "syntax = \"proto3\"; enum Color { RED = 0; }";
        String importing = "%s; import \"b.proto\"; message Order { optional Color one = 2; }";
        assertEquals(
                List.of(),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", importing.formatted("syntax = \"proto2\""), "b.proto", open)),
                        compile(Map.of("a.proto", importing.formatted("syntax = \"proto3\""), "b.proto", open)),
                        ".")));
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
        String legacy =
                "edition = \"2023\"; import \"google/protobuf/java_features.proto\"; message Order { %s }" + color;
        Schema takenForClosed = compile(
                Map.of("a.proto", legacy.formatted("Color one = 2 [features.(pb.java).legacy_closed_enum = true];")));
        Schema number = compile(Map.of("a.proto", legacy.formatted("string one = 2;")));
        for (Schema other : List.of(compile(Map.of("a.proto", legacy.formatted("Mood one = 2;"))), number)) {
            assertEquals(List.of(), descriptions(Changes.between(takenForClosed, other, ".")));
        }
        assertEquals(List.of(), descriptions(Changes.between(number, takenForClosed, ".")));
    }

    /** A rule tells it. */
    @Test
    void listsNothingOfOuterClassesThatAnOptionOrTheEditionNames() throws ContractException {
        String text = "syntax = \"proto3\"; %smessage Order { }";
        Schema byItself = compile(Map.of("a.proto", text.formatted("")));
        Schema byOption = compile(Map.of("a.proto", text.formatted("option java_outer_classname = \"Orders\"; ")));
        assertEquals(List.of(), descriptions(Changes.between(byItself, byOption, ".")));
        assertEquals(List.of(), descriptions(Changes.between(byOption, byItself, ".")));
        Schema before2024 = compile(Map.of("a.proto", "edition = \"2023\"; message Order { }"));
        Schema by2024 = compile(Map.of("a.proto", "edition = \"2024\"; message Order { }"));
        assertEquals(List.of(), descriptions(Changes.between(before2024, by2024, ".")));
        assertEquals(List.of(), descriptions(Changes.between(by2024, before2024, ".")));
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
}
