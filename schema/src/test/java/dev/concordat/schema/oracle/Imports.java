package dev.concordat.schema.oracle;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.parse.ContractParser;
import dev.concordat.schema.parse.ImportNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file imports, directly or not, among the files of its corpus. */
final class Imports {
    private Imports() {}

    /** The file and what it imports; what the corpus lacks is left to the compilers. */
    static List<ContractFile> closure(ContractFile file, Map<String, ContractFile> corpus) {
        Map<String, ContractFile> found = new LinkedHashMap<>();
        found.put(file.importPath(), file);
        Deque<ContractFile> open = new ArrayDeque<>(List.of(file));
        while (!open.isEmpty()) {
            for (ImportNode node :
                    new ContractParser().parse(open.pop().text()).file().imports()) {
                ContractFile imported = corpus.get(node.path().text());
                if (imported != null && found.putIfAbsent(imported.importPath(), imported) == null) {
                    open.push(imported);
                }
            }
        }
        return List.copyOf(found.values());
    }
}
