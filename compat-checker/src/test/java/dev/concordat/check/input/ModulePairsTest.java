package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which module became which shows in what is told of their files. */
final class ModulePairsTest {
    @TempDir
    private Path directory;

    private ComparedInputs inputs;

    @BeforeEach
    void prepare() {
        inputs = new ComparedInputs(directory);
    }

    @Test
    void aModuleIsTheOneOfItsNameWhereverItIs() throws IOException, ContractException {
        inputs.modules("before", "{path: a, name: buf.build/acme/first}", "{path: b, name: buf.build/acme/second}");
        inputs.modules("now", "{path: a, name: buf.build/acme/second}", "{path: b, name: buf.build/acme/first}");
        contracts("before", "a", "x");
        contracts("before", "b", "y");
        contracts("now", "a", "y");
        contracts("now", "b", "other");
        assertEquals(List.of(deleted("x")), inputs.told());
    }

    @Test
    void aModuleWhoseFilesAreInAnotherOfAnotherNameLostThem() throws IOException, ContractException {
        inputs.modules("before", "{path: a, name: buf.build/acme/first}", "{path: b, name: buf.build/acme/second}");
        inputs.modules("now", "{path: a, name: buf.build/acme/second}", "{path: b, name: buf.build/acme/first}");
        contracts("before", "a", "x");
        contracts("before", "b", "y");
        contracts("now", "a", "x", "y");
        contracts("now", "b", "fresh");
        assertEquals(List.of(moved("x", "a")), inputs.told());
    }

    @Test
    void aModuleIsNotOneOfAnotherName() throws IOException, ContractException {
        inputs.modules("before", "{path: a, name: buf.build/acme/first}", "{path: b, name: buf.build/acme/second}");
        inputs.modules("now", "{path: b, name: buf.build/acme/second, breaking: {use: [PACKAGE_NO_DELETE]}}");
        contracts("before", "a", "x");
        contracts("before", "b", "y");
        contracts("now", "b", "y");
        assertEquals(List.of(deleted("x")), inputs.told());
    }

