package dev.concordat.check.input;

import static dev.concordat.check.input.ComparedInputs.deleted;
import static dev.concordat.check.input.ComparedInputs.moved;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which module became which shows in what is told of their files. */
final class ModulePairsTest {
    private final ComparedInputs inputs;

    ModulePairsTest(@TempDir Path directory) {
        inputs = new ComparedInputs(directory);
    }

    @Test
    void aModuleIsTheOneOfItsNameWhereverItIs() throws IOException, ContractException {
        inputs.modules("before", "{path: a, name: buf.build/acme/first}", "{path: b, name: buf.build/acme/second}");
        inputs.modules("now", "{path: a, name: buf.build/acme/second}", "{path: b, name: buf.build/acme/first}");
        inputs.contracts("before", "a", "x");
        inputs.contracts("before", "b", "y");
        inputs.contracts("now", "a", "y");
        inputs.contracts("now", "b", "other");
        assertEquals(List.of(deleted("x")), inputs.told());
    }

    @Test
    void aModuleWhoseFilesAreInAnotherOfAnotherNameLostThem() throws IOException, ContractException {
        inputs.modules("before", "{path: a, name: buf.build/acme/first}", "{path: b, name: buf.build/acme/second}");
        inputs.modules("now", "{path: a, name: buf.build/acme/second}", "{path: b, name: buf.build/acme/first}");
        inputs.contracts("before", "a", "x");
        inputs.contracts("before", "b", "y");
        inputs.contracts("now", "a", "x", "y");
        inputs.contracts("now", "b", "fresh");
        assertEquals(List.of(moved("x", "a")), inputs.told());
    }

    @Test
    void aModuleIsNotOneOfAnotherName() throws IOException, ContractException {
        inputs.modules("before", "{path: a, name: buf.build/acme/first}", "{path: b, name: buf.build/acme/second}");
        inputs.modules("now", "{path: b, name: buf.build/acme/second, breaking: {use: [PACKAGE_NO_DELETE]}}");
        inputs.contracts("before", "a", "x");
        inputs.contracts("before", "b", "y");
        inputs.contracts("now", "b", "y");
        assertEquals(List.of(deleted("x")), inputs.told());
    }

    @Test
    void aModuleWithoutANameIsTheOneAtItsPath() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a", "b", "c");
        inputs.contracts("before", "a", "x", "kept");
        inputs.contracts("before", "b", "y");
        inputs.contracts("now", "a", "kept");
        inputs.contracts("now", "b", "y");
        inputs.contracts("now", "c", "x");
        assertEquals(List.of(moved("x", "c")), inputs.told());
    }

    @Test
    void aModuleWhoseFilesAreAllInANewOneIsThatOneThoughItsPathIsSomethingElseNow()
            throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a", "b", "c");
        inputs.contracts("before", "a", "x", "y");
        inputs.contracts("before", "b", "z");
        inputs.contracts("now", "a", "fresh");
        inputs.contracts("now", "b", "z");
        inputs.contracts("now", "c", "x");
        assertEquals(List.of(deleted("y")), inputs.told());
    }

    @Test
    void aModuleWhoseFilesWentToOneThatWasThereLostThem() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a", "b");
        inputs.contracts("before", "a", "x");
        inputs.contracts("before", "b", "y");
        inputs.contracts("now", "a", "fresh");
        inputs.contracts("now", "b", "x", "y");
        assertEquals(List.of(moved("x", "b")), inputs.told());
    }

    @Test
    void twoModulesWhoseDirectoriesWereSwappedAreStillThemselves() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "a", "b");
        inputs.contracts("before", "a", "x", "gone");
        inputs.contracts("before", "b", "y");
        inputs.contracts("now", "a", "y");
        inputs.contracts("now", "b", "x");
        assertEquals(List.of(deleted("gone")), inputs.told());
    }

    @Test
    void aModuleInARenamedDirectoryIsTheOneThatHasItsFiles() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "b", "z");
        inputs.contracts("before", "a", "x", "gone");
        inputs.contracts("before", "b", "y");
        inputs.contracts("now", "b", "y");
        inputs.contracts("now", "z", "x");
        assertEquals(List.of(deleted("gone")), inputs.told());
        inputs.modules("now", "b", "{path: z, breaking: {use: [PACKAGE_NO_DELETE]}}");
        assertEquals(List.of(), inputs.told(), "by the rules that it has now");
    }

    @Test
    void modulesOfOtherFilesArePairedInTheirOrder() throws IOException, ContractException {
        inputs.modules("before", "a", "b");
        inputs.modules("now", "{path: d, breaking: {use: [PACKAGE_NO_DELETE]}}", "c");
        inputs.contracts("before", "a", "x");
        inputs.contracts("before", "b", "q/y");
        inputs.contracts("now", "c", "u");
        inputs.contracts("now", "d", "w");
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
        inputs.contracts("before", "a", "x");
        inputs.contracts("before", "b", "y");
        inputs.contracts("now", "c", "u");
        inputs.contracts("now", "d", "w");
        assertEquals(List.of(deleted("y")), inputs.told());
    }

    @Test
    void whoAsksForOneModuleIsNotToldOfOthers() throws IOException, ContractException {
        inputs.modules("before", "a", "b", "k");
        inputs.modules("now", "a", "k");
        inputs.contracts("before", "a", "x", "gone");
        inputs.contracts("before", "b", "y");
        inputs.contracts("before", "k", "kept", "lost");
        inputs.contracts("now", "a", "x");
        inputs.contracts("now", "k", "kept");
        assertEquals(List.of(deleted("gone")), inputs.told("now/a", "before"));
        assertEquals(List.of(deleted("gone")), inputs.told("now", "before/a"));
    }

    @Test
    void oneModuleThatIsAskedForIsNotPairedAsIfTheOthersWere() throws IOException, ContractException {
        inputs.modules("before", "a", "b", "c");
        inputs.modules("now", "c", "{path: d, breaking: {use: [PACKAGE_NO_DELETE]}}", "e");
        inputs.contracts("before", "a", "x");
        inputs.contracts("before", "b", "y", "z");
        inputs.contracts("before", "c", "kept", "gone");
        inputs.contracts("now", "c", "kept");
        inputs.contracts("now", "d", "u");
        inputs.contracts("now", "e", "v");
        assertEquals(List.of(deleted("x")), inputs.told("now", "before/a"));
    }

    @Test
    void anImageIsOneModuleWhosePathSaysNothing() throws IOException, ContractException {
        inputs.image("image.binpb", "x", "y", "gone");
        inputs.modules("now", "{path: ., excludes: [b]}", "b");
        inputs.contracts("now", ".", "x");
        inputs.contracts("now", "b", "y");
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
}
