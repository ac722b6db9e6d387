package dev.concordat.schema.fuzz;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.PathRules;
import dev.concordat.schema.source.TreeBytes;
import java.util.List;
import java.util.Optional;

/** Any bytes are read as the directories of a commit or refused. */
public final class TreeFuzz {
    private TreeFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            read(TreeBytes.tree(input));
        } catch (ContractException refused) {
            checkWords(refused);
        }
    }

    /** Reads every file, none of which may have a path that leads elsewhere. */
    static void read(FileTree tree) throws ContractException {
        List<String> files = tree.files(".");
        String before = "";
        for (String file : files) {
            // A file may be called so where a backslash parts no names; a contract that is will be refused with its
            // name.
            String parts = file.replace('\\', '_');
            boolean plain = PathRules.normalized(parts).equals(Optional.of(parts))
                    && file.codePoints().noneMatch(Character::isISOControl);
            if (!plain || file.compareTo(before) <= 0) {
                throw new IllegalStateException(
                        "Path " + PathRules.quoted(file) + " behind " + PathRules.quoted(before));
            }
            before = file;
            if (tree.read(file).orElseThrow().length > FileTree.FILE_LIMIT) {
                throw new IllegalStateException(PathRules.quoted(file) + " is larger than what is read.");
            }
        }
    }

    /** What is refused is told in words that no terminal obeys. */
    static void checkWords(ContractException refused) {
        for (String line : String.valueOf(refused.getMessage()).split("\n", -1)) {
            if (line.codePoints().anyMatch(Character::isISOControl)) {
                throw new IllegalStateException("Told with a control character.", refused);
            }
        }
    }
}
