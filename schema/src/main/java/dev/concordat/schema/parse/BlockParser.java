package dev.concordat.schema.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads declarations that have a block: messages, oneofs, extend blocks, enums. */
final class BlockParser {
    /** How deep messages may nest: protoc's limit. */
    static final int DEPTH_LIMIT = 31;

    private final Cursor cursor;
    private final OptionParser options;
    private final RangeParser ranges;
    private final FieldParser fields;
    private final FileSyntax syntax;
    private int depth;

    BlockParser(Cursor cursor, OptionParser options, FileSyntax syntax) {
        this.cursor = cursor;
        this.options = options;
        this.syntax = syntax;
        this.ranges = new RangeParser(cursor, options);
        this.fields = new FieldParser(cursor, options, this, syntax);
    }

    /** Reads {@code export} or {@code local} where an edition has them and one is written; else nothing. */
    @Nullable
    Word visibility() {
        if (!syntax.hasVisibility() || !(cursor.isWord("export") || cursor.isWord("local"))) {
            return null;
        }
        Word visibility = cursor.word("a visibility");
        if (!cursor.isWord("message") && !cursor.isWord("enum")) {
            throw cursor.fail(
                    visibility.start(),
                    "\"" + visibility.text() + "\" stands before something that is neither message nor enum.",
                    "Only messages and enums have a visibility.");
        }
        return visibility;
    }

    /** Reads a message; the cursor is at its keyword. */
    MessageNode message(@Nullable Word visibility) {
        int start = visibility == null ? cursor.start() : visibility.start();
        cursor.next();
        return messageBody(visibility, cursor.word("the message's name"), start);
    }

    /** Reads a message from its brace on. */
    MessageNode messageBody(@Nullable Word visibility, Word name, int start) {
        int body = cursor.start();
        if (depth == DEPTH_LIMIT) {
            throw cursor.fail(
                    start,
                    "Message \"" + name.text() + "\" is nested in more than " + (DEPTH_LIMIT - 1) + " others.",
                    "Move it to the top of the file.");
        }
        Comments comments = cursor.endDeclaration('{', "after the message's name");
        depth++;
        List<Statement> statements = new ArrayList<>();
        try {
            while (!closes("message", name)) {
                try {
                    statements.add(messageStatement());
                } catch (SyntaxError e) {
                    cursor.skipStatement();
                }
            }
        } finally {
            depth--;
        }
        return new MessageNode(visibility, name, body, statements, start, cursor.previousEnd(), comments);
    }

    private Statement messageStatement() {
        @Nullable Word visibility = visibility();
        if (cursor.isWord("message")) {
            return message(visibility);
        }
        if (cursor.isWord("enum")) {
            return enumType(visibility);
        }
        if (cursor.isWord("extensions")) {
            return ranges.extensions();
        }
        if (cursor.isWord("reserved")) {
            return ranges.reserved(false, syntax.isEditions());
        }
        if (cursor.isWord("extend")) {
            return extend();
        }
        if (cursor.isWord("option")) {
            return options.statement();
        }
        if (cursor.isWord("oneof")) {
            return oneof();
        }
        return fields.field(FieldParser.Home.MESSAGE);
    }

    private OneofNode oneof() {
        int start = cursor.start();
        cursor.next();
        Word name = cursor.word("the oneof's name");
        int body = cursor.start();
        Comments comments = cursor.endDeclaration('{', "after the oneof's name");
        List<Statement> statements = new ArrayList<>(4);
        boolean hasField = false;
        do {
            if (cursor.atEnd()) {
                throw unclosed("oneof", name);
            }
            if (cursor.isWord("option")) {
                statements.add(options.statement());
                continue;
            }
            hasField = true;
            try {
                statements.add(fields.field(FieldParser.Home.ONEOF));
            } catch (SyntaxError e) {
                cursor.skipStatement();
            }
        } while (!cursor.isSymbol('}'));
        if (!hasField) {
            cursor.log(
                    name.start(), "The oneof \"" + name.text() + "\" has no field.", "Add one, or delete the oneof.");
        }
        cursor.endBlock();
        return new OneofNode(name, body, statements, start, cursor.previousEnd(), comments);
    }

    /** Reads an extend block; the cursor is at its keyword. */
    ExtendNode extend() {
        int start = cursor.start();
        cursor.next();
        Word extendee = messageName("the name of the message to extend");
        int body = cursor.start();
        Comments comments = cursor.endDeclaration('{', "after the name of the message to extend");
        List<FieldNode> extensions = new ArrayList<>(4);
        do {
            if (cursor.atEnd()) {
                throw unclosed("extend block of", extendee);
            }
            try {
                extensions.add(fields.field(FieldParser.Home.EXTEND));
            } catch (SyntaxError e) {
                cursor.skipStatement();
            }
        } while (!cursor.isSymbol('}'));
        cursor.endBlock();
        return new ExtendNode(extendee, body, extensions, start, cursor.previousEnd(), comments);
    }

    /** Reads the name of a message; a scalar is refused, and read. */
    Word messageName(String what) {
        if (!cursor.isAnyWord()) {
            return cursor.qualifiedName(what);
        }
        Word first = cursor.word(what);
        if (FieldParser.SCALARS.contains(first.text()) || first.text().equals("group")) {
            cursor.log(first.start(), "\"" + first.text() + "\" is not a message.", "Declare a message that holds it.");
            return first;
        }
        return cursor.isSymbol('.') ? cursor.restOfName(first) : first;
    }

    /** Reads an enum; the cursor is at its keyword. */
    EnumNode enumType(@Nullable Word visibility) {
        int start = visibility == null ? cursor.start() : visibility.start();
        cursor.next();
        Word name = cursor.word("the enum's name");
        int body = cursor.start();
        Comments comments = cursor.endDeclaration('{', "after the enum's name");
        List<Statement> statements = new ArrayList<>();
        while (!closes("enum", name)) {
            try {
                statements.add(enumStatement());
            } catch (SyntaxError e) {
                cursor.skipStatement();
            }
        }
        return new EnumNode(visibility, name, body, statements, start, cursor.previousEnd(), comments);
    }

    private Statement enumStatement() {
        if (cursor.isWord("option")) {
            return options.statement();
        }
        if (cursor.isWord("reserved")) {
            return ranges.reserved(true, syntax.isEditions());
        }
        int start = cursor.start();
        Word name = cursor.word("an enum value's name");
        cursor.expectSymbol('=', "and a number after the enum value's name");
        NumberNode number = cursor.number("the enum value's number", true);
        @Nullable BracketOptions written = options.brackets();
        Comments comments = cursor.endDeclaration(';', "after the enum value");
        return new EnumValueNode(name, number, written, start, cursor.previousEnd(), comments);
    }

    /** Skips empty statements; whether the block ends here, which is then behind the cursor. */
    boolean closes(String what, Word name) {
        while (cursor.isSymbol(';')) {
            cursor.endNothing();
        }
        if (cursor.isSymbol('}')) {
            cursor.endBlock();
            return true;
        }
        if (cursor.atEnd()) {
            throw unclosed(what, name);
        }
        return false;
    }

    private SyntaxError unclosed(String what, Word name) {
        return cursor.fail(
                name.start(), "The %s \"%s\" does not end.".formatted(what, name.text()), "Close it with \"}\".");
    }
}
