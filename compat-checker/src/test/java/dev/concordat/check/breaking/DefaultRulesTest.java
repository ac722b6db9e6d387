package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.change.Change;
import dev.concordat.check.change.Changes;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Location;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Releases list what is new themselves, and leave what is gone to the rules that hold by default. */
final class DefaultRulesTest {
    static Stream<String> rules() {
        return RuleCase.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void tellWhateverIsGone(String rule) throws IOException, ContractException {
        List<String> untold = new ArrayList<>();
        for (RuleCase ruleCase : RuleCase.of(rule).toList()) {
            Schema previous = RuleCase.compile(ruleCase.files("previous"));
            Schema current = RuleCase.compile(ruleCase.files("current"));
            Set<String> files = filesOfViolations(previous, current);
            for (Change gone : gone(previous, current)) {
                if (!files.contains(gone.location().path())) {
                    untold.add(ruleCase + ": " + gone.description());
                }
            }
        }
        assertEquals(List.of(), untold);
    }

    /** What would be new the other way round. */
    private static List<Change> gone(Schema before, Schema now) {
        return Changes.between(now, before, ".").changes().stream()
                .filter(change -> change.description().endsWith(" added"))
                .toList();
    }

    private static Set<String> filesOfViolations(Schema previous, Schema current) throws ContractException {
        return BreakingChecker.asItWas().check(previous, current, Optional.of("."), CheckConfig.DEFAULT).stream()
                .flatMap(violation -> Stream.concat(Stream.of(violation), violation.constituents().stream()))
                .flatMap(violation -> violation.previousLocation().stream())
                .map(Location::path)
                .collect(Collectors.toSet());
    }
}
