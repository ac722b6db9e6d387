package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Category;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.config.ConfigVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rules a configuration turns on, and what its author is told about it. */
final class RuleSelectionTest {
    @Test
    void theRulesOfCategoryFileAreOnWhereNothingIsSaid() throws ContractException {
        List<String> defaults = BreakingRule.all().stream()
                .filter(BreakingRule::isDefault)
                .map(BreakingRule::id)
                .toList();
        assertEquals(ids(config(ConfigVersion.V2, List.of(Category.FILE.name()), List.of())), defaults);
        assertEquals(ids(CheckConfig.DEFAULT), defaults);
        assertTrue(defaults.contains("FIELD_SAME_TYPE") && !defaults.contains("FIELD_WIRE_COMPATIBLE_TYPE"));
    }

    @Test
    void whatIsExceptedIsOff() throws ContractException {
        assertEquals(
                List.of("FIELD_WIRE_COMPATIBLE_TYPE"),
                ids(config(
                        ConfigVersion.V2, List.of("FIELD_WIRE_COMPATIBLE_TYPE", "FIELD_NO_DELETE"), List.of("FILE"))));
    }

    @Test
    void anOlderVersionHasFewerRulesInACategory() throws ContractException {
        List<String> newer = ids(config(ConfigVersion.V2, List.of("PACKAGE"), List.of()));
        List<String> older = ids(config(ConfigVersion.V1, List.of("PACKAGE"), List.of()));
        assertTrue(newer.contains("PACKAGE_EXTENSION_NO_DELETE") && newer.contains("FIELD_SAME_DEFAULT"));
        assertEquals(
                newer.stream()
                        .filter(id -> !id.equals("PACKAGE_EXTENSION_NO_DELETE") && !id.equals("FIELD_SAME_DEFAULT"))
                        .toList(),
                older);
    }

    @Test
    void whatTookThePlaceOfARuleIsReadForItAndThatIsSaid() throws ContractException {
        CheckConfig config =
                config(ConfigVersion.V1, List.of("FIELD_SAME_CTYPE", "FILE_SAME_PHP_GENERIC_SERVICES"), List.of());
        assertEquals(List.of("FIELD_SAME_CPP_STRING_TYPE"), ids(config));
        assertEquals(
                List.of(
                        "Rule FIELD_SAME_CTYPE finds nothing any more; FIELD_SAME_CPP_STRING_TYPE is read in its place.",
                        "Rule FILE_SAME_PHP_GENERIC_SERVICES finds nothing any more; remove it from the configuration."),
                new BreakingChecker().notes(config));
    }

    @Test
    void severalRulesAreReadForOneThatTheyTookThePlaceOf() throws ContractException {
        assertEquals(
                List.of(
                        "Rule FIELD_SAME_LABEL finds nothing any more; FIELD_SAME_CARDINALITY, FIELD_WIRE_COMPATIBLE_CARDINALITY, FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY are read in its place."),
                new BreakingChecker().notes(config(ConfigVersion.V1BETA1, List.of("FIELD_SAME_LABEL"), List.of())));
    }

    @Test
    void whatIsIgnoredForACategoryIsIgnoredForEachOfItsRules() throws ContractException {
        CheckConfig config = new CheckConfig(
                List.of("CSR"),
                List.of(),
                List.of(),
                Map.of("FIELD_SAME_TYPE", List.of("a.proto"), "PACKAGE_NO_DELETE", List.of("b.proto")),
                false);
        assertEquals(
                Map.of("FIELD_SAME_TYPE", List.of("a.proto"), "PACKAGE_NO_DELETE", List.of("b.proto")),
                RuleSelection.of(config).ignoreOnly());
        assertEquals(
                BreakingRule.all().stream()
                        .filter(rule -> rule.categories().contains(Category.CSR))
                        .count(),
                RuleSelection.of(new CheckConfig(
                                List.of(), List.of(), List.of(), Map.of("CSR", List.of("a.proto")), false))
                        .ignoreOnly()
                        .size());
    }

