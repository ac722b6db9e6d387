package dev.concordat.schema.image;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import java.io.IOException;

/** Objects, arrays and values, as JSON has them, read from the front: what comes next is asked for, and anything else is refused at its place. */
abstract class ValueInput {
    private static final int DEPTH_LIMIT = 100;
    private static final int END = -1;

    private int depth;

    /** The first character of what comes next, as JSON writes it: a brace, a bracket, a quote, a letter, a digit, a minus; -1 at the end. */
    abstract int peek() throws IOException, ContractException;

    /** Enters an object or an array, unless that is too deep. */
    final void enter(char bracket) throws IOException, ContractException {
        begin(bracket);
        if (++depth > DEPTH_LIMIT) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    place(),
                    "The image nests deeper than %s levels.".formatted(DEPTH_LIMIT),
                    "No compiler writes such an image; write it again.");
        }
    }

    /** Whether the innermost object or array has another entry; it is left when it has none. */
    final boolean hasNext(char closing) throws IOException, ContractException {
        if (ends(closing)) {
            depth--;
            return false;
        }
        return true;
    }

    /** Goes into an object or an array. */
    abstract void begin(char bracket) throws IOException, ContractException;

    /** Leaves the innermost object or array if it has no other entry, else goes to that. */
    abstract boolean ends(char closing) throws IOException, ContractException;

    /** The name of an object's entry. */
    abstract String name() throws IOException, ContractException;

    /** A string. */
    abstract String string() throws IOException, ContractException;

    /** A number, {@code true}, {@code false} or {@code null}, as it is written. */
    abstract String word() throws IOException, ContractException;

    /** Where what comes next is. */
    abstract Place place();

    /** Passes over a value. */
    final void skip() throws IOException, ContractException {
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
    final void end() throws IOException, ContractException {
        if (peek() != END) {
            throw unexpected("the end of the image");
        }
    }

    /** What to throw where something else belongs. */
    final ContractException unexpected(String expected) {
        return refused("Here comes %s, where %s belongs.".formatted(found(), expected));
    }

    /** What comes next, for a message. */
    abstract String found();

    /** What to throw for what was read last. */
    final ContractException refused(String message) {
        return ContractException.at(
                Failure.NO_ANSWER,
                place(),
                message,
                "Write the image again, with \"concordat build\" or \"buf build\".");
    }
}
