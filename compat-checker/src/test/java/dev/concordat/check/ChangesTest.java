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
import java.util.List;
import java.util.Optional;
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
    void retiresTheNumberOfAMapButNotThoseOfItsEntry() throws ContractException {
        Changes changes = between(
                "message Order { string id = 2; map<string, int32> counts = 3; }", "message Order { string id = 2; }");
        assertEquals(List.of("field counts = 3 of p.v1.Order deleted"), descriptions(changes));
        assertEquals(List.of(new RetiredNumber("p.v1.Order", 3, "counts")), changes.retired());
    }

    private static List<String> descriptions(Changes changes) {
        return changes.changes().stream().map(Change::description).toList();
    }

    private static Changes between(String previous, String current) throws ContractException {
        return Changes.between(compile(previous), compile(current), ".");
    }

    private static Schema compile(String body) throws ContractException {
        byte[] text = ("syntax = \"proto3\"; package p.v1; " + body).getBytes(StandardCharsets.UTF_8);
        return new LinkingCompiler()
                .compile(List.of(new ContractFile("a.proto", Optional.of("."), new SourceText("a.proto", text))));
    }
}
