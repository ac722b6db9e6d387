package dev.concordat.check.report;

import dev.concordat.check.Category;
import dev.concordat.check.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A rule as a SARIF log describes it, with its help. */
final class SarifRule {
    private static final String PAGE = "https://github.com/concordat-dev/concordat/blob/main/docs/rules.md";

    private SarifRule() {}

    /** The description of the rule with this id, or of what does not compile. */
    static String of(String id) {
        Rule rule = Severity.RULES.get(id);
        List<String> categories = rule == null
                ? List.of()
                : rule.categories().stream().sorted().map(Category::name).toList();
        String purpose = rule == null ? "Contracts compile." : rule.purpose();
        Json json = Json.object()
                .text("id", id)
                .text("name", rule == null ? "ContractsCompile" : name(id))
                .value("shortDescription", SarifReport.message(purpose))
                .value("fullDescription", SarifReport.message(purpose))
                .value("help", help(id, purpose, categories));
        if (rule != null) {
            json.text("helpUri", PAGE + "#" + id.toLowerCase(Locale.ROOT));
        }
        return json.value("defaultConfiguration", Json.object().text("level", "error"))
                .value("properties", properties(categories))
                .toString();
    }

    private static Json help(String id, String purpose, List<String> categories) {
        if (categories.isEmpty()) {
            return Json.object().text("text", purpose).text("markdown", Markdown.escape(purpose));
        }
        String in = categories.size() == 1 ? "category " : "categories ";
        String text =
                "%s Violations %s. The rule is in %s%s. To accept them in a file, name it in buf.yaml under breaking, ignore_only, %s.";
        String described = Severity.of(id).described();
        String marked = categories.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
        return Json.object()
                .text("text", text.formatted(purpose, described, in, String.join(", ", categories), id))
                .text("markdown", text.formatted(Markdown.escape(purpose), described, in, marked, "`" + id + "`"));
    }

    private static Json properties(List<String> categories) {
        return Json.object()
                .value("tags", Json.array(categories.stream().map(Json::quote).toList()))
                .text("precision", "very-high")
                .text("problem.severity", "error");
    }

    /** The id in the spelling that SARIF recommends, {@code FieldSameType}. */
    private static String name(String id) {
        return Arrays.stream(id.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
