package dev.concordat.schema.image;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Place;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/** JSON (RFC 8259). */
final class JsonInput extends ValueInput {
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

    @Override
    int peek() throws IOException {
        while (next == ' ' || next == '\n' || next == '\t' || next == '\r') {
            advance();
        }
        return next;
    }

    @Override
    void begin(char bracket) throws IOException, ContractException {
        expect(bracket);
        open.push(false);
    }

    @Override
    boolean ends(char closing) throws IOException, ContractException {
        if (peek() == closing) {
            advance();
            open.pop();
            return true;
        }
        if (open.pop()) {
            expect(',');
        }
        open.push(true);
        return false;
    }

    @Override
    String name() throws IOException, ContractException {
        String name = string();
        expect(':');
        return name;
    }

    @Override
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

    @Override
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

    @Override
    String found() {
        return next == END ? "the end" : next <= ' ' ? "white space" : "\"" + (char) next + "\"";
    }

    @Override
    Place place() {
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
