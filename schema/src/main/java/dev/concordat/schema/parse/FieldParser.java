package dev.concordat.schema.parse;

import dev.concordat.schema.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields: of messages, oneofs and extend blocks. */
final class FieldParser {
    /** Where a field can stand. */
    enum Home {
        MESSAGE,
        ONEOF,
        EXTEND
    }

    static final Set<String> SCALARS = Set.copyOf(Kind.scalars());

    private final Cursor cursor;
    private final OptionParser options;
    private final BlockParser blocks;
    private final FileSyntax syntax;

    FieldParser(Cursor cursor, OptionParser options, BlockParser blocks, FileSyntax syntax) {
        this.cursor = cursor;
        this.options = options;
        this.blocks = blocks;
        this.syntax = syntax;
    }

    FieldNode field(Home home) {
        int start = cursor.start();
        @Nullable Word label = label(home);
        if (home == Home.ONEOF) {
            // A label inside a oneof has been refused; the field begins after it.
            start = label == null ? start : cursor.start();
            label = null;
        }
        int typeStart = cursor.start();
        if (cursor.isWord("map")) {
            Word map = cursor.word("a type");
            return cursor.isSymbol('<')
                    ? mapField(home, label, start, typeStart)
                    : field(home, label, map, start, typeStart);
        }
        requireLabel(home, label);
        return rest(label, type(), start, typeStart);
    }

    /** A field whose type is a message or enum called {@code map}. */
    private FieldNode field(Home home, @Nullable Word label, Word type, int start, int typeStart) {
        requireLabel(home, label);
        return rest(label, type, start, typeStart);
    }

    private @Nullable Word label(Home home) {
        boolean written = cursor.isWord("optional") || cursor.isWord("required") || cursor.isWord("repeated");
        if (!written) {
            return null;
        }
        if (home == Home.ONEOF) {
            cursor.log(
                    cursor.start(),
                    "A field in a oneof has no label.",
                    "Drop it; for many values, put a message with a repeated field in the oneof.");
        }
        Word label = cursor.word("a label");
        if (syntax.isEditions() && label.text().equals("optional")) {
            cursor.log(
                    label.start(),
                    "Editions have no label \"optional\".",
                    "Drop it; singular fields track presence unless features.field_presence says IMPLICIT.");
        } else if (syntax.isEditions() && label.text().equals("required")) {
            cursor.log(
                    label.start(),
                    "Editions have no label \"required\".",
                    "Write [features.field_presence = LEGACY_REQUIRED] behind the field.");
        }
        return label;
    }

    private void requireLabel(Home home, @Nullable Word label) {
        if (label == null && home != Home.ONEOF && syntax.isProto2()) {
            cursor.log(
                    cursor.start(),
                    "A proto2 field starts with \"optional\", \"required\" or \"repeated\".",
                    "Write one of them, or syntax = \"proto3\" at the top of the file.");
        }
    }

    private Word type() {
        if (!cursor.isAnyWord()) {
            return cursor.qualifiedName("a type");
        }
        Word first = cursor.word("a type");
        boolean whole = !cursor.isSymbol('.')
                || SCALARS.contains(first.text())
                || first.text().equals("group");
        return whole ? first : cursor.restOfName(first);
    }

    private FieldNode mapField(Home home, @Nullable Word label, int start, int typeStart) {
        refuseMap(home, label, typeStart);
        cursor.next();
        Word key = type();
        cursor.expectSymbol(',', "between the types of keys and values");
        Word value = type();
        cursor.expectSymbol('>', "after the type of the values");
        int typeEnd = cursor.previousEnd();
        Word name = cursor.word("the field's name");
        NumberNode number = number();
        @Nullable BracketOptions written = options.brackets();
        Comments comments = cursor.endDeclaration(';', "after the field");
        return new FieldNode(
                label,
                value,
                key,
                typeStart,
                typeEnd,
                name,
                number,
                written,
                null,
                start,
                cursor.previousEnd(),
                comments);
    }

    private void refuseMap(Home home, @Nullable Word label, int typeStart) {
        if (home == Home.ONEOF) {
            throw cursor.fail(
                    typeStart, "A map field cannot be in a oneof.", "Put a message that holds the map in the oneof.");
        }
        if (label != null) {
            throw cursor.fail(label.start(), "A map field has no label.", "Drop \"" + label.text() + "\".");
        }
        if (home == Home.EXTEND) {
            throw cursor.fail(typeStart, "An extension cannot be a map.", "Make it a message that holds the map.");
        }
    }

    private FieldNode rest(@Nullable Word label, Word type, int start, int typeStart) {
        Word name = cursor.word("the field's name");
        NumberNode number = number();
        @Nullable BracketOptions written = options.brackets();
        int typeEnd = type.end();
        if (!type.text().equals("group")) {
            Comments comments = cursor.endDeclaration(';', "after the field");
            return new FieldNode(
                    label,
                    type,
                    null,
                    typeStart,
                    typeEnd,
                    name,
                    number,
                    written,
                    null,
                    start,
                    cursor.previousEnd(),
                    comments);
        }
        MessageNode group = group(name, start);
        return new FieldNode(
                label,
                type,
                null,
                typeStart,
                typeEnd,
                name,
                number,
                written,
                group,
                start,
                cursor.previousEnd(),
                Comments.none());
    }

    private MessageNode group(Word name, int start) {
        if (syntax.isEditions()) {
            cursor.log(
                    name.start(),
                    "Editions have no groups.",
                    "Declare a message and write [features.message_encoding = DELIMITED] behind a field of it.");
        }
        char first = name.text().charAt(0);
        if (first < 'A' || first > 'Z') {
            cursor.log(
                    name.start(),
                    "The group's name \"" + name.text() + "\" does not start with a capital letter.",
                    "It is the name of a message; the field is called the same in lower case.");
        }
        if (!cursor.isSymbol('{')) {
            throw cursor.expected("\"{\" and the group's fields");
        }
        return blocks.messageBody(null, name, start);
    }

    private NumberNode number() {
        cursor.expectSymbol('=', "and a field number after the field's name");
        return cursor.number("the field's number", false);
    }
}
