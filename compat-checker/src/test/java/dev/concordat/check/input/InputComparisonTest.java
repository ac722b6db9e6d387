package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.input.BreakingRequest.Limit;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of files that leave a module. */
final class InputComparisonTest {
    @TempDir
    private Path directory;

    private ComparedInputs inputs;

    @BeforeEach
    void configure() throws IOException {
        inputs = new ComparedInputs(directory);
        for (String side : List.of("before", "now")) {
            inputs.modules(side, "one", "two", "three");
            inputs.contract(side, "one", "stays");
            inputs.contract(side, "two", "other");
            inputs.contract(side, "three", "another");
        }
    }

    @Test
    void aFileThatIsInAnotherModuleWasMoved() throws IOException, ContractException {
        inputs.contract("before", "one", "a/x");
        inputs.contract("now", "two", "a/x");
        assertEquals(
                List.of(
                        "File \"a/x.proto\" was moved to module \"two\". Move it back; who depends on its old module alone no longer has it."),
                inputs.told());
    }

    @Test
    void aPackageThatIsInAnotherModuleWasMoved() throws IOException, ContractException {
        for (String file : List.of("a/x", "a/y", "a/z")) {
            inputs.contract("before", "one", file);
            inputs.contract("now", "two", file);
        }
        assertEquals(
                List.of(
                        "Package \"a\" was moved to module \"two\" with its 3 files. Move it back; who depends on its old module alone no longer has it."),
                inputs.told());
    }

    @Test
    void aPackageThatIsInSeveralModulesWasMovedToThem() throws IOException, ContractException {
        inputs.contract("before", "one", "a/x");
        inputs.contract("before", "one", "a/y");
        inputs.contract("now", "two", "a/x");
        inputs.contract("now", "three", "a/y");
        assertEquals(
                List.of(
                        "Package \"a\" was moved to modules \"three\", \"two\" with its 2 files. Move it back; who depends on its old module alone no longer has it."),
                inputs.told());
    }

    @Test
    void aPackageIsToldInPiecesWhenOnlySomeOfItsFilesWereMoved() throws IOException, ContractException {
        inputs.contract("before", "one", "a/x");
        inputs.contract("before", "one", "a/y");
        inputs.contract("now", "two", "a/y");
        assertEquals(
                List.of(
                        "File \"a/x.proto\" was deleted. Restore it; contracts that import it no longer compile.",
                        "File \"a/y.proto\" was moved to module \"two\". Move it back; who depends on its old module alone no longer has it."),
                inputs.told());
    }

    @Test
    void aPackageThatIsInAnotherModuleWasMovedWhereFilesMayMove() throws IOException, ContractException {
        inputs.write(
                "now",
                "buf.yaml",
                "version: v2\nmodules: [{path: one}, {path: two}, {path: three}]\nbreaking: {use: [PACKAGE]}\n");
        inputs.contract("before", "one", "a/x");
        inputs.contract("before", "one", "b/y");
        inputs.contract("now", "two", "b/y");
        assertEquals(
                List.of(
                        "Package \"a\" was deleted. Restore it; a new version of an API is a new package beside the old.",
                        "Package \"b\" was moved to module \"two\". Move it back; who depends on its old module alone no longer has it."),
                inputs.told());
    }

    @Test
    void otherImportPathsInAnotherNumberOfModulesAreNoDeletionAndNotNothing() throws IOException {
        inputs.write("now", "buf.yaml", "version: v2\nmodules: [{path: .}]\n");
        inputs.refuses(
                "Which module became which cannot be told: \"p.stays\" went from module \"one\" to \".\"",
                "now",
                "before");
    }

    @Test
    void theOneModuleThatIsAskedForIsComparedWithTheOneThere() throws ContractException {
        assertEquals(
                List.of("File \"stays.proto\" was deleted. Restore it; contracts that import it no longer compile."),
                inputs.told("now/two", "before/one"));
    }

