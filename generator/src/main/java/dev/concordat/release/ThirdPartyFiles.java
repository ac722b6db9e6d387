package dev.concordat.release;

import dev.concordat.schema.Import;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of third parties that a module imports in one of two versions, directly or through one another. What comes through other modules of the
 * workspace breaks those, unless they pass it on publicly.
 *
 * @param previous the files in the earlier version, by path
 * @param current those of the same paths in the current one
 */
record ThirdPartyFiles(List<ProtoFile> previous, List<ProtoFile> current) {

    /** Copies the lists. */
    ThirdPartyFiles {
        previous = List.copyOf(previous);
        current = List.copyOf(current);
    }

    /**
     * Those of a module.
     *
     * @param previous the earlier contracts with all that they import
     * @param current the current ones with all that they import
     */
    static ThirdPartyFiles of(String module, Schema previous, Schema current) {
        Set<String> paths = new TreeSet<>(imported(previous, module));
        paths.addAll(imported(current, module));
        return new ThirdPartyFiles(find(paths, previous), find(paths, current));
    }

    private static List<ProtoFile> find(Set<String> paths, Schema schema) {
        return paths.stream().map(schema::file).flatMap(Optional::stream).toList();
    }

    private static Set<String> imported(Schema schema, String module) {
        Set<String> imported = new HashSet<>();
        Set<String> opened = new HashSet<>();
        Deque<ProtoFile> open = new ArrayDeque<>(schema.filesOf(module));
        while (!open.isEmpty()) {
            ProtoFile file = open.pop();
            boolean passesOn =
                    file.module().filter(other -> !other.equals(module)).isPresent();
            for (Import used : file.imports()) {
                if ((!passesOn || used.kind() == Import.Kind.PUBLIC) && opened.add(used.path())) {
                    Optional<ProtoFile> found = schema.file(used.path());
                    found.ifPresent(open::push);
                    found.filter(other -> other.module().isEmpty()).ifPresent(other -> imported.add(other.path()));
                }
            }
        }
        return imported;
    }

    /** Whether they say the same, byte by byte. */
    boolean areTheSame() {
        if (previous.size() != current.size()) {
            return false;
        }
        for (int at = 0; at < previous.size(); at++) {
            ProtoFile before = previous.get(at);
            ProtoFile now = current.get(at);
            if (!before.path().equals(now.path())
                    || !Arrays.equals(before.text().bytes(), now.text().bytes())) {
                return false;
            }
        }
        return true;
    }
}
