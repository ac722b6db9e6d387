package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Category;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.ConfigVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} says what the code says, with the shortest firing case of each rule as its example. */
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
        StringBuilder page = new StringBuilder("""
                # Rules

                Printed from the code by a test; do not edit. Rules in category FILE are on by default. Category LOSSY is of our own: beside another one, it also refuses what leaves messages readable and changes values in them.

                Rules that end in NO_REUSE look at all releases of a module, and of those that gave up what it has now, so only `concordat check` finds what breaks them.

                """);
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
        appendVersions(page);
        for (BreakingRule rule : BreakingRule.all()) {
            page.append("\n## ")
                    .append(rule.id())
                    .append("\n\n")
                    .append(rule.purpose())
                    .append('\n');
            append(example(rule), page);
        }
        return page.toString();
    }

    /** Where the categories of an older configuration are not those of the table, but for CSR, which it has not. */
    private static void appendVersions(StringBuilder page) {
        page.append(
                "\nA configuration of version v1 or v1beta1 knows no category CSR. Besides, of older versions:\n\n");
        page.append("| rule | v1 | v1beta1 |\n|---|---|---|\n");
        for (BreakingRule rule : BreakingRule.all()) {
            String expected = categories(ConfigVersion.V2, rule).replace(", CSR", "");
            String v1 = categories(ConfigVersion.V1, rule);
            String v1beta1 = categories(ConfigVersion.V1BETA1, rule);
            if (!v1.equals(expected) || !v1beta1.equals(expected)) {
                page.append("| %s | %s | %s |\n".formatted(rule.id(), v1, v1beta1));
            }
        }
        page.append(
                "\nThese find nothing any more; a configuration that names one gets what is read in its place:\n\n");
        page.append("| rule | known to | in its place |\n|---|---|---|\n");
        for (String id : new TreeSet<>(RuleVersions.retired())) {
            List<String> known = Stream.of(ConfigVersion.values())
                    .filter(version -> RuleVersions.replacements(version, id).isPresent())
                    .map(ConfigVersion::toString)
                    .toList();
            List<String> replacements =
                    RuleVersions.replacements(ConfigVersion.V1, id).orElseThrow();
            page.append("| %s | %s | %s |\n".formatted(id, String.join(", ", known), String.join(", ", replacements)));
        }
    }

    private static String categories(ConfigVersion version, BreakingRule rule) {
        return RuleVersions.has(version, rule)
                ? RuleVersions.categories(version, rule).stream()
                        .sorted()
                        .map(Category::name)
                        .collect(Collectors.joining(", "))
                : "unknown";
    }

    /** The shortest case that fires. */
    private static RuleCase example(BreakingRule rule) throws IOException {
        RuleCase shortest = null;
        int length = Integer.MAX_VALUE;
        for (RuleCase candidate : RuleCase.all()) {
            if (candidate.rule().equals(rule.id())
                    && Files.readString(candidate.expected()).contains(": " + rule.id() + ": ")) {
                int size = text(candidate.files("previous")).length()
                        + text(candidate.files("current")).length();
                if (size < length) {
                    length = size;
                    shortest = candidate;
                }
            }
        }
        return Objects.requireNonNull(shortest, rule.id() + " has no case that fires.");
    }

    private static void append(RuleCase example, StringBuilder page) throws IOException {
        for (String release : example.releases()) {
            page.append("\n```proto\n// in shop/%s\n".formatted(release))
                    .append(text(example.files(RuleCase.RELEASES + "/" + release)))
                    .append("```\n");
        }
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
