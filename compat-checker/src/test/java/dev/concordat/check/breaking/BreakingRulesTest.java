package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.check.report.JsonReport;
import dev.concordat.check.report.TextReport;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class BreakingRulesTest {
    @Test
    void saysTheSameWhereDigitsAreWrittenInAnotherWay() throws IOException, ContractException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals("\u0661", "%d".formatted(1));
            for (RuleCase rule : RuleCase.all()) {
                assertEquals(Files.readString(rule.expected()), TextReport.print(rule.violations()));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyRuleHasAFiringAndASilentCaseAndEveryFolderARule() throws IOException {
        Set<String> rules =
                BreakingRule.all().stream().map(BreakingRule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (RuleCase rule : RuleCase.all()) {
            (Files.size(rule.expected()) > 0 ? firing : silent).add(rule.rule());
        }
        assertEquals(rules, firing);
        assertEquals(rules, silent);
    }

    @Test
    void rulesAreWellFormed() {
        Set<String> ids = new HashSet<>();
        for (BreakingRule rule : BreakingRule.all()) {
            assertTrue(ids.add(rule.id()), rule.id() + " is there twice");
            assertTrue(rule.id().matches("[A-Z][A-Z0-9_]+"), rule.id());
            assertTrue(rule.purpose().matches("[A-Z][^.]*\\."), rule.purpose());
            assertTrue(!rule.categories().isEmpty(), rule.id());
        }
    }

    @Test
    void findingsDoNotDependOnTheOrderOfFiles() throws IOException, ContractException {
        List<ContractFile> previous = everything("previous");
        List<ContractFile> current = everything("current");
        List<String> all = BreakingRule.all().stream().map(BreakingRule::id).toList();
        List<Violation> violations = RuleCase.violations(RuleCase.only(all), previous, current);
        assertTrue(violations.size() > 20, "only " + violations.size() + " violations");
        String text = TextReport.print(violations);
        String json = JsonReport.print(violations);
        for (int seed = 1; seed <= 3; seed++) {
            Collections.shuffle(previous, new Random(seed));
            Collections.shuffle(current, new Random(seed + 100));
            List<Violation> again = RuleCase.violations(RuleCase.only(all), previous, current);
            assertEquals(text, TextReport.print(again));
            assertEquals(json, JsonReport.print(again));
        }
    }

    /** One file of each case, in a package of its own, so that they compile together. */
    private static List<ContractFile> everything(String side) throws IOException {
        List<ContractFile> files = new ArrayList<>();
        int number = 0;
        for (RuleCase rule : RuleCase.all()) {
            number++;
            List<ContractFile> ofCase = rule.files(side);
            if (ofCase.size() == 1 && rule.files("previous").size() == 1) {
                String text = ofCase.get(0).text().text(0, ofCase.get(0).text().size());
                if (text.contains("package p.v1;") && !text.contains("import ") && !text.contains(".p.v1.")) {
                    String path = "case%d.proto".formatted(number);
                    byte[] bytes = text.replace("package p.v1;", "package p%d.v1;".formatted(number))
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    files.add(new ContractFile(
                            path, ofCase.get(0).module(), new dev.concordat.schema.SourceText(path, bytes)));
                }
            }
        }
        return files;
    }
}
