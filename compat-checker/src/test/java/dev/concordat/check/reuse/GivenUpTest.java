package dev.concordat.check.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkingCompiler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a version lacks of what an earlier one had, by the type that it belonged to. */
final class GivenUpTest {
    private static final String BEFORE = """
            message Order { optional string id = 1; message Line { optional string id = 1; } extensions 100 to 200; }
            enum Kind { ZERO = 0; ONE = 1; }
            extend Order { optional string note = 100; }
            service Shop { rpc Get(Order) returns (Order); }
            """;

    @Test
    void nothingIsGivenUpWhereAllIsThere() throws ContractException {
        assertEquals(Set.of(), subjects(BEFORE + "message Other { }"));
    }

    @Test
    void aFieldBelongsToItsMessage() throws ContractException {
        assertEquals(Set.of("p.Order"), subjects(BEFORE.replace("Order { optional string id = 1;", "Order {")));
        assertEquals(Set.of("p.Order.Line"), subjects(BEFORE.replace("Line { optional string id = 1;", "Line {")));
    }

    @Test
    void aValueBelongsToItsEnum() throws ContractException {
        assertEquals(Set.of("p.Kind"), subjects(BEFORE.replace("ONE = 1;", "")));
    }

    @Test
    void theNumberOfAnExtensionBelongsToWhatIsExtended() throws ContractException {
        assertEquals(
                Set.of("p.Order", "p.note"),
                subjects(BEFORE.replace("optional string note = 100;", "optional string other = 101;")));
    }

    @Test
    void anRpcBelongsToItsService() throws ContractException {
        assertEquals(Set.of("p.Shop"), subjects(BEFORE.replace("rpc Get(Order) returns (Order);", "")));
    }

    @Test
    void aTypeIsItsOwnSubject() throws ContractException {
        assertEquals(Set.of("p.Order.Line"), subjects(BEFORE.replace("message Line", "message Row")));
    }

    private static Set<String> subjects(String now) throws ContractException {
        return GivenUp.subjects(compile(BEFORE).files(), compile(now));
    }

    private static Schema compile(String declarations) throws ContractException {
        String text = "syntax = \"proto2\";\npackage p;\n" + declarations + "\n";
        SourceText source = new SourceText("a.proto", text.getBytes(StandardCharsets.UTF_8));
        return new LinkingCompiler().compile(List.of(new ContractFile("a.proto", Optional.of("."), source)));
    }
}