    @Test
    void aModuleWithoutANameIsTheOneAtItsPath() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a", "b", "c");
        contracts("before", "a", "x", "kept");
        contracts("before", "b", "y");
        contracts("now", "a", "kept");
        contracts("now", "b", "y");
        contracts("now", "c", "x");
        assertEquals(List.of(moved("x", "c")), inputs.told());
    }

    @Test
    void aModuleWhoseFilesAreAllInANewOneIsThatOneThoughItsPathIsSomethingElseNow()
            throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a", "b", "c");
        contracts("before", "a", "x", "y");
        contracts("before", "b", "z");
        contracts("now", "a", "fresh");
        contracts("now", "b", "z");
        contracts("now", "c", "x");
        assertEquals(List.of(deleted("y")), inputs.told());
    }

    @Test
    void aModuleWhoseFilesWentToOneThatWasThereLostThem() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a", "b");
        contracts("before", "a", "x");
        contracts("before", "b", "y");
        contracts("now", "a", "fresh");
        contracts("now", "b", "x", "y");
        assertEquals(List.of(moved("x", "b")), inputs.told());
    }

    @Test
    void twoModulesWhoseDirectoriesWereSwappedAreStillThemselves() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a", "b");
        contracts("before", "a", "x", "gone");
        contracts("before", "b", "y");
        contracts("now", "a", "y");
        contracts("now", "b", "x");
        assertEquals(List.of(deleted("gone")), inputs.told());
    }

    @Test
    void aModuleInARenamedDirectoryIsTheOneThatHasItsFiles() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "b", "z");
        contracts("before", "a", "x", "gone");
        contracts("before", "b", "y");
        contracts("now", "b", "y");
        contracts("now", "z", "x");
        assertEquals(List.of(deleted("gone")), inputs.told());
        inputs.modules("now", "b", "{path: z, breaking: {use: [PACKAGE_NO_DELETE]}}");
        assertEquals(List.of(), inputs.told(), "by the rules that it has now");
    }

    @Test
    void aModuleThatWasSplitIsComparedFileByFileWithTheRulesOfEach() throws IOException, ContractException {
        inputs.modules("before", "whole");
        inputs.modules(
                "now",
                "{path: left, breaking: {use: [MESSAGE_NO_DELETE]}}",
                "{path: right, breaking: {use: [FILE_NO_DELETE]}}");
        contracts("before", "whole", "x", "y", "gone");
        inputs.write("now", "left/x.proto", "syntax = \"proto3\";\npackage p;\n");
        inputs.write("now", "right/y.proto", "syntax = \"proto3\";\npackage p;\n");
        assertEquals(
                List.of(
                        deleted("gone"),
                        "Message \"x\" was deleted from the file. Restore it, and mark it deprecated if it should no longer be used."),
                inputs.told());
    }

    @Test
    void whatIsGoneOfAModuleThatWasSplitLeavesItsPackageToTheOthers() throws IOException, ContractException {
        inputs.write("before", "buf.yaml", """
                version: v2
                modules:
                  - path: whole
                breaking: {use: [PACKAGE]}
                """);
        inputs.modules("now", "left", "right");
        contracts("before", "whole", "q/z", "x", "gone", "r/lost");
        contracts("now", "left", "q/z");
        contracts("now", "right", "x");
        assertEquals(
                List.of(
                        "Message \"gone\" was deleted from package \"p\". Restore it, in any file of the package.",
                        "Package \"r\" was deleted. Restore it; a new version of an API is a new package beside the old."),
                inputs.told());
    }

    @Test
    void modulesThatWereJoinedAreBothComparedWithTheOneThatHasTheirFiles() throws IOException, ContractException {
        inputs.modules("before", "left", "right");
        inputs.modules("now", "whole");
        contracts("before", "left", "x", "gone");
        contracts("before", "right", "y", "lost");
        contracts("now", "whole", "x", "y");
        assertEquals(List.of(deleted("gone"), deleted("lost")), inputs.told());
    }

    @Test
    void modulesOfOtherFilesArePairedInTheirOrder() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "{path: d, breaking: {use: [PACKAGE_NO_DELETE]}}", "c");
        contracts("before", "a", "x");
        contracts("before", "b", "q/y");
        contracts("now", "c", "u");
        contracts("now", "d", "w");
        assertEquals(
                List.of(
                        deleted("x"),
                        "Package \"q\" was deleted. Restore it; a new version of an API is a new package beside the old."),
                inputs.told());
    }

    @Test
    void theOrderOfModulesIsThatOfTheirNames() throws IOException, ContractException {
        inputs.modules("before", "{path: a, name: buf.build/acme/second}", "{path: b, name: buf.build/acme/first}");
        inputs.modules("now", "c", "{path: d, breaking: {use: [PACKAGE_NO_DELETE]}}");
        contracts("before", "a", "x");
        contracts("before", "b", "y");
        contracts("now", "c", "u");
        contracts("now", "d", "w");
        assertEquals(List.of(deleted("y")), inputs.told());
    }

    @Test
    void aModuleThatIsGoneIsComparedWithNothingByItsOwnRules() throws IOException, ContractException {
        inputs.modules("before", "a", "{path: b, breaking: {use: [PACKAGE_NO_DELETE]}}", "c");
        inputs.modules("now", "a");
        contracts("before", "a", "x");
        contracts("before", "b", "q/y");
        contracts("before", "c", "z");
        contracts("now", "a", "x");
        assertEquals(
                List.of(
                        deleted("z"),
                        "Package \"q\" was deleted. Restore it; a new version of an API is a new package beside the old."),
                inputs.told());
    }

    @Test
    void whoAsksForOneModuleIsNotToldOfOthers() throws IOException, ContractException {
        inputs.modules("before", "a", "b", "k");
        inputs.modules("now", "a", "k");
        contracts("before", "a", "x", "gone");
        contracts("before", "b", "y");
        contracts("before", "k", "kept", "lost");
        contracts("now", "a", "x");
        contracts("now", "k", "kept");
        assertEquals(List.of(deleted("gone")), inputs.told("now/a", "before"));
        assertEquals(List.of(deleted("gone")), inputs.told("now", "before/a"));
    }

    @Test
    void aModuleThatHasNothingOfOneThatWasSplitIsStillOpen() throws IOException, ContractException {
        inputs.modules("before", "a", "whole");
        inputs.modules("now", "left", "{path: other, breaking: {use: [PACKAGE_NO_DELETE]}}", "right");
        contracts("before", "a", "z");
        contracts("before", "whole", "x", "y");
        contracts("now", "left", "x");
        contracts("now", "other", "fresh");
        contracts("now", "right", "y");
        assertEquals(List.of(), inputs.told());
    }

    @Test
    void oneModuleThatIsAskedForIsNotPairedAsIfTheOthersWere() throws IOException, ContractException {
        inputs.modules("before", "a", "b", "c");
        inputs.modules("now", "c", "{path: d, breaking: {use: [PACKAGE_NO_DELETE]}}", "e");
        contracts("before", "a", "x");
        contracts("before", "b", "y", "z");
        contracts("before", "c", "kept", "gone");
        contracts("now", "c", "kept");
        contracts("now", "d", "u");
        contracts("now", "e", "v");
        assertEquals(List.of(deleted("x")), inputs.told("now", "before/a"));
    }

    @Test
    void anImageIsOneModuleWhosePathSaysNothing() throws IOException, ContractException {
        inputs.image("image.binpb", "x", "y", "gone");
        inputs.modules("now", "{path: ., excludes: [b]}", "b");
        contracts("now", ".", "x");
        contracts("now", "b", "y");
        assertEquals(List.of(deleted("gone")), inputs.told("now", "image.binpb"));
        inputs.write("now", "buf.yaml", """
                version: v2
                modules:
                  - path: .
                    excludes: [b]
                  - path: b
                breaking: {use: [PACKAGE_NO_DELETE]}
                """);
        assertEquals(List.of(), inputs.told("now", "image.binpb"), "by the rules of the whole workspace");
    }

    private void contracts(String side, String module, String... names) throws IOException {
        for (String name : names) {
            inputs.contract(side, module, name);
        }
    }

    private static String deleted(String name) {
        return "File \"%s.proto\" was deleted. Restore it; contracts that import it no longer compile.".formatted(name);
    }

    private static String moved(String name, String module) {
        return "File \"%s.proto\" was moved to module \"%s\". Move it back; who depends on its old module alone no longer has it."
                .formatted(name, module);
    }
}
