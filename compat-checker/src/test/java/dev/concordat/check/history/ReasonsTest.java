package dev.concordat.check.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.history.Reasons.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of reasons is as good as the page it points to. */
final class ReasonsTest {
    private static final Path PAGE = Path.of("..", "docs", "differences-from-buf.md");

    @Test
    void everyReasonIsARowOfThePage() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        for (Reason reason : Reasons.read().all()) {
            long rows = page.stream()
                    .filter(line -> line.startsWith("| " + reason.row() + " |"))
                    .count();
            assertEquals(1, rows, reason.row());
        }
    }

    @Test
    void somethingIsListed() throws IOException {
        assertTrue(Reasons.read().all().size() > 3);
    }
}
