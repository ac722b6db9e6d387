package dev.concordat.schema.oracle;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.parse.ContractParser;
import dev.concordat.schema.parse.ImportNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file imports, directly or not, among the files of its corpus. */
final class Imports {
    private Imports() {}

    /** The file and what it imports; what the corpus lacks is left to the compilers. */
    static List<ContractFile> closure(ContractFile file, Map<String, ContractFile> corpus) {
        Map<String, ContractFile> found = new LinkedHashMap<>();
        found.put(file.importPath(), file);
        Set<String> seen = new HashSet<>(found.keySet());
        Deque<ContractFile> open = new ArrayDeque<>(List.of(file));
        while (!open.isEmpty()) {
            for (ImportNode node :
                    new ContractParser().parse(open.pop().text()).file().imports()) {
                String path = node.path().text();
                if (seen.add(path)) {
                    ContractFile imported = corpus.get(path);
                    if (imported != null) {
                        found.put(path, imported);
                        open.push(imported);
                    } else {
                        // A built-in file may import one that the corpus has in its own words.
                        BuiltInContracts.find(path).ifPresent(open::push);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }
}
