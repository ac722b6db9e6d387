package dev.concordat.check.input;

import static dev.concordat.check.input.ComparedInputs.moved;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of contracts that another module has now, while the one that they were in is still there. */
final class MovedContractsTest {
    private static final String MESSAGE = "syntax = \"proto3\";\npackage p;\nmessage M { %s a = 1; }\n";
    private static final String TYPE_CHANGED =
            "Field 1 \"a\" of \"M\" changed type from \"int64\" to \"string\". Keep it, or add a field under a new number beside it.";
    private static final String EXTENSION_CHANGED =
            "Extension 100 \"q\" of \"B\" changed type from \"int32\" to \"string\". Keep it, or add a field under a new number beside it.";
    private static final String EXTENDED = "syntax = \"proto2\";\npackage b;\nmessage B {\n%s}\n";

    private final ComparedInputs inputs;

    MovedContractsTest(@TempDir Path directory) {
        inputs = new ComparedInputs(directory);
    }

    @Test
    void aFileIsComparedInTheModuleThatItWentTo() throws IOException, ContractException {
        modules("WIRE");
        inputs.write("before", "left/x.proto", MESSAGE.formatted("int64"));
        inputs.write("now", "right/x.proto", MESSAGE.formatted("int64"));
        assertEquals(List.of(), inputs.told());
        inputs.write("now", "right/x.proto", MESSAGE.formatted("string"));
        assertEquals(List.of(TYPE_CHANGED), inputs.told());
        modules("FILE");
        assertEquals(List.of(moved("x", "right"), TYPE_CHANGED), inputs.told());
    }

    @Test
    void aMessageIsComparedInTheFileThatItWentTo() throws IOException, ContractException {
        modules("WIRE_JSON");
        inputs.write("before", "left/x.proto", MESSAGE.formatted("int64"));
        inputs.write("now", "left/x.proto", "syntax = \"proto3\";\npackage p;\n");
        inputs.write("now", "right/other/y.proto", MESSAGE.formatted("string"));
        assertEquals(List.of(TYPE_CHANGED), inputs.told());
    }

    @Test
    void anExtensionIsComparedWithTheFieldThatTakesItsNumberInAnotherModule() throws IOException, ContractException {
        extension();
        inputs.write("now", "right/b.proto", EXTENDED.formatted("optional string q = 100;"));
        assertEquals(List.of(EXTENSION_CHANGED.replace("Extension 100", "Field 100")), inputs.told());
    }

    @Test
    void anExtensionIsComparedWithTheOneThatTakesItsNumberInAnotherModule() throws IOException, ContractException {
        extension();
        inputs.write(
                "now",
                "right/b.proto",
                EXTENDED.formatted("extensions 100 to 200;") + "extend B { optional string q = 100; }\n");
        assertEquals(List.of(EXTENSION_CHANGED), inputs.told());
    }

    @Test
    void anExtensionIsComparedWithTheOneThatHasItsNameInAnotherModule() throws IOException, ContractException {
        extension();
        inputs.write("now", "right/b.proto", EXTENDED.formatted("extensions 100 to 200;"));
        inputs.write(
                "now",
                "right/c.proto",
                "syntax = \"proto2\";\npackage a;\nimport \"b.proto\";\nextend b.B { optional int32 q = 101; }\n");
        assertEquals(
                List.of(
                        "Extension \"a.q\" of \"B\" moved from number 100 to 101. Put it back: data and programs that exist know it as 100."),
                inputs.told());
    }

    /** An extension in the left module, of a message in the right one, and neither it nor the import is there any more. */
    private void extension() throws IOException {
        modules("WIRE");
        inputs.write("before", "right/b.proto", EXTENDED.formatted("extensions 100 to 200;"));
        inputs.write(
                "before",
                "left/a.proto",
                "syntax = \"proto2\";\npackage a;\nimport \"b.proto\";\nextend b.B { optional int32 q = 100; }\n");
        inputs.write("now", "left/a.proto", "syntax = \"proto2\";\npackage a;\n");
    }

    /** Two modules that stay, with a file each. */
    private void modules(String category) throws IOException {
        for (String side : List.of("before", "now")) {
            inputs.modules(
                    side,
                    "{path: left, breaking: {use: [%s]}}".formatted(category),
                    "{path: right, breaking: {use: [%s]}}".formatted(category));
            inputs.contract(side, "left", "k");
            inputs.contract(side, "right", "z");
        }
    }
}
