package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.dfs.DfsBlockCache;
import org.eclipse.jgit.internal.storage.dfs.DfsBlockCacheConfig;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Opens the reader of git's trees to fuzzing, without files. */
public final class TreeBytes {
    private static final String CUT = "\n====\n";
    private static final byte[] CONTRACT = "syntax = \"proto3\";\n".getBytes(StandardCharsets.UTF_8);

    private TreeBytes() {}

    /**
     * The tree that is cut off first. The ids of those cut off behind it are written with twenty letters {@code 1}, {@code 2} and so on; twenty letters
     * {@code B} are the id of a contract.
     */
    public static FileTree tree(byte[] input) throws ContractException {
        List<String> parts = new ArrayList<>(List.of(new String(input, StandardCharsets.ISO_8859_1).split(CUT, 9)));
        // It would keep what was read of every repository so far.
        DfsBlockCache.reconfigure(new DfsBlockCacheConfig());
        InMemoryRepository repository = new InMemoryRepository(new DfsRepositoryDescription());
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            String contract = letters(inserter.insert(Constants.OBJ_BLOB, CONTRACT));
            ObjectId root = ObjectId.zeroId();
            for (int part = parts.size() - 1; part >= 0; part--) {
                String tree = parts.get(part).replace("B".repeat(Constants.OBJECT_ID_LENGTH), contract);
                for (int below = part + 1; below < parts.size(); below++) {
                    tree = tree.replace(
                            String.valueOf((char) ('0' + below)).repeat(Constants.OBJECT_ID_LENGTH), parts.get(below));
                }
                root = inserter.insert(Constants.OBJ_TREE, tree.getBytes(StandardCharsets.ISO_8859_1));
                parts.set(part, letters(root));
            }
            inserter.flush();
            return new GitTree(new GitObjects(repository), new CommitId(root.name()), root, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String letters(ObjectId id) {
        byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(raw, 0);
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
