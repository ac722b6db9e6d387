package dev.concordat.cli;

import java.util.Optional;

/**
 * A flag of a command.
 *
 * @param name the flag with its dashes, such as {@code --against}
 * @param value what the value is called in the help text; a switch takes none
 * @param purpose what it does, one line of the help text
 */
record Flag(String name, Optional<String> value, String purpose) {

    /** A flag that is followed by a value. */
    static Flag valued(String name, String value, String purpose) {
        return new Flag(name, Optional.of(value), purpose);
    }

    /** A flag that stands alone. */
    static Flag alone(String name, String purpose) {
        return new Flag(name, Optional.empty(), purpose);
    }

    /** The flag as the help text shows it. */
    String synopsis() {
        return value.map(word -> name + " <" + word + ">").orElse(name);
    }
}
