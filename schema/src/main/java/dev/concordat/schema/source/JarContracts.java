package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The contracts that a third party's jar holds beside its classes, at their import paths. */
public final class JarContracts {
    private JarContracts() {}

    /** The contract files of a jar by import path; a jar that is no sound archive is refused, under the path given. */
    public static Map<String, ContractFile> read(String printedPath, byte[] jar) throws ContractException {
        FileTree tree =
                ArchiveFile.of(printedPath, new ByteArrayInputStream(jar)).jar();
        Map<String, ContractFile> found = new LinkedHashMap<>();
        for (String path : tree.files(".")) {
            // What cannot be imported, or only on some systems, is not there.
            if (path.endsWith(".proto") && PathRules.objection(path).isEmpty()) {
                SourceText text = new SourceText(path, tree.read(path).orElseThrow());
                found.put(path, new ContractFile(path, Optional.empty(), text));
            }
        }
        return found;
    }
}