    @Test
    void pathsThatLeadToOtherContractsThereAreRefused() throws IOException, ContractException {
        inputs.write("now", "buf.yaml", "version: v2\nmodules: [{path: renamed}, {path: two}, {path: three}]\n");
        inputs.contract("now", "renamed", "stays");
        inputs.refuses("\"stays.proto\" lies elsewhere", "now", "before", "now/renamed");
        String excluded = assertThrows(
                        ContractException.class, () -> inputs.told(directory, List.of("now/renamed"), "now", "before"))
                .toString();
        assertTrue(excluded.contains("\"stays.proto\" lies elsewhere"), excluded);
        assertEquals(List.of(), inputs.told("now", "before", "now/two"));
        assertEquals(List.of(), inputs.told("now", "before", "now/renamed", "now/one"));
    }

    @Test
    void pathsOfAModuleAreThoseOfTheRepositoryThatItIsComparedWith() throws Exception {
        inputs.contract("before", "one", "gone");
        inputs.contract("before", "two", "left");
        try (Git git = Git.init()
                .setDirectory(directory.resolve("before").toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            PersonIdent author = new PersonIdent("A", "a@example.com");
            git.commit()
                    .setMessage("Contracts")
                    .setAuthor(author)
                    .setCommitter(author)
                    .setSign(false)
                    .call();
        }
        assertEquals(
                List.of("File \"gone.proto\" was deleted. Restore it; contracts that import it no longer compile."),
                inputs.told(directory.resolve("now"), List.of(), "one", "../before/.git#branch=main", "one"));
        inputs.contract("now", "one", "fresh");
        assertEquals(
                List.of(),
                inputs.told(
                        directory.resolve("now"),
                        List.of("one/gone.proto", "one/fresh.proto"),
                        "one",
                        "../before/.git#branch=main"));
    }

    @Test
    void theNotesCountWhatWasCompared() throws IOException, ContractException {
        assertEquals(List.of("Compared 3 files with \"before\": none differs."), inputs.notes("now", "before"));
        inputs.write("now", "one/stays.proto", "syntax = \"proto3\";\npackage p;\nmessage stays { string id = 1; }\n");
        assertEquals(
                List.of("Compared 3 files with \"before\": 1 differs, which had 1 type."),
                inputs.notes("now", "before"));
        inputs.write("now", "two/other.proto", "syntax = \"proto3\";\npackage p;\nmessage other { string id = 1; }\n");
        assertEquals(
                List.of("Compared 3 files with \"before\": 2 differ, which had 2 types."),
                inputs.notes("now", "before"));
        assertEquals(
                List.of("Compared 1 file with \"before/one\": 1 differs, which had 1 type."),
                inputs.notes("now/one", "before/one"));
        inputs.modules("now", "one", "two");
        assertEquals(List.of("Compared 3 files, 3 types with \"before\"."), inputs.notes("now", "before"));
    }

    @Test
    void whoAsksForAFileIsNotToldOfOthersUnlessThePackageIsAskedFor() throws IOException, ContractException {
        inputs.contract("before", "one", "gone");
        assertEquals(List.of(), inputs.told("now/one/stays.proto", "before"));
        assertEquals(
                List.of("File \"gone.proto\" was deleted. Restore it; contracts that import it no longer compile."),
                inputs.told("now/one/stays.proto#include_package_files=true", "before"));
    }

    @Test
    void whoLimitsAComparisonToTheFilesOfTheInputIsNotToldOfDeletedOnes() throws IOException, ContractException {
        inputs.contract("before", "one", "gone");
        assertEquals(List.of(), inputs.told(Limit.INPUT_FILES, "now", "before"));
    }

    @Test
    void whatIsOnlyImportedIsToldUnlessItIsExcluded() throws IOException, ContractException {
        for (String side : List.of("before", "now")) {
            inputs.write(side, "one/stays.proto", """
                    syntax = "proto3";
                    package p;
                    import "other.proto";
                    message stays { Kept kept = 1; }
                    """);
        }
        inputs.write("before", "two/other.proto", """
                syntax = "proto2";
                package p;
                message Kept {}
                message Gone {}
                """);
        inputs.write("now", "two/other.proto", """
                syntax = "proto2";
                package p;
                message Kept { required string added = 1; }
                """);
        assertEquals(
                List.of(
                        "Message \"Gone\" was deleted from the file. Restore it, and mark it deprecated if it should no longer be used.",
                        "Field 1 \"added\" of \"Kept\" was added and is required. Make it optional; messages without it exist, and readers that require it refuse them."),
                inputs.told("now/one", "before/one"));
        assertEquals(List.of(), inputs.told(Limit.NO_IMPORTS, "now/one", "before/one"));
        Files.delete(directory.resolve("now/two/other.proto"));
        inputs.contract("now", "two", "instead");
        inputs.write("now", "one/stays.proto", """
                syntax = "proto3";
                package p;
                message stays { Kept kept = 1; }
                message Kept {}
                """);
        assertEquals(
                List.of(
                        "File \"other.proto\" was deleted, and with it message \"Gone\". Restore it; contracts that import it no longer compile."),
                inputs.told("now/one", "before/one"));
        assertEquals(List.of(), inputs.told(Limit.NO_IMPORTS, "now/one", "before/one"));
    }

    @Test
    void whatMovedIntoAnImportIsToldAllTheSame() throws IOException, ContractException {
        inputs.modules("before", "one", "two");
        inputs.modules("now", "one", "two");
        String importing = "syntax = \"proto3\"; package p; import \"other.proto\"; message stays { Kept kept = 1; } ";
        String imported = "syntax = \"proto3\"; package p; message Kept {} ";
        inputs.write("before", "one/stays.proto", importing + "message Moved { int32 a = 1; }");
        inputs.write("before", "two/other.proto", imported);
        inputs.write("now", "one/stays.proto", importing);
        inputs.write("now", "two/other.proto", imported + "message Moved { string a = 1; }");
        String moved =
                "Message \"Moved\" was moved to \"other.proto\". Move it back; languages whose generated code is found by file lose it here.";
        String changed =
                "Field 1 \"a\" of \"Moved\" changed type from \"int32\" to \"string\". Keep it, or add a field under a new number beside it.";
        assertEquals(List.of(moved, changed), inputs.told("now/one", "before/one"));
        assertEquals(List.of(moved, changed), inputs.told(Limit.NO_IMPORTS, "now/one", "before/one"));
    }

    @Test
    void aComparisonWithNothingIsRefused() throws IOException {
        inputs.contract("elsewhere", ".", "unknown");
        inputs.refuses("The paths given leave no contract to compare.", "now", "before", "now/one/nothing.proto");
        inputs.refuses("What is asked for is not in", "elsewhere", "before", "elsewhere/unknown.proto");
    }

    @Test
    void anImageIsComparedWithContractsAsTheyAreWritten() throws IOException, ContractException {
        inputs.image("image.binpb", "stays", "gone");
        inputs.write("now", "buf.gen.yaml", "version: v2\nmanaged: {enabled: true}\nplugins: []\n");
        String deleted = "File \"%s.proto\" was deleted. Restore it; contracts that import it no longer compile.";
        assertEquals(List.of(deleted.formatted("gone")), inputs.told("now", "image.binpb"));
        assertEquals(
                List.of(deleted.formatted("another"), deleted.formatted("other")), inputs.told("image.binpb", "now"));
    }

    @Test
    void aStubJarIsComparedWithContractsAsTheyAreGeneratedFrom() throws IOException, ContractException {
        inputs.jar("stubs.jar", "another", "other", "stays");
        assertEquals(List.of(), inputs.told("now", "stubs.jar"));
        inputs.write("now", "buf.gen.yaml", "version: v2\nmanaged: {enabled: true}\nplugins: []\n");
        List<String> told = inputs.told("now", "stubs.jar");
        assertTrue(told.toString().contains("java_package from \"\" to \"com.p\""), told.toString());
    }

    @Test
    void anEnumIsToldInItsOwnFileWhateverThatIsPrintedAs() throws IOException, ContractException {
        for (String side : List.of("before", "now")) {
            inputs.write(side, "buf.yaml", "version: v2\nbreaking: {use: [FIELD_SAME_DEFAULT]}\n");
            inputs.write(side, "kind.proto", """
                    syntax = "proto2";
                    package p;
                    enum Kind { %s }
                    message Holder { optional Kind kind = 1; }
                    """.formatted(side.equals("now") ? "B = 1; A = 0;" : "A = 0; B = 1;"));
        }
        assertEquals(
                List.of(
                        "Enum \"Kind\" begins with B (1) now, not with A (0), which was the default of \"kind\" of \"Holder\". Let it begin with A (0) again; readers take it for a field that is not set."),
                inputs.told());
    }
}
