package dev.concordat.schema.link;

import dev.concordat.schema.parse.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that reserved names are reserved once and used nowhere. */
final class ReservedNames {
    private final LinkedFile file;
    private final LinkProblems problems;

    ReservedNames(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Checks the names that a message reserves. */
    void check(LinkedMessage message) {
        Set<String> reserved = once(message.reservedNames);
        for (LinkedField field : message.fields) {
            if (reserved.contains(field.name)) {
                used(field, message.fullName());
            }
        }
    }

    /** Checks the names that an enum reserves. */
    void check(LinkedEnum enumType) {
        Set<String> reserved = once(enumType.reservedNames);
        for (LinkedEnumValue value : enumType.values) {
            if (reserved.contains(value.name)) {
                used(value, enumType.fullName());
            }
        }
    }

    private Set<String> once(List<Word> names) {
        Set<String> reserved = new HashSet<>();
        for (Word name : names) {
            if (!reserved.add(name.text())) {
                problems.add(
                        file, name.start(), "\"" + name.text() + "\" is reserved twice.", "Remove one of the two.");
            }
        }
        return reserved;
    }

    private void used(Symbol symbol, String owner) {
        String name = symbol.fullName().substring(symbol.fullName().lastIndexOf('.') + 1);
        problems.add(
                file,
                symbol.at(),
                "%s \"%s\" has a name that \"%s\" reserves.".formatted(Words.capitalized(symbol.what()), name, owner),
                "Choose a name that was never used.");
    }
}
