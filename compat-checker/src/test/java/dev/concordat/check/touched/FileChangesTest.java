package dev.concordat.check.touched;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between a commit and the files as they are, of which git's index knows some. */
final class FileChangesTest {
    @TempDir
    private Path directory;

    @Test
    void areFoundWhetherGitSawThemOrNot() throws IOException, ContractException, GitAPIException {
        for (String file : Set.of("same", "touched", "staged", "unseen", "comment")) {
            write(file, "package p;\n");
        }
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Contracts")
                    .setAuthor("Nobody", "nobody@example.com")
                    .setCommitter("Nobody", "nobody@example.com")
                    .setSign(false)
                    .call();
            write("staged", "package q;\n");
            git.add().addFilepattern(".").call();
        }
        Files.setLastModifiedTime(path("touched"), FileTime.from(Instant.now()));
        write("unseen", "package q;\n");
        write("comment", "package p; // It differs.\n");
        try (GitRepository repository = GitRepository.open(directory)) {
            FileChanges changes = FileChanges.between(
                    WorkspaceListing.of(repository.tree(repository.head()), ""),
                    WorkspaceListing.of(new DirectoryTree(directory, ""), ""));
            assertEquals(Set.of("staged.proto", "unseen.proto", "comment.proto"), changes.differing());
            assertEquals(Set.of("staged.proto", "unseen.proto"), changes.changed());
        }
    }

    @Test
    void areFoundWhereGitKnowsNothingOfEither() throws IOException, ContractException {
        Path before = Files.createDirectories(directory.resolve("before"));
        Path now = Files.createDirectories(directory.resolve("now"));
        for (Path side : Set.of(before, now)) {
            Files.writeString(side.resolve("same.proto"), "package p;\n");
            Files.writeString(side.resolve("other.proto"), "package " + side.getFileName() + ";\n");
        }
        FileChanges changes = FileChanges.between(
                WorkspaceListing.of(new DirectoryTree(before, ""), ""),
                WorkspaceListing.of(new DirectoryTree(now, ""), ""));
        assertEquals(Set.of("other.proto"), changes.differing());
        assertEquals(Set.of("other.proto"), changes.changed());
    }

    private Path path(String file) {
        return directory.resolve(file + ".proto");
    }

    /** Files that are as old as the index may have been written after git looked. */
    private void write(String file, String text) throws IOException {
        Files.writeString(path(file), text);
        Files.setLastModifiedTime(path(file), FileTime.from(Instant.now().minusSeconds(60)));
    }
}
