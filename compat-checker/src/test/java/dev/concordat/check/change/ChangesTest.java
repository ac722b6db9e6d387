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

/** What a change adds, deprecates, breaks unseen by rules, and retires. */
final class ChangesTest {
    @Test
    void listsWhatIsNewButNotItsParts() throws ContractException {
        Changes changes = between(
                "message Order { string id = 2; }",
                "message Order { string id = 2; int32 count = 3; map<string, int32> sizes = 4; oneof kind { int32 size = 5; }"
                        + " message Part { string id = 5; enum Kind { NONE = 0; } } } enum Color { RED = 0; } service Shop { rpc Get(Order) returns (Order); }");
        assertEquals(
                List.of(
                        "field count = 3 of p.v1.Order added",
                        "field sizes = 4 of p.v1.Order added",
                        "field size = 5 of p.v1.Order added",
                        "oneof kind of p.v1.Order added",
                        "message p.v1.Order.Part added",
                        "enum p.v1.Color added",
                        "service p.v1.Shop added"),
                descriptions(changes));
    }

    @Test
    void listsNothingThatIsGoneButRetiresItsNumbers() throws ContractException {
        Changes changes = between(
                "message Order { oneof kind { string id = 2; } message Part { int32 size = 7; } } enum Color { RED = 0; BLUE = 3; }",
                "message Order { string id = 2; } enum Color { RED = 0; }");
        assertEquals(List.of(), descriptions(changes));
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
                        "rpc Put of p.v1.Shop added"),
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
    void holdsEachAliasAndExtensionAgainstItself() throws ContractException {
        String text = "syntax = \"proto2\"; message Order { extensions 100 to 101; } "
                + "enum Color { option allow_alias = true; NONE = 0; RED = 1 [deprecated = true]; ROUGE = 1%s; } "
                + "extend Order { optional string note = 100 [deprecated = true]; optional string title = 101%s; }";
        assertEquals(
                List.of("value ROUGE = 1 of Color deprecated", "extension title = 101 of Order deprecated"),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", text.formatted("", ""))),
                        compile(Map.of("a.proto", text.formatted(" [deprecated = true]", " [deprecated = true]"))),
                        ".")));
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
        assertEquals(List.of(), descriptions(between(three, color.formatted("NONE = 0; ROUGE = 2; ROT = 2;"))));
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
        assertEquals(List.of(), descriptions(betweenEnums("", first, gone)));
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
}
