package dev.concordat.schema.link;

/** The names that generators may give to the values of an enum: without the enum's name in front, in camel case. */
final class EnumValueNames {
    private final String prefix;

    /** The names of the values of an enum of this name. */
    EnumValueNames(String enumName) {
        StringBuilder letters = new StringBuilder(enumName.length());
        for (int at = 0; at < enumName.length(); at++) {
            if (enumName.charAt(at) != '_') {
                letters.append(lower(enumName.charAt(at)));
            }
        }
        this.prefix = letters.toString();
    }

    /** The name that generators may give to a value: {@code STATUS_NOT_FOUND} of {@code Status} is {@code NotFound}. */
    String generated(String value) {
        StringBuilder name = new StringBuilder(value.length());
        boolean next = true;
        for (int at = start(value); at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == '_') {
                next = true;
            } else {
                name.append(next ? upper(character) : lower(character));
                next = false;
            }
        }
        return name.toString();
    }

    /** Where the name begins behind the prefix; nothing is dropped when the prefix is only part of what stands there, or all of it. */
    private int start(String value) {
        int at = 0;
        for (int matched = 0; matched < prefix.length(); at++) {
            if (at == value.length()) {
                return 0;
            }
            if (value.charAt(at) != '_') {
                if (lower(value.charAt(at)) != prefix.charAt(matched)) {
                    return 0;
                }
                matched++;
            }
        }
        while (at < value.length() && value.charAt(at) == '_') {
            at++;
        }
        return at == value.length() ? 0 : at;
    }

    private static char lower(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + 'a' - 'A') : character;
    }

    private static char upper(char character) {
        return character >= 'a' && character <= 'z' ? (char) (character + 'A' - 'a') : character;
    }
}
