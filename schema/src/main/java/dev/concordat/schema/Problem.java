package dev.concordat.schema;

import java.util.Optional;

/**
 * One reason why bad input was refused.
 *
 * @param place where it is, when it is in a file
 * @param message what is wrong and why, a sentence
 * @param remedy what to do, a sentence, or empty when the message says it
 */
public record Problem(Optional<Place> place, String message, String remedy) {

    /** A problem at a place. */
    public static Problem at(Place place, String message, String remedy) {
        return new Problem(Optional.of(place), message, remedy);
    }

    /** A problem that no file is to blame for. */
    public static Problem of(String message, String remedy) {
        return new Problem(Optional.empty(), message, remedy);
    }

    /** Place, message and remedy in one line. */
    @Override
    public String toString() {
        String text = place.map(found -> found + ": ").orElse("") + message;
        return remedy.isEmpty() ? text : text + " " + remedy;
    }
}
