package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** Reads the step summary's table back by the rules of GitHub's Markdown. */
final class HostileMarkdown {
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private HostileMarkdown() {}

    /** Checks that each row has four cells which hold the texts that were meant, and no markup. */
    static void check(Report report, String markdown) {
        List<String> rows =
                markdown.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
        List<Entry> entries = report.worstFirst();
        assertEquals(entries.size(), rows.size(), markdown);
        for (int at = 0; at < rows.size(); at++) {
            String[] cells = rows.get(at).split(" \\| ", -1);
            assertEquals(4, cells.length, rows.get(at));
            assertEquals(entries.get(at).type(), plain(cells[2]));
            assertEquals(entries.get(at).message(), plain(cells[3].substring(0, cells[3].length() - 2)));
            assertTrue(plain(cells[1])
                    .startsWith(
                            entries.get(at).anyPath().isEmpty()
                                    ? ""
                                    : entries.get(at).shownPath()));
        }
    }

    /** The text of a cell, in which each punctuation mark must follow a backslash, but for the references and comments that we write. */
    static String plain(String cell) {
        String marked = cell.replace("<!-- -->", "").replace("&#124;", "\\|");
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < marked.length(); at++) {
            char character = marked.charAt(at);
            if (character == '\\') {
                at++;
                character = marked.charAt(at);
                assertTrue(PUNCTUATION.indexOf(character) >= 0, cell);
            } else {
                assertTrue(PUNCTUATION.indexOf(character) < 0, cell);
            }
            plain.append(character);
        }
        return plain.toString();
    }
}
