package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.UserCaches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of files that leave a module. */
final class InputComparisonTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void configure() throws IOException {
        for (String side : List.of("before", "now")) {
            write(side, "buf.yaml", """
                    version: v2
                    modules:
                      - path: one
                      - path: two
                      - path: three
                    """);
            contract(side, "one", "stays");
            contract(side, "two", "other");
            contract(side, "three", "another");
        }
    }

    @Test
    void aFileThatIsInAnotherModuleWasMoved() throws IOException, ContractException {
        contract("before", "one", "a/x");
        contract("now", "two", "a/x");
        assertEquals(
                List.of(
                        "File \"a/x.proto\" was moved to module \"two\". Move it back; who depends on its old module alone no longer has it."),
                told());
    }

    @Test
    void aPackageThatIsInAnotherModuleWasMoved() throws IOException, ContractException {
        for (String file : List.of("a/x", "a/y", "a/z")) {
            contract("before", "one", file);
            contract("now", "two", file);
        }
        assertEquals(
                List.of(
                        "Package \"a\" was moved to module \"two\" with its 3 files. Move it back; who depends on its old module alone no longer has it."),
                told());
    }

    @Test
    void aPackageThatIsInSeveralModulesWasMovedToThem() throws IOException, ContractException {
        contract("before", "one", "a/x");
        contract("before", "one", "a/y");
        contract("now", "two", "a/x");
        contract("now", "three", "a/y");
        assertEquals(
                List.of(
                        "Package \"a\" was moved to modules \"three\", \"two\" with its 2 files. Move it back; who depends on its old module alone no longer has it."),
                told());
    }

    @Test
    void aPackageIsToldInPiecesWhenOnlySomeOfItsFilesWereMoved() throws IOException, ContractException {
        contract("before", "one", "a/x");
        contract("before", "one", "a/y");
        contract("now", "two", "a/y");
        assertEquals(
                List.of(
                        "File \"a/x.proto\" was deleted. Restore it; contracts that import it no longer compile.",
                        "File \"a/y.proto\" was moved to module \"two\". Move it back; who depends on its old module alone no longer has it."),
                told());
    }

    @Test
    void aPackageThatIsInAnotherModuleWasMovedWhereFilesMayMove() throws IOException, ContractException {
        write(
                "now",
                "buf.yaml",
                "version: v2\nmodules: [{path: one}, {path: two}, {path: three}]\nbreaking: {use: [PACKAGE]}\n");
        contract("before", "one", "a/x");
        contract("before", "one", "b/y");
        contract("now", "two", "b/y");
        assertEquals(
                List.of(
                        "Package \"a\" was deleted. Restore it; a new version of an API is a new package beside the old.",
                        "Package \"b\" was moved to module \"two\". Move it back; who depends on its old module alone no longer has it."),
                told());
    }

    @Test
    void otherImportPathsInAnotherNumberOfModulesAreNoDeletionAndNotNothing() throws IOException {
        write("now", "buf.yaml", "version: v2\nmodules: [{path: .}]\n");
        refuses(
                "Which module became which cannot be told: \"p.stays\" went from module \"one\" to \".\"",
                "now",
                "before");
    }

    @Test
    void theOneModuleThatIsAskedForIsComparedWithTheOneThere() throws ContractException {
        assertEquals(
                List.of("File \"stays.proto\" was deleted. Restore it; contracts that import it no longer compile."),
                told("now/two", "before/one"));
    }

    @Test
    void pathsThatLeadToOtherContractsThereAreRefused() throws IOException, ContractException {
        write("now", "buf.yaml", "version: v2\nmodules: [{path: renamed}, {path: two}, {path: three}]\n");
        contract("now", "renamed", "stays");
        refuses("\"stays.proto\" lies elsewhere", "now", "before", "now/renamed");
        assertEquals(List.of(), told("now", "before", "now/two"));
        assertEquals(List.of(), told("now", "before", "now/renamed", "now/one"));
    }

    @Test
    void pathsOfAModuleAreThoseOfTheRepositoryThatItIsComparedWith() throws Exception {
        contract("before", "one", "gone");
        contract("before", "two", "left");
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
                told(directory.resolve("now"), "one", "../before/.git#branch=main", "one"));
        contract("now", "one", "fresh");
        assertEquals(
                List.of(),
                told(
                        directory.resolve("now"),
                        List.of("one/gone.proto", "one/fresh.proto"),
                        "one",
                        "../before/.git#branch=main"));
    }

    /** A contract whose package is named after its directory, and whose message after itself. */
    private void contract(String side, String module, String name) throws IOException {
        int slash = name.indexOf('/');
        String packageName = slash < 0 ? "p" : name.substring(0, slash);
        write(side, module + "/" + name + ".proto", """
                syntax = "proto3";
                package %s;
                message %s {}
                """.formatted(packageName, name.substring(slash + 1)));
    }

    private void write(String side, String file, String text) throws IOException {
        Path path = directory.resolve(side).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> told() throws ContractException {
        return told("now", "before");
    }

    private List<String> told(String now, String before, String... paths) throws ContractException {
        return told(directory, now, before, paths);
    }

    private static List<String> told(Path working, String now, String before, String... paths)
            throws ContractException {
        return told(working, List.of(), now, before, paths);
    }

    private static List<String> told(Path working, List<String> excluded, String now, String before, String... paths)
            throws ContractException {
        InputCompiler compiler = new InputCompiler(
                working, new ByteArrayInputStream(new byte[0]), Dependencies.in(UserCaches.of(Map.of())));
        BreakingRequest request = new BreakingRequest(
                InputReference.parse(now),
                InputReference.parse(before),
                Optional.empty(),
                Optional.empty(),
                List.of(paths),
                excluded,
                List.of());
        return new InputComparison(compiler)
                .compare(request).violations().stream().map(Violation::message).toList();
    }

    private void refuses(String why, String now, String before, String... paths) {
        String told = assertThrows(ContractException.class, () -> told(now, before, paths))
                .toString();
        assertTrue(told.contains(why), told);
    }
}
