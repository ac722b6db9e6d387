package dev.concordat.check.touched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.FileOutline;
import dev.concordat.schema.source.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlines that are kept in a clone from run to run. */
final class KnownOutlinesTest {
    private static final int FILES = 48;
    private static final String KEPT = ".git/concordat/outlines";
    private static final String FIRST = "f0.proto";

    @TempDir
    private Path directory;

    @BeforeEach
    void commit() throws IOException, GitAPIException {
        for (int file = 0; file < FILES; file++) {
            write("f" + file + ".proto", "package real" + file + ";\n");
        }
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            git.add().addFilepattern(".").call();
        }
    }

    @Test
    void areTheSameEveryTime() throws IOException, ContractException {
        Map<String, FileOutline> first = outlines();
        assertEquals(0, Files.size(directory.resolve(KEPT)));
        assertEquals("real7", packageOf("f7.proto", first));
        assertEquals(first, outlines());
        assertEquals(FILES, kept().size());
        assertEquals(first, outlines());
    }

    @Test
    void areNotReadAgain() throws IOException, ContractException {
        forge();
        assertEquals("forged", packageOf(FIRST, outlines()));
    }

    @Test
    void areReadOfAFileThatWasTouched() throws IOException, ContractException {
        forge();
        Files.writeString(directory.resolve(FIRST), "package written;\n");
        Map<String, FileOutline> outlines = outlines();
        assertEquals("written", packageOf(FIRST, outlines));
        assertEquals("forged", packageOf("f1.proto", outlines));
    }

    @Test
    void areReadWhereTheFileIsDamagedWhichIsMendedThen() throws IOException, ContractException {
        forge();
        byte[] kept = Files.readAllBytes(directory.resolve(KEPT));
        kept[kept.length / 2] ^= 1;
        Files.write(directory.resolve(KEPT), kept);
        assertEquals("real0", packageOf(FIRST, outlines()));
        assertEquals(FILES, kept().size());
    }

    @Test
    void areReadWhereTheyCannotBeKept() throws IOException, ContractException {
        Files.writeString(directory.resolve(".git/concordat"), "A file where a directory should be.");
        assertEquals("real0", packageOf(FIRST, outlines()));
    }

    /** What root leaves there, the owner of the clone could not delete. */
    @Test
    void leaveNothingInACloneOfAnotherUser() throws IOException, ContractException {
        Path git = directory.resolve(".git");
        try {
            Files.setOwner(
                    git, git.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("65534"));
        } catch (IOException e) {
            abort("Only root can give a directory away.");
        }
        keep();
        assertFalse(Files.exists(git.resolve("concordat")));
        assertEquals("real0", packageOf(FIRST, outlines()));
    }

    @Test
    void areReadOfAFileThatWasTouchedWhereNoneAreKept() throws IOException, ContractException {
        outlines();
        Files.writeString(directory.resolve(FIRST), "package written;\n");
        assertEquals("written", packageOf(FIRST, outlines()));
        assertEquals(FILES - 1, kept().size());
    }

    @Test
    void areKeptForOtherBranches() throws IOException, ContractException {
        keep();
        Map<ObjectId, FileOutline> before = kept();
        commitOthers(FILES / 2);
        Files.writeString(directory.resolve("f47.proto"), "package written;\n");
        outlines();
        assertEquals(FILES + FILES / 2, kept().size());
        assertEquals(before.entrySet(), intersection(kept(), before));
    }

    @Test
    void areWrittenAgainWhenMoreThanASixteenthIsMissing() throws IOException, ContractException {
        keep();
        commitOthers(3);
        assertFalse(isWrittenByARun());
        commitOthers(4);
        assertTrue(isWrittenByARun());
    }

    @Test
    void areNotWrittenAgainBecauseOfFilesThatGitDidNotSee() throws IOException, ContractException {
        keep();
        for (int file = 0; file < FILES; file++) {
            Files.writeString(directory.resolve("f" + file + ".proto"), "package written;\n");
        }
        assertFalse(isWrittenByARun());
    }

    @Test
    void areForgottenWhereMostAreOfNoUse() throws IOException, ContractException {
        for (int others : List.of(4 * FILES, 4 * FILES + 1)) {
            Map<ObjectId, FileOutline> old = new HashMap<>();
            for (int other = 1; other <= others; other++) {
                byte[] id = new byte[20];
                id[0] = (byte) other;
                id[1] = (byte) (other >> 8);
                old.put(ObjectId.fromRaw(id), new FileOutline("old", List.of(), List.of(), false, false));
            }
            Files.createDirectories(directory.resolve(KEPT).getParent());
            Files.write(directory.resolve(KEPT), OutlineFormat.write(old));
            outlines();
            assertEquals(others == 4 * FILES ? others + FILES : FILES, kept().size());
        }
    }

    @Test
    void areNotKeptOfSoFewFilesAsAreReadInNoTime() throws IOException, ContractException {
        for (int file = 31; file < FILES; file++) {
            Files.delete(directory.resolve("f" + file + ".proto"));
        }
        assertEquals("real0", packageOf(FIRST, outlines()));
        assertFalse(Files.exists(directory.resolve(KEPT)));
        write("f31.proto", "package real31;\n");
        outlines();
        assertTrue(Files.exists(directory.resolve(KEPT)));
    }

    /** Runs until outlines are kept. */
    private void keep() throws ContractException {
        outlines();
        outlines();
    }

    private boolean isWrittenByARun() throws IOException, ContractException {
        FileTime old = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(directory.resolve(KEPT), old);
        outlines();
        return !Files.getLastModifiedTime(directory.resolve(KEPT)).equals(old);
    }

    /** Has git see other contracts in place of some. */
    private void commitOthers(int count) throws IOException {
        for (int file = 0; file < count; file++) {
            write("f" + file + ".proto", "package other" + count + "." + file + ";\n");
        }
        try (Git git = Git.open(directory.toFile())) {
            git.add().addFilepattern(".").call();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }

    private static Set<Map.Entry<ObjectId, FileOutline>> intersection(
            Map<ObjectId, FileOutline> some, Map<ObjectId, FileOutline> others) {
        Map<ObjectId, FileOutline> common = new HashMap<>(some);
        common.entrySet().retainAll(others.entrySet());
        return common.entrySet();
    }

    /** Has the outlines that are kept say something that no contract says. */
    private void forge() throws IOException, ContractException {
        keep();
        Map<ObjectId, FileOutline> forged = new HashMap<>();
        kept().keySet().forEach(id -> forged.put(id, new FileOutline("forged", List.of(), List.of(), false, false)));
        Files.write(directory.resolve(KEPT), OutlineFormat.write(forged));
    }

    private static String packageOf(String file, Map<String, FileOutline> outlines) {
        return Objects.requireNonNull(outlines.get(file)).packageName();
    }

    private Map<ObjectId, FileOutline> kept() throws IOException {
        return OutlineFormat.read(Files.readAllBytes(directory.resolve(KEPT)));
    }

    private Map<String, FileOutline> outlines() throws ContractException {
        WorkspaceListing listing = WorkspaceListing.of(new DirectoryTree(directory, ""), "");
        Map<String, FileOutline> outlines = new HashMap<>();
        KnownOutlines.of(listing, listing.paths()).forEach(file -> outlines.put(file.path(), file.outline()));
        return outlines;
    }

    /** Files that are as old as the index may have been written after git looked. */
    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
    }
}
