package dev.concordat.schema.parse;

import java.util.ArrayList;
import java.util.List;

/** Reads aggregates: messages in the syntax of the text format (protobuf.dev, Text Format Language Specification). */
final class AggregateParser {
    /** How deep aggregates and lists may nest. protoc aborts beyond about as many. */
    static final int DEPTH_LIMIT = 100;

    private final Cursor cursor;
    private int depth;
    /** Braces that are open, those in line comments included: by them alone protoc finds where the aggregate ends. */
    private int braces;

    AggregateParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the aggregate of an option. */
    ValueNode outermost() {
        depth = 0;
        braces = 0;
        return aggregate('}');
    }

    private ValueNode aggregate(char closing) {
        int start = cursor.start();
        enter(start);
        step();
        List<AggregateField> fields = new ArrayList<>(4);
        while (!cursor.isSymbol(closing)) {
            if (cursor.isSymbol('#')) {
                skipLineComment();
                continue;
            }
            if (cursor.atEnd()) {
                throw cursor.fail(start, "The aggregate value does not end.", "Close it with \"" + closing + "\".");
            }
            fields.add(field());
            if (!cursor.skipSymbol(',')) {
                cursor.skipSymbol(';');
            }
        }
        int last = cursor.start();
        step();
        depth--;
        if ((depth == 0) != (braces == 0)) {
            throw cursor.fail(
                    last,
                    "The braces of the aggregate value do not match.",
                    "Braces in a comment that begins with # count, too.");
        }
        return new ValueNode.Aggregate(fields, start, cursor.previousEnd());
    }

    /** Goes to the next token, counting braces. */
    private void step() {
        braces += cursor.isSymbol('{') ? 1 : cursor.isSymbol('}') ? -1 : 0;
        cursor.next();
    }

    /** To the text format, a number sign comments out the rest of the line. */
    private void skipLineComment() {
        do {
            if (depth == 1 && braces == 1 && cursor.isSymbol('}')) {
                return;
            }
            step();
        } while (!cursor.atEnd() && !cursor.startsLine());
    }

    private AggregateField field() {
        int start = cursor.start();
        AggregateField.Kind kind = AggregateField.Kind.FIELD;
        Word name;
        if (cursor.skipSymbol('[')) {
            name = bracketed(start);
            kind = name.text().indexOf('/') >= 0 ? AggregateField.Kind.TYPE_URL : AggregateField.Kind.EXTENSION;
        } else {
            name = cursor.word("the name of a field");
        }
        boolean colon = cursor.skipSymbol(':');
        ValueNode value = value(colon);
        return new AggregateField(name, kind, colon, value, start, cursor.previousEnd());
    }

    /** Reads an extension's name, or the URL of a type. */
    private Word bracketed(int start) {
        StringBuilder name = new StringBuilder();
        while (!cursor.skipSymbol(']')) {
            if (cursor.isAnyWord()) {
                name.append(cursor.word("a name").text());
            } else if (cursor.isSymbol('.') || cursor.isSymbol('/') || cursor.isSymbol('-')) {
                name.append(cursor.isSymbol('.') ? '.' : cursor.isSymbol('/') ? '/' : '-');
                cursor.next();
            } else {
                throw cursor.expected("the name of an extension or a type, and \"]\"");
            }
        }
        if (name.length() == 0) {
            throw cursor.fail(start, "The brackets hold no name.", "Write the full name of an extension or a type.");
        }
        return new Word(name.toString(), start, cursor.previousEnd());
    }

    private ValueNode value(boolean colon) {
        if (cursor.isSymbol('{')) {
            return aggregate('}');
        }
        if (cursor.isSymbol('<')) {
            return aggregate('>');
        }
        if (cursor.isSymbol('[')) {
            return list();
        }
        if (!colon) {
            throw cursor.expected("\":\" after the field's name");
        }
        return scalar();
    }

    private ValueNode list() {
        int start = cursor.start();
        enter(start);
        cursor.next();
        List<ValueNode> values = new ArrayList<>(4);
        if (!cursor.skipSymbol(']')) {
            do {
                values.add(cursor.isSymbol('{') ? aggregate('}') : cursor.isSymbol('<') ? aggregate('>') : scalar());
            } while (cursor.skipSymbol(','));
            cursor.expectSymbol(']', "after the values");
        }
        depth--;
        return new ValueNode.ListLiteral(values, start, cursor.previousEnd());
    }

    private ValueNode scalar() {
        int start = cursor.start();
        boolean negative = cursor.skipSymbol('-');
        if (cursor.isAnyWord()) {
            Word word = cursor.word("a value");
            return new ValueNode.Identifier(word.text(), negative, start, word.end());
        }
        if (cursor.isInteger() || cursor.isFloat()) {
            return NumberParser.number(cursor, start, negative);
        }
        if (negative) {
            throw cursor.expected("a number after the minus sign");
        }
        StringNode string = cursor.string("the field's value");
        return new ValueNode.StringLiteral(string.value(), string.start(), string.end());
    }

    private void enter(int start) {
        depth++;
        if (depth > DEPTH_LIMIT) {
            throw cursor.fail(
                    start,
                    "The value nests more than %s aggregates.".formatted(DEPTH_LIMIT),
                    "Compilers of contracts crash on deeper ones.");
        }
    }
}
