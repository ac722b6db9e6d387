package dev.concordat.check.input;

import static dev.concordat.check.input.ComparedInputs.deleted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told where modules are split, joined or gone. */
final class SplitModulesTest {
    private final ComparedInputs inputs;

    SplitModulesTest(@TempDir Path directory) {
        inputs = new ComparedInputs(directory);
    }

    @Test
    void aModuleThatWasSplitIsComparedFileByFileWithTheRulesOfEach() throws IOException, ContractException {
        inputs.modules("before", "whole");
        inputs.modules(
                "now",
                "{path: left, breaking: {use: [MESSAGE_NO_DELETE]}}",
                "{path: right, breaking: {use: [FILE_NO_DELETE]}}");
        inputs.contracts("before", "whole", "x", "y", "gone");
        inputs.write("now", "left/x.proto", "syntax = \"proto3\";\npackage p;\n");
        inputs.write("now", "right/y.proto", "syntax = \"proto3\";\npackage p;\n");
        assertEquals(
                List.of(
                        deleted("gone"),
                        "Message \"x\" was deleted from the file. Restore it, and mark it deprecated if it should no longer be used."),
                inputs.told());
    }

    @Test
    void whatIsGoneOfAModuleThatWasSplitIsToldByTheRulesOfAllThatHaveTheRest() throws IOException, ContractException {
        inputs.modules("before", "{path: whole, breaking: {use: [WIRE]}}");
        inputs.modules("now", "left", "right");
        inputs.contracts("before", "whole", "q/z", "x", "gone", "r/lost");
        inputs.contracts("now", "left", "q/z");
        inputs.contracts("now", "right", "x");
        assertEquals(List.of(deleted("gone"), deleted("r/lost")), inputs.told());
        inputs.modules(
                "now",
                "{path: left, breaking: {use: [PACKAGE]}}",
                "{path: right, breaking: {use: [PACKAGE_NO_DELETE]}}");
        assertEquals(
                List.of(
                        "Message \"gone\" was deleted from package \"p\". Restore it, in any file of the package.",
                        "Package \"r\" was deleted. Restore it; a new version of an API is a new package beside the old."),
                inputs.told());
    }

    @Test
    void aMessageThatWentToAnotherPartOfAModuleThatWasSplitIsComparedThere() throws IOException, ContractException {
        inputs.modules("before", "whole");
        inputs.modules("now", "{path: left, breaking: {use: [WIRE]}}", "{path: right, breaking: {use: [WIRE]}}");
        String contract = "syntax = \"proto3\";\npackage p;\nmessage %s { string a = 1; }\n";
        inputs.write("before", "whole/x.proto", contract.formatted("X"));
        inputs.write("before", "whole/g.proto", contract.formatted("G"));
        inputs.write("before", "whole/y.proto", contract.formatted("Y") + "message S { string a = 1; }\n");
        inputs.write("now", "left/x.proto", contract.formatted("X"));
        inputs.write("now", "left/y.proto", contract.formatted("Y"));
        inputs.write(
                "now",
                "right/g2.proto",
                "syntax = \"proto3\";\npackage p;\nmessage G { int32 a = 1; }\nmessage S { int32 a = 1; }\n");
        inputs.contracts("before", "whole", "z");
        inputs.contracts("now", "right", "z");
        String told =
                "Field 1 \"a\" of \"%s\" changed type from \"string\" to \"int32\". Keep it, or add a field under a new number beside it.";
        assertEquals(List.of(told.formatted("G"), told.formatted("S")), inputs.told());
    }

    @Test
    void modulesThatWereJoinedAreBothComparedWithTheOneThatHasTheirFiles() throws IOException, ContractException {
        inputs.modules("before", "left", "right");
        inputs.modules("now", "whole");
        inputs.contracts("before", "left", "x", "gone");
        inputs.contracts("before", "right", "y", "lost");
        inputs.contracts("now", "whole", "x", "y");
        assertEquals(List.of(deleted("gone"), deleted("lost")), inputs.told());
    }

    @Test
    void aModuleThatIsGoneIsComparedWithNothingByItsOwnRulesOrThoseThatAllHaveNow()
            throws IOException, ContractException {
        inputs.write("before", "buf.yaml", """
                version: v2
                modules:
                  - path: a
                  - path: b
                    breaking: {use: [PACKAGE_NO_DELETE]}
                  - path: c
                breaking: {use: [WIRE]}
                """);
        inputs.modules("now", "a");
        inputs.contracts("before", "a", "x");
        inputs.contracts("before", "b", "q/y");
        inputs.contracts("before", "c", "z");
        inputs.contracts("now", "a", "x");
        assertEquals(
                List.of(
                        deleted("z"),
                        "Package \"q\" was deleted. Restore it; a new version of an API is a new package beside the old."),
                inputs.told());
    }

    @Test
    void aModuleThatWasJoinedWithOneThatStaysAndRenamedItsFilesIsNotGone() throws IOException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a");
        inputs.contracts("before", "a", "x");
        inputs.write("before", "b/q/y.proto", "syntax = \"proto3\";\npackage q;\nmessage Y { string a = 1; }\n");
        inputs.contracts("now", "a", "x");
        inputs.write("now", "a/q/y9.proto", "syntax = \"proto3\";\npackage q;\nmessage Y { int32 a = 1; }\n");
        inputs.refuses("\"q.Y\" went from module \"b\" to \"a\" and to another import path", "now", "before");
    }

    @Test
    void aModuleThatHasNothingOfOneThatWasSplitIsStillOpen() throws IOException, ContractException {
        inputs.modules("before", "a", "whole");
        inputs.modules("now", "left", "{path: other, breaking: {use: [PACKAGE_NO_DELETE]}}", "right");
        inputs.contracts("before", "a", "z");
        inputs.contracts("before", "whole", "x", "y");
        inputs.contracts("now", "left", "x");
        inputs.contracts("now", "other", "fresh");
        inputs.contracts("now", "right", "y");
        assertEquals(List.of(), inputs.told());
    }
}
