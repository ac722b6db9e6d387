package dev.concordat.schema.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words of a command line: {@code --name value ...}. */
final class Arguments {
    private final List<String> words;

    Arguments(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** All values behind a name, up to the next name. */
    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        boolean wanted = false;
        for (String word : words) {
            if (word.startsWith("--")) {
                wanted = word.equals("--" + name);
            } else if (wanted) {
                values.add(word);
            }
        }
        return values;
    }

    /** The path behind a name. */
    Path path(String name) {
        List<String> values = all(name);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " is missing.");
        }
        return Path.of(values.get(0));
    }

    /** The number behind a name. */
    int number(String name, int otherwise) {
        List<String> values = all(name);
        return values.isEmpty() ? otherwise : Integer.parseInt(values.get(0));
    }
}