    @Test
    void nothingIsCheckedWhereTheBuiltInRulesAreOff() throws ContractException {
        CheckConfig config = new CheckConfig(
                ConfigVersion.V2, List.of(), List.of(), List.of(), Map.of(), false, true, CheckConfig.DEFAULT.places());
        assertEquals(List.of(), ids(config));
        assertEquals(
                List.of("\"disable_builtin\" turns every rule off: nothing is checked."),
                new BreakingChecker().notes(config));
    }

    @Test
    void aConfigurationThatLeavesNoRuleIsRefused() {
        assertEquals(
                List.of(
                        "\"use\" and \"except\" under \"breaking\" leave no rule. Use another category, or except less."),
                refusal(config(ConfigVersion.V2, List.of("FIELD_SAME_TYPE"), List.of("FILE"))));
    }

    @Test
    void whatLeavesNoRuleIsShownWhereItStands() throws ContractException {
        String text = "version: v2\nbreaking:\n  use:\n    - FIELD_NO_DELETE\n  except:\n    - FILE\n";
        CheckConfig config =
                BufYaml.parse("buf.yaml", text.getBytes(StandardCharsets.UTF_8)).breaking();
        assertEquals(
                List.of(
                        "buf.yaml:6:7: \"use\" and \"except\" under \"breaking\" leave no rule. Use another category, or except less."),
                refusal(config));
    }

    @Test
    void aNameThatNoVersionHasGetsASuggestion() {
        assertEquals(
                List.of(
                        unknown(
                                "FIELD_SAME_TYP",
                                "v2",
                                "Did you mean \"FIELD_SAME_TYPE\"? \"concordat rules\" lists them."),
                        unknown("FILES", "v2", "Did you mean \"FILE\"? \"concordat rules\" lists them."),
                        unknown("RPC", "v2", "\"concordat rules\" lists them.")),
                refusal(config(ConfigVersion.V2, List.of("FIELD_SAME_TYP", "FILES"), List.of("RPC"))));
        assertEquals(
                List.of(unknown("CSRR", "v1", "\"concordat rules\" lists them.")),
                refusal(config(ConfigVersion.V1, List.of("CSRR"), List.of())));
        assertEquals(
                List.of(unknown("CSRR", "v2", "Did you mean \"CSR\"? \"concordat rules\" lists them.")),
                refusal(config(ConfigVersion.V2, List.of("CSRR"), List.of())));
    }

    @Test
    void aNameThatAnotherVersionHasGetsARemedy() {
        String later = "It came with a later version; \"buf config migrate\" converts the file.";
        assertEquals(
                List.of(
                        unknown("FIELD_SAME_DEFAULT", "v1beta1", later),
                        unknown("FIELD_WIRE_COMPATIBLE_TYPE", "v1beta1", later),
                        unknown("CSR", "v1beta1", later)),
                refusal(config(
                        ConfigVersion.V1BETA1,
                        List.of("FIELD_SAME_DEFAULT", "FIELD_WIRE_COMPATIBLE_TYPE", "CSR"),
                        List.of())));
        assertEquals(
                List.of(
                        unknown("FIELD_SAME_CTYPE", "v2", "Write FIELD_SAME_CPP_STRING_TYPE in its place."),
                        unknown("FILE_SAME_PHP_GENERIC_SERVICES", "v2", "It found nothing any more; remove it.")),
                refusal(config(
                        ConfigVersion.V2, List.of("FIELD_SAME_CTYPE", "FILE_SAME_PHP_GENERIC_SERVICES"), List.of())));
    }

    private static String unknown(String name, String version, String remedy) {
        return "\"%s\" under \"breaking\" is no rule and no category of version %s. %s"
                .formatted(name, version, remedy);
    }

    private static List<String> refusal(CheckConfig config) {
        return assertThrows(ContractException.class, () -> RuleSelection.of(config)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> ids(CheckConfig config) throws ContractException {
        return RuleSelection.of(config).rules().stream().map(BreakingRule::id).toList();
    }

    private static CheckConfig config(ConfigVersion version, List<String> use, List<String> except) {
        return new CheckConfig(version, use, except, List.of(), Map.of(), false, false, CheckConfig.DEFAULT.places());
    }
}
