package dev.concordat.release;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.ContractParser;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.OneofNode;
import dev.concordat.schema.parse.ParsedFile;
import dev.concordat.schema.parse.ServiceNode;
import dev.concordat.schema.parse.Statement;
import java.util.List;

/**
 * What a plan must know of every contract file, compiled or not.
 *
 * @param packageName the package, empty when there is none
 * @param imports the import paths, in source order
 * @param types how many messages, enums and services it declares
 * @param wellFormed whether its syntax is right
 */
record ContractOutline(String packageName, List<String> imports, int types, boolean wellFormed) {

    /** Copies the list. */
    ContractOutline {
        imports = List.copyOf(imports);
    }

    /**
     * The outline of a file, whose syntax is not kept.
     *
     * @param parser one for all files, since a new one costs as much as a small file
     */
    static ContractOutline of(SourceText text, ContractParser parser) {
        ParsedFile parsed = parser.parse(text);
        FileNode file = parsed.file();
        return new ContractOutline(
                file.packageName(),
                file.imports().stream()
                        .map(ImportNode::path)
                        .map(path -> path.text())
                        .toList(),
                types(file.statements()),
                parsed.problems().isEmpty());
    }

    private static int types(List<? extends Statement> statements) {
        int types = 0;
        for (Statement statement : statements) {
            if (statement instanceof MessageNode message) {
                types += 1 + types(message.statements());
            } else if (statement instanceof EnumNode || statement instanceof ServiceNode) {
                types++;
            } else if (statement instanceof OneofNode oneof) {
                types += types(oneof.statements());
            } else if (statement instanceof ExtendNode extend) {
                types += types(extend.fields());
            } else if (statement instanceof FieldNode field && field.group() != null) {
                types += types(List.of(field.group()));
            }
        }
        return types;
    }
}
