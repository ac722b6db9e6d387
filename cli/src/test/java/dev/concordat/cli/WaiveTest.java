package dev.concordat.cli;

import static dev.concordat.cli.ScratchRegistry.ROUTE_GUIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author goes through who wants a break. */
final class WaiveTest {
    private static final String REASON = "--reason=Nobody calls it with names.";
    private static final String OWNER = "--owner=@maps";

    @TempDir
    private Path directory;

    private ScratchRegistry registry = new ScratchRegistry(Path.of(""));

    @BeforeEach
    void changeTheContracts() throws IOException, InterruptedException {
        registry = ScratchRegistry.create(directory.resolve("a"));
        registry.git("checkout", "-q", "-b", "change");
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 latitude = 1 [", "int32 lat = 1 ["));
    }

    @Test
    void theCheckSaysHowABreakIsAcceptedAndShowsItFirst() throws IOException, InterruptedException {
        Outcome check = registry.concordat("check");
        assertEquals(100, check.status(), check.toString());
        String finding = check.out().lines().findFirst().orElseThrow();
        assertTrue(finding.startsWith(ROUTE_GUIDE + ":69:9: FIELD_SAME_NAME: "), finding);
        assertTrue(check.out().contains("If a break is wanted, \"concordat waive <path:line> --reason"), check.out());

        Outcome waive = registry.concordat("waive", finding, REASON, OWNER, "--expires=2999-12-31");
        assertEquals(0, waive.status(), waive.toString());
        assertTrue(
                waive.out()
                        .startsWith("waivers.yaml accepts FIELD_SAME_NAME in " + ROUTE_GUIDE
                                + " until 2999-12-31: Field 1 "),
                waive.out());
        Outcome accepted = registry.concordat("check");
        assertEquals(0, accepted.status(), accepted.toString());
        assertTrue(
                accepted.out().startsWith("waivers.yaml:4:5: New waiver for FIELD_SAME_NAME in " + ROUTE_GUIDE + ": "),
                accepted.out());
        assertTrue(accepted.out().contains(" Reason: Nobody calls it with names. Owner: @maps, until 2999-12-31.\n"));
    }

    @Test
    void dataForProgramsStayDataAndGitHubShowsNewWaiversInItsWay() {
        registry.concordat("waive", "FIELD_SAME_NAME", REASON, OWNER);
        Outcome json = registry.concordat("check", "--error-format", "json");
        assertEquals("", json.out());
        assertTrue(json.err().startsWith("waivers.yaml:4:5: New waiver for FIELD_SAME_NAME"), json.err());
        Outcome github = registry.concordat("check", "--error-format", "github-actions");
        assertTrue(
                github.out().startsWith("::warning file=waivers.yaml,line=4,col=5::New waiver for FIELD_SAME_NAME"),
                github.out());
    }

    @Test
    void everyFormatHoldsWhatIsWrongWithAWaiver() throws IOException {
        registry.concordat("waive", "FIELD_SAME_NAME", REASON, OWNER);
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 lat = 1 [", "int32 latitude = 1 ["));
        for (String format : List.of("json", "msvs", "junit", "gitlab-code-quality", "sarif")) {
            Outcome check = registry.concordat("check", "--error-format", format);
            assertEquals(100, check.status(), check.toString());
            assertTrue(check.out().contains("waivers.yaml"), check.toString());
        }
        Outcome github = registry.concordat("check", "--error-format", "github-actions");
        assertTrue(github.out().startsWith("::error file=waivers.yaml,line=4,col=5,"), github.out());
    }

    @Test
    void aViolationIsNamedInSeveralWays() {
        for (String name : new String[] {
            ROUTE_GUIDE,
            ROUTE_GUIDE + ":69",
            ROUTE_GUIDE + ":69:9",
            ROUTE_GUIDE + ":69:9: FIELD_SAME_NAME",
            "FIELD_SAME_NAME"
        }) {
            Outcome waive = registry.concordat("waive", name, REASON, OWNER);
            assertEquals(0, waive.status(), name + waive);
        }
    }

    @Test
    void aNameThatFitsSeveralOrNoneIsRefusedWithTheChoice() throws IOException {
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 longitude = 2 [", "int32 lon = 2 ["));
        Outcome several = registry.concordat("waive", "FIELD_SAME_NAME", REASON, OWNER);
        assertEquals(2, several.status());
        assertTrue(
                several.err()
                        .startsWith("2 violations are called \"FIELD_SAME_NAME\". Name one of these, or add --all.\n"
                                + ROUTE_GUIDE + ":69:9: FIELD_SAME_NAME: Field 1 "),
                several.err());
        Outcome none = registry.concordat("waive", ROUTE_GUIDE + ":1", REASON, OWNER);
        assertEquals(2, none.status());
        assertTrue(
                none.err().startsWith("No violation is called \"" + ROUTE_GUIDE + ":1\". Name one of these.\n"),
                none.err());
        assertFalse(Files.exists(registry.directory().resolve("waivers.yaml")));
        assertEquals(
                0,
                registry.concordat("waive", "FIELD_SAME_NAME", "--all", REASON, OWNER)
                        .status());
        assertEquals(0, registry.concordat("check").status());
    }

    @Test
    void theWholeLineNamesWhatIsGoneAndOneOfSeveralAtOnePlace() throws IOException, InterruptedException {
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 lat = 1 [", "int32 latitude = 1 [") + """
                message Reserving { reserved 10 to 20; reserved "old"; }
                """);
        Path gone = registry.directory().resolve("contracts/routeguide/routeguide/v1/gone.proto");
        Files.writeString(gone, "syntax = \"proto3\";\npackage routeguide.v1;\nmessage Gone {}\n");
        registry.commit("more");
        registry.git("update-ref", "refs/heads/main", "HEAD");
        Files.delete(gone);
        registry.edit(ROUTE_GUIDE, text -> text.replace("reserved 10 to 20; reserved \"old\";", "string it = 1;"));
        for (String part : new String[] {"gone.proto (before): FILE_NO_DELETE: ", "Reserved name \"old\""}) {
            String line = registry.concordat("check")
                    .out()
                    .lines()
                    .filter(found -> found.contains(part))
                    .findFirst()
                    .orElseThrow();
            Outcome waive = registry.concordat("waive", line, "--wire", REASON, OWNER);
            assertEquals(0, waive.status(), line + waive);
        }
        String left = registry.concordat("check").out();
        assertTrue(left.contains(": RESERVED_MESSAGE_NO_DELETE: Reserved range"), left);
        assertFalse(left.contains(": RESERVED_MESSAGE_NO_DELETE: Reserved name"), left);
        assertFalse(left.contains(": FILE_NO_DELETE: "), left);
    }

    @Test
    void aModuleThatIsGoneIsPutBackInstead() throws IOException {
        registry.edit("buf.yaml", text -> text.replaceAll("(?m)^ *- path: contracts/routeguide\n", ""));
        Outcome waive = registry.concordat("waive", ROUTE_GUIDE, REASON, OWNER);
        assertEquals(2, waive.status(), waive.toString());
        assertTrue(waive.err().contains("Put \"contracts/routeguide\" back into buf.yaml"), waive.err());
    }

    @Test
    void aBreakOfTheWireNeedsAFlagOfItsOwn() throws IOException {
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 lat = 1 [", "sint32 latitude = 1 ["));
        Outcome refused = registry.concordat("waive", "FIELD_SAME_TYPE", REASON, OWNER);
        assertEquals(2, refused.status(), refused.toString());
        assertTrue(refused.err().contains("FIELD_SAME_TYPE concerns services that are already running"), refused.err());
        assertTrue(refused.err().contains("Add a new package beside this stable one."), refused.err());
        assertEquals(
                0,
                registry.concordat("waive", "FIELD_SAME_TYPE", "--wire", REASON, OWNER)
                        .status());
        Outcome check = registry.concordat("check");
        assertTrue(
                check.out().startsWith("waivers.yaml:4:5: New waiver for FIELD_SAME_TYPE, on the wire too,"),
                check.out());
    }

    @Test
    void whatIsDeletedNeedsNoFlagForTheWireOnceItsNumberIsReserved() throws IOException {
        registry.edit(
                ROUTE_GUIDE,
                text -> text.replace("int32 lat = 1 [", "int32 latitude = 1 [")
                        .replace("  int32 feature_count = 2 [(buf.validate.field).int32.gte = 0];\n", ""));
        Outcome refused = registry.concordat("waive", "FIELD_NO_DELETE", REASON, OWNER);
        assertEquals(2, refused.status(), refused.toString());
        assertTrue(refused.err().contains("Reserve its number and name; unless it was required"), refused.err());
        registry.edit(
                ROUTE_GUIDE,
                text -> text.replace(
                        "message RecordRouteResponse {\n",
                        "message RecordRouteResponse {\n  reserved 2;\n  reserved \"feature_count\";\n"));
        Outcome waive = registry.concordat("waive", "FIELD_NO_DELETE", REASON, OWNER);
        assertEquals(0, waive.status(), waive.toString());
        assertEquals(0, registry.concordat("check").status());
    }

    @Test
    void whatIsSpentIsPruned() throws IOException, InterruptedException {
        registry.concordat("waive", "FIELD_SAME_NAME", REASON, OWNER);
        assertEquals("Nothing to do.\n", registry.concordat("waive", "--prune").out());
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 lat = 1 [", "int32 latitude = 1 ["));
        Outcome check = registry.concordat("check");
        assertEquals(100, check.status(), check.toString());
        assertTrue(check.out().contains("waivers.yaml:4:5: This waiver accepts nothing"), check.out());
        Outcome prune = registry.concordat("waive", "--prune");
        assertEquals("removed the waiver of FIELD_SAME_NAME in " + ROUTE_GUIDE + "\n", prune.out(), prune.toString());
        assertEquals(0, registry.concordat("check").status());
    }

    @Test
    void usageThatLacksSomethingSaysWhat() throws IOException {
        assertUsage("No violation is named: give the path and line that \"concordat check\" prints.", REASON, OWNER);
        assertUsage("--reason <text> must be given, as one line.", "FIELD_SAME_NAME", OWNER);
        assertUsage("--owner <who> must be given, as one line.", "FIELD_SAME_NAME", REASON);
        assertUsage("--reason <text> and --owner <who> must be given, each as one line.", "FIELD_SAME_NAME");
        assertUsage("\"soon\" is no date.", "FIELD_SAME_NAME", REASON, OWNER, "--expires=soon");
        assertUsage("2020-01-01 is over.", "FIELD_SAME_NAME", REASON, OWNER, "--expires=2020-01-01");
        assertUsage("--prune removes all waivers that are spent", "FIELD_SAME_NAME", "--prune");
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 lat = 1 [", "int32 latitude = 1 ["));
        assertUsage(
                "The check finds nothing that breaks, so there is nothing to accept.",
                "FIELD_SAME_NAME",
                REASON,
                OWNER);
        registry.write("waivers.yaml", "version: v1\nwaiver: []\n");
        assertUsage(
                "waivers.yaml:2:1: Unknown key \"waiver\". Did you mean \"waivers\"?",
                "FIELD_SAME_NAME",
                REASON,
                OWNER);
    }

    @Test
    void itWorksFromADirectoryBelow() throws IOException, InterruptedException {
        ScratchRegistry below = new ScratchRegistry(registry.directory().resolve("contracts"));
        String finding = below.concordat("check").out().lines().findFirst().orElseThrow();
        assertTrue(finding.startsWith("../" + ROUTE_GUIDE), finding);
        assertEquals(0, below.concordat("waive", finding, REASON, OWNER).status());
        assertEquals(0, below.concordat("check").status());
        assertEquals(0, registry.concordat("check").status());
        assertTrue(Files.readString(registry.directory().resolve("waivers.yaml"))
                .contains("    file: \"" + ROUTE_GUIDE + "\"\n"));
    }

    private void assertUsage(String message, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "waive";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Outcome outcome = registry.concordat(all);
        assertEquals(2, outcome.status(), outcome.toString());
        assertTrue(outcome.err().startsWith(message), outcome.err());
    }
}
