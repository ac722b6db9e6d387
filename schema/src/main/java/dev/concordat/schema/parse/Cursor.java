package dev.concordat.schema.parse;

import com.google.protobuf.ByteString;
import dev.concordat.schema.SourceText;

/** Walks over the tokens of a file: what all statements are read with. */
final class Cursor {
    private static final int SHOWN = 40;

    final SourceText text;
    private final ProblemLog problems;
    private final Lexer lexer;
    private final WordTable words;
    private final PendingComments pending = new PendingComments();
    private final SyntaxError logged = new SyntaxError();

    Cursor(SourceText text, WordTable words, ProblemLog problems) {
        this.text = text;
        this.words = words;
        this.problems = problems;
        this.lexer = new Lexer(text.bytes(), problems);
        pending.add(lexer.first());
    }

    /** Where the current token starts. */
    int start() {
        return lexer.start;
    }

    /** Where the token before it ended. */
    int previousEnd() {
        return lexer.previousEnd;
    }

    boolean atEnd() {
        return lexer.kind == Lexer.Kind.END;
    }

    boolean isSymbol(char symbol) {
        return lexer.isSymbol(symbol);
    }

    boolean isWord(String word) {
        return lexer.isWord(word);
    }

    boolean isAnyWord() {
        return lexer.kind == Lexer.Kind.WORD;
    }

    boolean isString() {
        return lexer.kind == Lexer.Kind.STRING;
    }

    boolean isInteger() {
        return lexer.kind == Lexer.Kind.INTEGER;
    }

    boolean isFloat() {
        return lexer.kind == Lexer.Kind.FLOAT;
    }

