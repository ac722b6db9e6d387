package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a working tree is known to hold without being read, where attributes make git write files otherwise than it stores them. */
final class ConvertedFilesTest {
    private static final String CONTRACT = "syntax = \"proto3\";\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.proto filter=other",
                "*.proto filter",
                "*.proto ident",
                "*.proto working-tree-encoding=ISO-8859-1",
                "/shop/v1/a.proto ident",
                "shop/** ident",
                "[attr]expanded ident\n*.proto expanded",
                "*.proto ident\n*.proto -ident"
            })
    void filesThatMayBeConvertedAreNotKnown(String attributes) throws Exception {
        GitSandbox git = sandbox().write(".gitattributes", attributes + "\n");
        assertEquals(List.of(Optional.empty()), known(git, "", "shop/v1/a.proto"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.bin filter=lfs diff=lfs merge=lfs -text",
                "*.proto text eol=lf linguist-generated",
                "*.proto -filter !ident",
                "/other/a.proto ident",
                "[attr]expanded ident\n*.txt expanded"
            })
    void filesThatAreNotAreKnown(String attributes) throws Exception {
        GitSandbox git = sandbox().write(".gitattributes", attributes + "\n");
        assertEquals(List.of(blob(git, "shop/v1/a.proto")), known(git, "", "shop/v1/a.proto"));
    }

    @Test
    void attributesCountInTheDirectoryThatTheyStandIn() throws Exception {
        GitSandbox git =
                sandbox().write("shop/v2/a.proto", CONTRACT).write("shop/v1/.gitattributes", "*.proto ident\n");
        assertEquals(
                List.of(Optional.empty(), blob(git, "shop/v2/a.proto")),
                known(git, "", "shop/v1/a.proto", "shop/v2/a.proto"));
        assertEquals(List.of(Optional.empty()), known(git, "shop", "v1/a.proto"));
        assertEquals(List.of(Optional.empty()), known(git, "shop/v1", "a.proto"));
        assertEquals(List.of(blob(git, "shop/v2/a.proto")), known(git, "shop/v2", "a.proto"));
    }

    @Test
    void attributesCountAboveTheDirectoryThatIsListed() throws Exception {
        GitSandbox git = sandbox().write("shop/.gitattributes", "a.proto ident\n");
        settle(git);
        DirectoryTree tree = new DirectoryTree(git.directory(), "");
        tree.files("shop/v1");
        assertEquals(Optional.empty(), tree.blobId("shop/v1/a.proto"));
    }

    @Test
    void attributesOfTheCloneAloneCountToo() throws Exception {
        GitSandbox git = sandbox().write(".git/info/attributes", "*.proto filter=other\n");
        assertEquals(List.of(Optional.empty()), known(git, "", "shop/v1/a.proto"));
    }

    private GitSandbox sandbox() {
        return GitSandbox.init(directory).write("shop/v1/a.proto", CONTRACT);
    }

    private static List<Optional<ObjectId>> known(GitSandbox git, String inside, String... paths) throws Exception {
        settle(git);
        DirectoryTree tree = new DirectoryTree(git.directory().resolve(inside), "");
        tree.files(".");
        return List.of(paths).stream().map(tree::blobId).toList();
    }

    /** Commits everything, with files that are older than the index. */
    private static void settle(GitSandbox git) throws IOException {
        try (var files = Files.walk(git.directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
            }
        }
        git.commit("all");
    }

    private static Optional<ObjectId> blob(GitSandbox git, String path) {
        return Optional.of(ObjectId.fromString(git.git("hash-object", "--no-filters", path)));
    }
}
