package dev.concordat.schema.image;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/** JSON (RFC 8259) read from the front: what comes next is asked for, and anything else is refused at its place. */
final class JsonInput {
    private static final int DEPTH_LIMIT = 100;
    private static final int END = -1;

    private final String path;
    private final Reader in;
    /** For each open object and array, whether it has had an entry. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private int line = 1;
    private int column;
    private int next;

    JsonInput(String path, Reader in) throws IOException {
        this.path = path;
        this.in = in;
        advance();
        if (next == '\uFEFF') {
            advance();
        }
    }

    /** The first character of what comes next: a brace, a bracket, a quote, a letter, a digit, a minus; -1 at the end. */
    int peek() throws IOException {
        while (next == ' ' || next == '\n' || next == '\t' || next == '\r') {
            advance();
        }
        return next;
    }

    /** Enters an object or an array. */
    void enter(char bracket) throws IOException, ContractException {
        expect(bracket);
        if (open.size() == DEPTH_LIMIT) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    place(),
                    "The image nests deeper than %s levels.".formatted(DEPTH_LIMIT),
                    "No compiler writes such an image; write it again.");
        }
        open.push(false);
    }

    /** Whether the innermost object or array has another entry; it is left when it has none. */
    boolean hasNext(char closing) throws IOException, ContractException {
        if (peek() == closing) {
            advance();
            open.pop();
            return false;
        }
        if (open.pop()) {
            expect(',');
        }
        open.push(true);
        return true;
    }

    /** The name of an object's entry. */
    String name() throws IOException, ContractException {
        String name = string();
        expect(':');
        return name;
    }

    /** A string. */
    String string() throws IOException, ContractException {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (next != '"') {
            if (next < ' ') {
                throw unexpected("a string");
            }
            if (next == '\\') {
                advance();
                text.append(escaped());
            } else {
                text.append((char) next);
            }
            advance();
        }
        advance();
        return text.toString();
    }

    private char escaped() throws IOException, ContractException {
        return switch (next) {
            case '"', '\\', '/' -> (char) next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int digit = 0; digit < 4; digit++) {
                    advance();
                    int value = next == END ? -1 : Character.digit(next, 16);
                    if (value < 0) {
                        throw unexpected("four hexadecimal digits");
                    }
                    code = code * 16 + value;
                }
                yield (char) code;
            }
            default -> throw unexpected("an escape sequence");
        };
    }

    /** A number, {@code true}, {@code false} or {@code null}, as it is written. */
    String word() throws IOException, ContractException {
        peek();
        StringBuilder text = new StringBuilder();
        while (next != END && (Character.isLetterOrDigit(next) || next == '-' || next == '+' || next == '.')) {
            if (text.length() > 400) {
                throw unexpected("a number");
            }
            text.append((char) next);
            advance();
        }
        if (text.length() == 0) {
            throw unexpected("a value");
        }
        return text.toString();
    }

    /** Passes over a value. */
    void skip() throws IOException, ContractException {
        switch (peek()) {
            case '{' -> {
                enter('{');
                while (hasNext('}')) {
                    name();
                    skip();
                }
            }
            case '[' -> {
                enter('[');
                while (hasNext(']')) {
                    skip();
                }
            }
            case '"' -> string();
            default -> word();
        }
    }

    /** Checks that nothing more comes. */
    void end() throws IOException, ContractException {
        if (peek() != END) {
            throw unexpected("the end of the image");
        }
    }

    ContractException unexpected(String expected) {
        String found = next == END ? "the end" : next <= ' ' ? "white space" : "\"" + (char) next + "\"";
        return refused("Here comes %s, where %s belongs.".formatted(found, expected));
    }

    ContractException refused(String message) {
        return ContractException.at(
                Failure.CONTRACT,
                place(),
                message,
                "Write the image again, with \"concordat build\" or \"buf build\".");
    }

    private Place place() {
        return new Place(path, line, Math.max(1, column));
    }

    private void expect(char wanted) throws IOException, ContractException {
        if (peek() != wanted) {
            throw unexpected("\"" + wanted + "\"");
        }
        advance();
    }

    private void advance() throws IOException {
        if (next == '\n') {
            line++;
            column = 0;
        }
        next = in.read();
        column++;
    }
}
