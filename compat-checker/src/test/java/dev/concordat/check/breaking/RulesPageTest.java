package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Category;
import dev.concordat.schema.ContractFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} says what the code says, with the first firing case of each rule as its example. */
final class RulesPageTest {
    private static final Path PAGE = Path.of("../docs/rules.md");

    @Test
    void thePageIsWhatTheRulesSay() throws IOException {
        String page = page();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "Run the tests with -Dgolden.update and read the difference.");
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(
                "# Rules\n\nPrinted from the code by a test; do not edit. Rules in category FILE are on by default.\n\n");
        page.append("| rule | what stays |");
        for (Category category : Category.values()) {
            page.append(' ').append(category).append(" |");
        }
        page.append("\n|---|---|")
                .append("---|".repeat(Category.values().length))
                .append('\n');
        for (BreakingRule rule : BreakingRule.all()) {
            page.append("| [%s](#%s) | %s |"
                    .formatted(rule.id(), rule.id().toLowerCase(java.util.Locale.ROOT), rule.purpose()));
            for (Category category : Category.values()) {
                page.append(rule.categories().contains(category) ? " x |" : "  |");
            }
            page.append('\n');
        }
        List<RuleCase> cases = RuleCase.all();
        for (BreakingRule rule : BreakingRule.all()) {
            page.append("\n## ")
                    .append(rule.id())
                    .append("\n\n")
                    .append(rule.purpose())
                    .append('\n');
            for (RuleCase example : cases) {
                if (example.rule().equals(rule.id()) && Files.size(example.expected()) > 0) {
                    append(example, page);
                    break;
                }
            }
        }
        return page.toString();
    }

    private static void append(RuleCase example, StringBuilder page) throws IOException {
        page.append("\n```proto\n// before\n")
                .append(text(example.files("previous")))
                .append("```\n");
        page.append("\n```proto\n// after\n")
                .append(text(example.files("current")))
                .append("```\n");
        page.append("\n```\n").append(Files.readString(example.expected())).append("```\n");
    }

    private static String text(List<ContractFile> files) {
        return files.stream()
                .map(file -> (files.size() > 1 ? "// " + file.importPath() + "\n" : "")
                        + file.text().text(0, file.text().size()))
                .collect(Collectors.joining("\n"));
    }
}
