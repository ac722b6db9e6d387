package dev.concordat.check.fuzz;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.check.breaking.BreakingRule;
import dev.concordat.check.report.JsonReport;
import dev.concordat.check.report.Report;
import dev.concordat.check.report.SarifReport;
import dev.concordat.check.report.TextReport;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.link.LinkingCompiler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any two versions of a contract that compile are compared by all rules, both ways. The input is cut at a line of {@code ====}; without one, the second
 * version is the first with a line gone, repeated or moved, which two bytes at the start say.
 */
public final class CheckerFuzz {
    private static final CheckConfig ALL = new CheckConfig(
            BreakingRule.all().stream().map(BreakingRule::id).toList(), List.of(), List.of(), Map.of(), false);

    private CheckerFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) {
            return;
        }
        String text = new String(input, 2, input.length - 2, StandardCharsets.ISO_8859_1);
        int cut = text.indexOf("\n====\n");
        String one = cut < 0 ? text : text.substring(0, cut);
        String other = cut < 0 ? changed(text, (input[0] & 0xFF) << 8 | (input[1] & 0xFF)) : text.substring(cut + 6);
        Optional<Schema> previous = compile(one);
        Optional<Schema> current = previous.flatMap(compiled -> compile(other));
        if (previous.isPresent() && current.isPresent()) {
            check(previous.get(), current.get());
            check(current.get(), previous.get());
            if (!check(previous.get(), previous.get()).isEmpty()) {
                throw new IllegalStateException("A contract breaks itself.");
            }
        }
    }

    private static String changed(String text, int change) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = change / 4 % lines.size();
        switch (change % 4) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(line));
            case 2 -> Collections.swap(lines, line, (line + 1) % lines.size());
            default -> lines.add(lines.remove(line));
        }
        return String.join("\n", lines);
    }

    private static Optional<Schema> compile(String text) {
        SourceText source = new SourceText("a.proto", text.getBytes(StandardCharsets.ISO_8859_1));
        try {
            return Optional.of(
                    new LinkingCompiler().compile(List.of(new ContractFile("a.proto", Optional.of("."), source))));
        } catch (ContractException refused) {
            return Optional.empty();
        }
    }

    private static List<Violation> check(Schema previous, Schema current) {
        try {
            List<Violation> violations = new BreakingChecker().check(previous, current, Optional.of("."), ALL);
            if (TextReport.print(violations).lines().count() != violations.size()) {
                throw new IllegalStateException("A violation is not one line.");
            }
            JsonReport.print(violations);
            SarifReport.print(Report.of(violations));
            return violations;
        } catch (ContractException e) {
            throw new IllegalStateException(e);
        }
    }
}
