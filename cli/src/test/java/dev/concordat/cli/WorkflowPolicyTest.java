package dev.concordat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkflowPolicyTest {
    private static final Path WORKFLOWS = Path.of("../.github/workflows");
    private static final Path CASES = Path.of("src/test/resources/workflows");

    static List<Path> workflows() {
        return filesBelow(WORKFLOWS);
    }

    static List<Path> cases() {
        return filesBelow(CASES);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void workflowKeepsToEveryRule(Path workflow) {
        assertEquals(List.of(), rulesBrokenBy(workflow));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void caseBreaksTheRuleOfItsFolderAlone(Path file) {
        assertEquals(List.of(rule(file)), rulesBrokenBy(file));
    }

    @Test
    void everyRuleHasACase() {
        Set<String> ids = WorkflowRule.ALL.stream().map(WorkflowRule::id).collect(Collectors.toSet());
        assertEquals(ids, cases().stream().map(WorkflowPolicyTest::rule).collect(Collectors.toSet()));
    }

    private static String rule(Path file) {
        return CASES.relativize(file).getName(0).toString();
    }

    private static List<String> rulesBrokenBy(Path file) {
        Workflow workflow = Workflow.read(file);
        return WorkflowRule.ALL.stream()
                .filter(rule -> !rule.holds().test(workflow))
                .map(WorkflowRule::id)
                .toList();
    }

    private static List<Path> filesBelow(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
