package dev.concordat.schema.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads options: names, values and the brackets around them. */
final class OptionParser {
    private final Cursor cursor;
    private final AggregateParser aggregates;

    OptionParser(Cursor cursor) {
        this.cursor = cursor;
        this.aggregates = new AggregateParser(cursor);
    }

    /** Reads an option statement. */
    OptionNode statement() {
        int start = cursor.start();
        if (!cursor.skipWord("option")) {
            throw cursor.expected("\"option\"");
        }
        int nameStart = cursor.start();
        List<OptionName> name = name();
        int nameEnd = cursor.previousEnd();
        cursor.expectSymbol('=', "after the option's name");
        ValueNode value = value();
        Comments comments = cursor.endDeclaration(';', "after the option");
        return new OptionNode(name, nameStart, nameEnd, value, start, cursor.previousEnd(), comments);
    }

    /** Reads what stands between brackets, when a bracket opens here. */
    @Nullable
    BracketOptions brackets() {
        int start = cursor.start();
        if (!cursor.skipSymbol('[')) {
            return null;
        }
        List<OptionNode> options = new ArrayList<>(2);
        do {
            options.add(assignment());
        } while (cursor.skipSymbol(','));
        cursor.expectSymbol(']', "after the options");
        return new BracketOptions(options, start, cursor.previousEnd());
    }

    private OptionNode assignment() {
        int start = cursor.start();
        List<OptionName> name = name();
        int nameEnd = cursor.previousEnd();
        cursor.expectSymbol('=', "after the option's name");
        ValueNode value = value();
        return new OptionNode(name, start, nameEnd, value, start, cursor.previousEnd(), Comments.none());
    }

    private List<OptionName> name() {
        OptionName first = namePart();
        if (!cursor.isSymbol('.')) {
            return List.of(first);
        }
        List<OptionName> parts = new ArrayList<>(4);
        parts.add(first);
        while (cursor.skipSymbol('.')) {
            parts.add(namePart());
        }
        return parts;
    }

    private OptionName namePart() {
        int start = cursor.start();
        if (!cursor.skipSymbol('(')) {
            Word word = cursor.word("an option's name");
            return new OptionName(word.text(), false, word.start(), word.end());
        }
        Word name = cursor.qualifiedName("the full name of a custom option");
        cursor.expectSymbol(')', "after the name of the custom option");
        return new OptionName(name.text(), true, start, cursor.previousEnd());
    }

    private ValueNode value() {
        int start = cursor.start();
        boolean negative = cursor.skipSymbol('-');
        if (cursor.isAnyWord()) {
            Word word = cursor.word("a value");
            if (negative && !word.text().equals("inf") && !word.text().equals("nan")) {
                throw cursor.fail(start, "Only a number, inf and nan can be negative.", "Drop the minus sign.");
            }
            return new ValueNode.Identifier(word.text(), negative, start, word.end());
        }
        if (cursor.isInteger() || cursor.isFloat()) {
            return NumberParser.number(cursor, start, negative);
        }
        if (negative) {
            throw cursor.expected("a number after the minus sign");
        }
        if (cursor.isString()) {
            StringNode string = cursor.string("a string");
            return new ValueNode.StringLiteral(string.value(), string.start(), string.end());
        }
        if (cursor.isSymbol('{')) {
            return aggregates.outermost();
        }
        throw cursor.expected("the option's value");
    }
}
