package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.config.ConfigVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of each version of the configuration with their categories; {@code -Dgolden.update} rewrites the list. */
final class RuleVersionsTest {
    private static final Path LIST = Path.of("src/test/resources/rule-versions.txt");

    @Test
    void theListIsWhatWeHave() throws IOException {
        StringBuilder list = new StringBuilder();
        for (BreakingRule rule : BreakingRule.all().stream()
                .sorted(Comparator.comparing(BreakingRule::id))
                .toList()) {
            list.append(rule.id());
            for (ConfigVersion version : ConfigVersion.values()) {
                list.append("  ").append(version).append(' ').append(categories(version, rule));
            }
            list.append('\n');
        }
        if (System.getProperty("golden.update") != null) {
            Files.writeString(LIST, list);
        }
        assertEquals(Files.readString(LIST), list.toString());
    }

    private static String categories(ConfigVersion version, BreakingRule rule) {
        return RuleVersions.has(version, rule)
                ? RuleVersions.categories(version, rule).stream()
                        .sorted()
                        .map(Enum::name)
                        .collect(Collectors.joining(","))
                : "-";
    }

    @Test
    void whatTookARulesPlaceIsThere() {
        List<String> ids = BreakingRule.all().stream().map(BreakingRule::id).toList();
        for (String retired : List.of(
                "FIELD_SAME_LABEL",
                "FIELD_SAME_CTYPE",
                "FILE_SAME_JAVA_STRING_CHECK_UTF8",
                "FILE_SAME_PHP_GENERIC_SERVICES")) {
            assertTrue(
                    ids.containsAll(
                            RuleVersions.replacements(ConfigVersion.V1, retired).orElseThrow()),
                    retired);
        }
    }
}
