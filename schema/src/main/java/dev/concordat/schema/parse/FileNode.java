package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The syntax of a contract file.
 *
 * @param text the bytes that all offsets are of
 * @param statements the statements in source order
 * @param start the offset of the first token
 * @param end the offset after the last token
 */
public record FileNode(SourceText text, List<Statement> statements, int start, int end) implements Node {

    /** Copies the list. */
    public FileNode {
        statements = List.copyOf(statements);
    }

    /** The statement that names the language. */
    public Optional<SyntaxNode> syntax() {
        return first(SyntaxNode.class);
    }

    /** The package statement. */
    public Optional<PackageNode> packageStatement() {
        return first(PackageNode.class);
    }

    /** The package, empty when there is none. */
    public String packageName() {
        return packageStatement().map(statement -> statement.name().text()).orElse("");
    }

    /** The import statements in source order. */
    public List<ImportNode> imports() {
        return all(ImportNode.class);
    }

    private <T extends Statement> Optional<T> first(Class<T> kind) {
        for (Statement statement : statements) {
            if (kind.isInstance(statement)) {
                return Optional.of(kind.cast(statement));
            }
        }
        return Optional.empty();
    }

    /** The statements of one kind in source order. */
    public <T extends Statement> List<T> all(Class<T> kind) {
        List<T> all = new ArrayList<>();
        for (Statement statement : statements) {
            if (kind.isInstance(statement)) {
                all.add(kind.cast(statement));
            }
        }
        return Collections.unmodifiableList(all);
    }
}
