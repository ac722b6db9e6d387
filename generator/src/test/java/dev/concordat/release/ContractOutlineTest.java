package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.ContractParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContractOutlineTest {

    @Test
    void countsTypesWhereverTheyAreDeclared() {
        assertEquals(new ContractOutline("p.q", List.of("a.proto", "b.proto"), 9, true), of("""
                        syntax = "proto2";
                        package p.q;
                        import "a.proto";
                        import public "b.proto";
                        message One {
                          map<string, int32> counts = 1;
                          optional group Two = 2 { optional group Three = 1 {} }
                          oneof choice { group Four = 3 { enum Five { FIVE = 0; } } }
                          extend Seven { optional group Six = 100 {} }
                        }
                        message Seven { extensions 100 to 110; }
                        extend Seven { optional group Eight = 101 {} }
                        service Nine {}
                        """));
    }

    @Test
    void saysWhereTheSyntaxIsWrong() {
        assertEquals(
                false, of("syntax = \"proto3\"; message One { string a = ; }").wellFormed());
    }

    private static ContractOutline of(String text) {
        return ContractOutline.of(
                new SourceText("one.proto", text.getBytes(StandardCharsets.UTF_8)), new ContractParser());
    }
}
