package dev.concordat.schema.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small objects that become large ones, and objects that say another size than they have. */
final class OversizedObjectTest {
    private static final ObjectId ID = ObjectId.fromString("1234567890123456789012345678901234567890");
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    @Timeout(60)
    void refusesAnObjectThatSaysItIsLargeUnread() throws Exception {
        loose("blob 1073741824\0", 1);
        assertRefused(
                "a.proto: The file has 1073741824 bytes; more than 4 MiB are not read. Split it into several files.");
    }

    /** What is unpacked beyond the size that was said would be without end. */
    @Test
    @Timeout(60)
    void readsNoMoreThanAnObjectSays() throws Exception {
        loose("blob 5\0", 64 * MEBIBYTE);
        assertRefused("Git object " + ID.name() + " of \"a.proto\" cannot be read: ");
    }

    @Test
    @Timeout(60)
    void readsNoLessThanAnObjectSays() throws Exception {
        loose("blob 5000\0", 100);
        assertRefused("Git object " + ID.name() + " of \"a.proto\" cannot be read: ");
    }

    @Test
    @Timeout(60)
    void refusesASizeThatIsNone() throws Exception {
        loose("blob -1\0", 100);
        assertRefused("Git object " + ID.name() + " of \"a.proto\" cannot be read: ");
    }

    @Test
    @Timeout(60)
    void refusesALargeObjectMadeOfCopies() throws Exception {
        PackSandbox pack = new PackSandbox();
        long base = pack.blob("x".repeat(PackSandbox.COPIED));
        pack.delta(ID, base, PackSandbox.COPIED, 30_000);
        pack.write(GitSandbox.init(directory).directory().resolve(".git/objects/pack"));
        assertRefused(
                "a.proto: The file has 1966080000 bytes; more than 4 MiB are not read. Split it into several files.");
    }

    /** The small one cannot be had without the large one, for which there may be no memory: then there is no answer. */
    @Test
    @Timeout(60)
    void readsASmallObjectMadeOfALargeOneOrNone() throws Exception {
        PackSandbox pack = new PackSandbox();
        long base = pack.blob("x".repeat(PackSandbox.COPIED));
        long large = pack.delta(ObjectId.zeroId(), base, PackSandbox.COPIED, 2_000);
        ObjectId small = pack.part(large, 2_000L * PackSandbox.COPIED, "xxxxx");
        pack.write(GitSandbox.init(directory).directory().resolve(".git/objects/pack"));
        assertEquals("xxxxx", new String(read(small), StandardCharsets.UTF_8));
    }

    private void assertRefused(String text) {
        ContractException e = assertThrows(ContractException.class, () -> read(ID));
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertTrue(
                e.problems().get(0).toString().startsWith(text),
                e.problems().get(0).toString());
    }

    /** Reads the contract of a commit that has this object for it. */
    private byte[] read(ObjectId id) throws ContractException {
        GitSandbox git = GitSandbox.init(directory);
        git.git("update-index", "--add", "--cacheinfo", "100644," + id.name() + ",a.proto");
        CommitId commit = new CommitId(git.git("commit-tree", "-m", "one", git.git("write-tree", "--missing-ok")));
        try (GitRepository repository = GitRepository.open(directory)) {
            return repository.tree(commit).read("a.proto").orElseThrow();
        }
    }

    /** Writes a loose object with a header, and zeros after it. */
    private void loose(String header, int zeros) throws IOException {
        Path objects = GitSandbox.init(directory).directory().resolve(".git/objects");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            byte[] some = new byte[Math.min(zeros, MEBIBYTE)];
            for (int written = 0; written < zeros; written += some.length) {
                out.write(some);
            }
        }
        Path file = objects.resolve(ID.name().substring(0, 2)).resolve(ID.name().substring(2));
        Files.createDirectories(file.getParent());
        Files.write(file, packed.toByteArray());
    }
}
