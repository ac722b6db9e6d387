package dev.concordat.check.breaking;

import static java.util.Map.entry;

import dev.concordat.check.Category;
import dev.concordat.schema.config.ConfigVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the rules and categories of older versions of the configuration differ from those of v2, which the rules themselves declare. */
final class RuleVersions {
    private static final Set<String> NEW_IN_V1 =
            Set.of("FIELD_WIRE_COMPATIBLE_TYPE", "FIELD_WIRE_JSON_COMPATIBLE_TYPE");
    private static final Set<String> NEW_IN_V2 =
            Set.of("EXTENSION_NO_DELETE", "FIELD_SAME_DEFAULT", "PACKAGE_EXTENSION_NO_DELETE");
    private static final Set<Category> OF_BUF =
            Set.of(Category.FILE, Category.PACKAGE, Category.WIRE_JSON, Category.WIRE);
    private static final Set<Category> BEFORE_CSR = EnumSet.complementOf(EnumSet.of(Category.CSR));

    /** What v1beta1 has in other categories; without rules for compatible types it asked for equal ones. */
    private static final Map<String, Set<Category>> IN_V1BETA1 = Map.of(
            "FIELD_SAME_CARDINALITY", OF_BUF,
            "FIELD_SAME_TYPE", OF_BUF,
            "FILE_SAME_PACKAGE", Set.of(Category.FILE));

    /** The rules that find nothing any more, with those that took their place. */
    private static final Map<String, List<String>> RETIRED = Map.ofEntries(
            entry(
                    "FIELD_SAME_LABEL",
                    List.of(
                            "FIELD_SAME_CARDINALITY",
                            "FIELD_WIRE_COMPATIBLE_CARDINALITY",
                            "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY")),
            entry("FIELD_SAME_CTYPE", List.of("FIELD_SAME_CPP_STRING_TYPE")),
            entry("FILE_SAME_JAVA_STRING_CHECK_UTF8", List.of("FIELD_SAME_JAVA_UTF8_VALIDATION")),
            entry("FILE_SAME_PHP_GENERIC_SERVICES", List.of()));

    private RuleVersions() {}

    /** The ids of the rules that find nothing any more. */
    static Set<String> retired() {
        return RETIRED.keySet();
    }

    /** Whether a version has a rule. */
    static boolean has(ConfigVersion version, BreakingRule rule) {
        return switch (version) {
            case V2 -> true;
            case V1 -> !NEW_IN_V2.contains(rule.id());
            case V1BETA1 -> !NEW_IN_V2.contains(rule.id()) && !NEW_IN_V1.contains(rule.id());
        };
    }

    /** The categories that a rule has in a version. */
    static Set<Category> categories(ConfigVersion version, BreakingRule rule) {
        if (version == ConfigVersion.V2) {
            return rule.categories();
        }
        Set<Category> known = EnumSet.noneOf(Category.class);
        known.addAll(rule.categories());
        known.retainAll(BEFORE_CSR);
        return version == ConfigVersion.V1 ? known : IN_V1BETA1.getOrDefault(rule.id(), known);
    }

    /** The categories of a version. */
    static Set<Category> categories(ConfigVersion version) {
        return version == ConfigVersion.V2 ? EnumSet.allOf(Category.class) : BEFORE_CSR;
    }

    /** What took the place of a rule that a version still accepts; empty for a rule that it does not, or that still finds something. */
    static Optional<List<String>> replacements(ConfigVersion version, String id) {
        return version == ConfigVersion.V2 ? Optional.empty() : Optional.ofNullable(RETIRED.get(id));
    }

    /** What to do about a rule or category that another version has; empty when none has it. */
    static Optional<String> remedy(String name) {
        List<String> replacements = RETIRED.get(name);
        if (replacements != null) {
            return Optional.of(
                    replacements.isEmpty()
                            ? "It found nothing any more; remove it."
                            : "Write %s in its place.".formatted(String.join(", ", replacements)));
        }
        boolean isNewer = NEW_IN_V1.contains(name)
                || NEW_IN_V2.contains(name)
                || categories(ConfigVersion.V2).stream()
                        .anyMatch(category -> category.name().equals(name));
        return isNewer
                ? Optional.of("It came with a later version; \"buf config migrate\" converts the file.")
                : Optional.empty();
    }
}
