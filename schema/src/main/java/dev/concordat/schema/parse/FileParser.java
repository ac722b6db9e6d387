package dev.concordat.schema.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file's own statements. */
final class FileParser {
    private final Cursor cursor;
    private final List<Statement> statements = new ArrayList<>();
    private boolean packaged;
    private boolean importsOptions;

    FileParser(Cursor cursor) {
        this.cursor = cursor;
    }

    FileNode file() {
        int start = cursor.start();
        FileSyntax syntax = FileSyntax.PROTO2;
        try {
            if (cursor.isWord("syntax") || cursor.isWord("edition")) {
                syntax = syntax();
            }
            statements(syntax);
        } catch (SyntaxError e) {
            // Without knowing its language, the rest of the file cannot be judged.
        }
        return new FileNode(cursor.text, statements, start, cursor.previousEnd());
    }

    private FileSyntax syntax() {
        int start = cursor.start();
        boolean edition = cursor.isWord("edition");
        cursor.next();
        cursor.expectSymbol('=', edition ? "after \"edition\"" : "after \"syntax\"");
        StringNode value = cursor.string(edition ? "an edition in quotes" : "\"proto2\" or \"proto3\" in quotes");
        Comments comments = cursor.endDeclaration(';', edition ? "after the edition" : "after the syntax");
        statements.add(new SyntaxNode(edition, value, start, cursor.previousEnd(), comments));
        return edition ? edition(value) : syntax(value);
    }

    private FileSyntax syntax(StringNode value) {
        return switch (value.text()) {
            case "proto2" -> FileSyntax.PROTO2;
            case "proto3" -> FileSyntax.PROTO3;
            default ->
                throw cursor.fail(
                        value.start(),
                        "There is no syntax \"" + value.text() + "\".",
                        "Write \"proto2\" or \"proto3\", or edition = \"2023\".");
        };
    }

    private FileSyntax edition(StringNode value) {
        return switch (value.text()) {
            case "2023" -> FileSyntax.EDITION_2023;
            case "2024" -> FileSyntax.EDITION_2024;
            default ->
                throw cursor.fail(
                        value.start(),
                        "Edition \"" + value.text() + "\" is unknown here.",
                        "Write \"2023\" or \"2024\", which are the ones this version of Concordat reads.");
        };
    }

    private void statements(FileSyntax syntax) {
        OptionParser options = new OptionParser(cursor);
        BlockParser blocks = new BlockParser(cursor, options, syntax);
        ServiceParser services = new ServiceParser(cursor, options, blocks);
        while (!cursor.atEnd()) {
            if (cursor.isSymbol(';')) {
                cursor.endNothing();
                continue;
            }
            try {
                statements.add(statement(syntax, options, blocks, services));
            } catch (SyntaxError e) {
                cursor.skipStatement();
                if (cursor.isSymbol('}')) {
                    cursor.log(cursor.start(), "The \"}\" closes nothing.", "Delete it, or open a block before.");
                    cursor.endBlock();
                }
            }
        }
    }

    private Statement statement(FileSyntax syntax, OptionParser options, BlockParser blocks, ServiceParser services) {
        @Nullable Word visibility = blocks.visibility();
        if (cursor.isWord("message")) {
            return blocks.message(visibility);
        }
        if (cursor.isWord("enum")) {
            return blocks.enumType(visibility);
        }
        if (cursor.isWord("service")) {
            return services.service();
        }
        if (cursor.isWord("extend")) {
            return blocks.extend();
        }
        if (cursor.isWord("import")) {
            return imported(syntax);
        }
        if (cursor.isWord("package")) {
            return packaged();
        }
        if (cursor.isWord("option")) {
            return options.statement();
        }
        if (cursor.isWord("syntax") || cursor.isWord("edition")) {
            throw cursor.fail(
                    cursor.start(),
                    "The syntax or edition is named in the first statement of the file.",
                    "Move it to the top.");
        }
        throw cursor.expected("a statement such as \"message\", \"enum\", \"service\" or \"import\"");
    }

    private PackageNode packaged() {
        int start = cursor.start();
        if (packaged) {
            cursor.log(start, "The file has a second package statement.", "A file belongs to one package.");
        }
        packaged = true;
        cursor.next();
        if (!cursor.isAnyWord()) {
            throw cursor.expected("the package's name");
        }
        Word name = cursor.qualifiedName("the package's name");
        Comments comments = cursor.endDeclaration(';', "after the package");
        return new PackageNode(name, start, cursor.previousEnd(), comments);
    }

    private ImportNode imported(FileSyntax syntax) {
        int start = cursor.start();
        cursor.next();
        @Nullable
        Word modifier = cursor.isWord("public") || cursor.isWord("weak") || cursor.isWord("option")
                ? cursor.word("a string")
                : null;
        if (modifier != null) {
            checkModifier(modifier, syntax);
        } else {
            checkOrder(start);
        }
        StringNode path = cursor.string("the path of a file in quotes");
        Comments comments = cursor.endDeclaration(';', "after the import");
        return new ImportNode(modifier, path, start, cursor.previousEnd(), comments);
    }

    private void checkModifier(Word modifier, FileSyntax syntax) {
        if (modifier.text().equals("option")) {
            importsOptions = true;
            if (!syntax.hasVisibility()) {
                cursor.log(
                        modifier.start(),
                        "Options can be imported from edition 2024 on.",
                        "Write a plain import, or edition = \"2024\".");
            }
            return;
        }
        checkOrder(modifier.start());
        if (modifier.text().equals("weak") && syntax.hasVisibility()) {
            cursor.log(
                    modifier.start(),
                    "Edition 2024 has no weak imports.",
                    "Use \"import option\" for what only options need.");
        }
    }

    private void checkOrder(int start) {
        if (importsOptions) {
            cursor.log(start, "An import stands behind an option import.", "Move the option imports to the end.");
        }
    }
}
