package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which files a part of the contracts has, and how many types are said to have been compared. */
final class PartTest {
    @Test
    void aModuleHasItsFilesAndNoneOfTheOthers() throws IOException, ContractException {
        assertEquals(Set.of("a.proto"), Part.ofModule(world(), Optional.of("a")).files());
        assertEquals(Set.of("b.proto"), Part.ofModule(world(), Optional.of("b")).files());
    }

    @Test
    void aModuleKnowsWhichModulesOtherFilesAreIn() throws IOException, ContractException {
        Part part = Part.ofModule(world(), Optional.of("a"));
        assertEquals(Optional.of("b"), part.moduleElsewhere().apply("b.proto"));
        assertEquals(Optional.empty(), part.moduleElsewhere().apply("c.proto"));
        assertEquals(Optional.empty(), part.moduleElsewhere().apply("nowhere.proto"));
    }

    @Test
    void allModulesHaveTheirFilesButNotThoseOfThirdParties() throws IOException, ContractException {
        Part all = Part.ofModule(world(), Optional.empty());
        assertEquals(Set.of("a.proto", "b.proto"), all.files());
        assertEquals(Set.of(), all.silent());
    }

    @Test
    void filesBringAllThatTheyImport() throws IOException, ContractException {
        Part part = Part.withImports(world(), Set.of("a.proto"));
        assertEquals(Set.of("a.proto"), part.targets());
        assertEquals(Set.of("b.proto", "c.proto"), part.imports());
        assertEquals(Set.of("b.proto", "c.proto"), part.silencingImports().silent());
        assertEquals(
                Set.of("a.proto", "c.proto"), part.without(Set.of("b.proto")).files());
    }

    /** What is asked for is never silent, and what nobody asked for brings nothing. */
    @Test
    void filesThatAreAskedForAreNoImportsOfEachOther() throws IOException, ContractException {
        Part part = Part.withImports(world(), Set.of("a.proto", "b.proto"));
        assertEquals(Set.of("c.proto"), part.imports());
        assertEquals(
                Set.of("c.proto"), Part.withImports(world(), Set.of("b.proto")).imports());
        assertEquals(Set.of(), Part.withImports(world(), Set.of("c.proto")).imports());
    }

    @Test
    void theMessagesEnumsAndServicesOfTheTargetsAreCounted() throws IOException, ContractException {
        Part part = Part.withImports(world(), Set.of("a.proto", "b.proto"));
        assertEquals(5, part.typeCount());
        assertEquals(4, part.typeCount(Set.of("a.proto", "c.proto")));
        assertEquals(0, part.typeCount(Set.of("c.proto")));
    }

    /** A file imports one of another module, which imports one of a third party; a map has an entry, which nobody wrote. */
    private static Schema world() throws IOException, ContractException {
        return RuleCase.compile(List.of(
                file(
                        "a.proto",
                        Optional.of("a"),
                        "package a; import 'b.proto'; message A { message Part {} map<string, b.B> parts = 2; }"
                                + " enum Kind { NONE = 0; } service Shop { rpc Get(A) returns (A); }"),
                file("b.proto", Optional.of("b"), "package b; import 'c.proto'; message B { c.C c = 3; }"),
                file("c.proto", Optional.empty(), "package c; message C {}")));
    }

    private static ContractFile file(String path, Optional<String> module, String text) {
        byte[] bytes = ("syntax = 'proto3'; " + text).getBytes(StandardCharsets.UTF_8);
        return new ContractFile(path, module, new SourceText(path, bytes));
    }
}