    /** Whether the current token stands on a later line than the one before it. */
    boolean startsLine() {
        for (int at = lexer.previousEnd; at < lexer.start; at++) {
            if (lexer.bytes[at] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Whether the file so far holds bytes that are not ASCII. */
    boolean isBeyondAscii() {
        return lexer.isBeyondAscii();
    }

    /** Goes to the next token. */
    void next() {
        lexer.next();
    }

    /** Goes past this symbol, when it is there. */
    boolean skipSymbol(char symbol) {
        if (!lexer.isSymbol(symbol)) {
            return false;
        }
        lexer.next();
        return true;
    }

    /** Goes past this word, when it is there. */
    boolean skipWord(String word) {
        if (!lexer.isWord(word)) {
            return false;
        }
        lexer.next();
        return true;
    }

    /**
     * Goes past a symbol that must be there.
     *
     * @param where what it belongs to, such as {@code "after the field's name"}
     */
    void expectSymbol(char symbol, String where) {
        if (!skipSymbol(symbol)) {
            throw expected("\"" + symbol + "\" " + where);
        }
    }

    /** Reads a word without dots. */
    Word word(String what) {
        if (lexer.kind != Lexer.Kind.WORD) {
            throw expected(what);
        }
        Word word = new Word(words.word(lexer.bytes, lexer.start, lexer.end), lexer.start, lexer.end);
        lexer.next();
        return word;
    }

    /** Reads words with dots between them, and one before them if the name is a full one. */
    Word qualifiedName(String what) {
        int start = lexer.start;
        boolean dot = skipSymbol('.');
        Word first = word(what);
        return !dot && !lexer.isSymbol('.') ? first : restOfName(start, dot ? "." : "", first);
    }

    /** Reads the words behind the first word of a name. */
    Word restOfName(Word first) {
        return restOfName(first.start(), "", first);
    }

    private Word restOfName(int start, String prefix, Word first) {
        StringBuilder name = new StringBuilder(prefix).append(first.text());
        while (skipSymbol('.')) {
            name.append('.').append(word("a name after the dot").text());
        }
        int end = lexer.previousEnd;
        // The usual way of writing it, without white space, gives a string that is already known.
        String written = end - start == name.length() ? words.word(lexer.bytes, start, end) : name.toString();
        return new Word(written, start, end);
    }

    /** Reads an integer that an {@code int} can hold; with a minus sign where {@code signed} allows it. */
    NumberNode number(String what, boolean signed) {
        int start = lexer.start;
        boolean negative = signed && skipSymbol('-');
        if (lexer.kind != Lexer.Kind.INTEGER) {
            throw expected(what);
        }
        long value = Literals.integer(lexer.bytes, lexer.start, lexer.end);
        long limit = negative ? 1L << 31 : Integer.MAX_VALUE;
        if (!Literals.fits(lexer.bytes, lexer.start, lexer.end) || value < 0 || value > limit) {
            log(
                    lexer.start,
                    "The number is out of range.",
                    "The %s is %s."
                            .formatted(
                                    negative ? "smallest" : "largest",
                                    negative ? Integer.MIN_VALUE : Integer.MAX_VALUE));
            value = 0;
        }
        lexer.next();
        return new NumberNode((int) (negative ? -value : value), start, lexer.previousEnd);
    }

    /** The unsigned 64-bit value of the current integer; check {@link #integerFits} before. */
    long integer() {
        return Literals.integer(lexer.bytes, lexer.start, lexer.end);
    }

    boolean integerFits() {
        return Literals.fits(lexer.bytes, lexer.start, lexer.end);
    }

    boolean integerIsDecimal() {
        return Literals.isDecimal(lexer.bytes, lexer.start, lexer.end);
    }

    /** The value of the current integer or float as a floating-point number. */
    double floating() {
        return Literals.floating(lexer.bytes, lexer.start, lexer.end);
    }

    /** Reads a string, or several side by side. */
    StringNode string(String what) {
        if (lexer.kind != Lexer.Kind.STRING) {
            throw expected(what);
        }
        int start = lexer.start;
        ByteString.Output value = ByteString.newOutput(lexer.end - lexer.start);
        while (lexer.kind == Lexer.Kind.STRING) {
            Literals.string(lexer.bytes, lexer.start, lexer.end, value);
            lexer.next();
        }
        return new StringNode(value.toByteString(), start, lexer.previousEnd);
    }

    /**
     * Goes past the symbol that ends a declaration or opens its block, and returns the comments of that declaration.
     *
     * @param where what it belongs to, such as {@code "after the package"}
     */
    Comments endDeclaration(char symbol, String where) {
        if (!lexer.isSymbol(symbol)) {
            throw expected("\"" + symbol + "\" " + where);
        }
        return pending.attach(text, lexer.nextWithComments());
    }

    /** Goes past a semicolon that ends nothing; its comments stay with what comes next. */
    void endNothing() {
        pending.add(lexer.nextWithComments());
    }

    /** Goes past a closing brace; detached comments inside the block belong to nobody. */
    void endBlock() {
        pending.replace(lexer.nextWithComments());
    }

    /** Skips to after the statement that could not be understood. */
    void skipStatement() {
        while (!atEnd()) {
            if (isSymbol(';')) {
                endNothing();
                return;
            }
            if (isSymbol('}')) {
                return;
            }
            if (skipSymbol('{')) {
                skipBlock();
                return;
            }
            lexer.next();
        }
    }

    private void skipBlock() {
        int depth = 1;
        while (!atEnd()) {
            if (isSymbol('}')) {
                endBlock();
                depth--;
                if (depth == 0) {
                    return;
                }
            } else {
                if (isSymbol('{')) {
                    depth++;
                }
                lexer.next();
            }
        }
    }

    /** Logs a problem. */
    void log(int offset, String message, String remedy) {
        problems.add(offset, message, remedy);
    }

    /** Logs that something else was expected at the current token, and gives what leaves the statement. */
    SyntaxError expected(String what) {
        return fail(lexer.start, "Expected %s, found %s.".formatted(what, found()), "");
    }

    /** Logs a problem and gives what leaves the statement. */
    SyntaxError fail(int offset, String message, String remedy) {
        problems.add(offset, message, remedy);
        return logged;
    }

    private String found() {
        if (atEnd()) {
            return "the end of the file";
        }
        int end = Math.min(lexer.end, lexer.start + SHOWN);
        String token = text.text(lexer.start, end).strip() + (end < lexer.end ? "..." : "");
        return lexer.kind == Lexer.Kind.STRING ? "the string " + token : "\"" + token + "\"";
    }
}
