package dev.concordat.check.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkingCompiler;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is looked up in earlier releases. */
final class ReuseSearchTest {
    private static final String ORDER = "message Order { string id = 1; }";

    @Test
    void nothingIsLookedUpWhereNothingIsNew() throws ContractException {
        Schema released = compile(ORDER + "message Other { }");
        assertEquals(
                List.of(),
                ReuseSearch.find(released, compile(ORDER), compile(ORDER).files(), uses -> {
                    throw ContractException.of(Failure.NO_ANSWER, "It was looked up.", "Do not.");
                }));
    }

    @Test
    void whatIsNewIsLookedUp() throws ContractException {
        Schema current = compile(ORDER + "enum Kind { ZERO = 0; }");
        Set<Use> found = new HashSet<>();
        ReuseSearch.find(compile(ORDER), current, current.files(), uses -> {
            found.addAll(uses);
            return new EarlierReleases.Found(List.of(), Map.of());
        });
        assertEquals(
                Set.of(Use.typeName("p.Kind"), Use.valueNumber("p.Kind", 0), Use.valueName("p.Kind", "ZERO")), found);
    }

    @Test
    void aReleaseThatCannotBeReadIsNoAnswer() throws ContractException {
        Schema current = compile(ORDER);
        assertThrows(
                ContractException.class,
                () -> ReuseSearch.find(new Schema(List.of()), current, current.files(), uses -> {
                    throw ContractException.of(Failure.NO_ANSWER, "It is not there.", "Fetch it.");
                }));
    }

    private static Schema compile(String declarations) throws ContractException {
        String text = "syntax = \"proto3\";\npackage p;\n" + declarations + "\n";
        SourceText source = new SourceText("a.proto", text.getBytes(StandardCharsets.UTF_8));
        return new LinkingCompiler().compile(List.of(new ContractFile("a.proto", Optional.of("."), source)));
    }
}
