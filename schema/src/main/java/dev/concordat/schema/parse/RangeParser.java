package dev.concordat.schema.parse;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code reserved} and {@code extensions}. */
final class RangeParser {
    private final Cursor cursor;
    private final OptionParser options;

    RangeParser(Cursor cursor, OptionParser options) {
        this.cursor = cursor;
        this.options = options;
    }

    ExtensionsNode extensions() {
        int start = cursor.start();
        cursor.next();
        List<RangeNode> ranges = ranges(false, "a field number");
        BracketOptions written = options.brackets();
        Comments comments = cursor.endDeclaration(';', "after the extension range");
        return new ExtensionsNode(ranges, written, start, cursor.previousEnd(), comments);
    }

    /**
     * Reads a {@code reserved} statement.
     *
     * @param inEnum whether numbers may be negative
     * @param editions whether names are words instead of strings
     */
    ReservedNode reserved(boolean inEnum, boolean editions) {
        int start = cursor.start();
        cursor.next();
        List<RangeNode> ranges = List.of();
        List<Word> names = List.of();
        if (cursor.isString()) {
            if (editions) {
                throw cursor.fail(
                        cursor.start(), "In editions, reserved names are words.", "Write them without quotes.");
            }
            names = names(false);
        } else if (cursor.isAnyWord()) {
            if (!editions) {
                throw cursor.fail(
                        cursor.start(), "Reserved names are strings before edition 2023.", "Put them in quotes.");
            }
            names = names(true);
        } else {
            ranges = ranges(inEnum, "a name or a number");
        }
        Comments comments = cursor.endDeclaration(';', "after what is reserved");
        return new ReservedNode(ranges, names, start, cursor.previousEnd(), comments);
    }

    private List<Word> names(boolean words) {
        List<Word> names = new ArrayList<>(4);
        do {
            if (words) {
                names.add(cursor.word("a name"));
            } else {
                StringNode name = cursor.string("a name in quotes");
                names.add(new Word(name.text(), name.start(), name.end()));
            }
        } while (cursor.skipSymbol(','));
        return names;
    }

    private List<RangeNode> ranges(boolean signed, String what) {
        List<RangeNode> ranges = new ArrayList<>(4);
        do {
            ranges.add(range(signed, ranges.isEmpty() ? what : "a number"));
        } while (cursor.skipSymbol(','));
        return ranges;
    }

    private RangeNode range(boolean signed, String what) {
        NumberNode first = cursor.number(what, signed);
        if (!cursor.skipWord("to")) {
            return new RangeNode(first, null, false, first.start(), first.end());
        }
        if (cursor.isWord("max")) {
            Word max = cursor.word("max");
            NumberNode last = new NumberNode(Integer.MAX_VALUE, max.start(), max.end());
            return new RangeNode(first, last, true, first.start(), max.end());
        }
        NumberNode last = cursor.number("the last number of the range, or \"max\"", signed);
        return new RangeNode(first, last, false, first.start(), last.end());
    }
}
