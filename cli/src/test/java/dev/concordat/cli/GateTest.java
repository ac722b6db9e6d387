package dev.concordat.cli;

import static dev.concordat.cli.ScratchRegistry.ROUTE_GUIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GateTest {
    @TempDir
    private Path directory;

    @Test
    void aSwapIsNamedAtItsPlaceAndStopsTheAuthor() throws IOException, InterruptedException {
        ScratchRegistry registry =
                ScratchRegistry.create(directory.resolve("a")).edit(ROUTE_GUIDE, ScratchRegistry::swapped);
        Outcome check = registry.concordat("check");
        assertEquals(100, check.status(), check.toString());
        assertTrue(
                check.out()
                        .startsWith(
                                ROUTE_GUIDE
                                        + ":69:20: FIELD_SAME_NUMBER: Fields \"latitude\" and \"longitude\" of \"Point\" swapped numbers 1 and 2."),
                check.out());
        assertEquals(
                1, check.out().lines().filter(line -> line.contains("FIELD_")).count(), check.out());
    }

    @Test
    void jsonKeepsBufsConstituentsOfASwap() throws IOException, InterruptedException {
        ScratchRegistry registry =
                ScratchRegistry.create(directory.resolve("a")).edit(ROUTE_GUIDE, ScratchRegistry::swapped);
        Outcome check = registry.concordat("check", "--error-format", "json");
        assertEquals(100, check.status());
        assertEquals(
                2,
                check.out()
                        .lines()
                        .filter(line -> line.contains("\"type\":\"FIELD_SAME_NAME\""))
                        .count(),
                check.out());
        assertEquals(
                2,
                check.out()
                        .lines()
                        .filter(line -> line.contains("\"type\":\"FIELD_SAME_JSON_NAME\""))
                        .count(),
                check.out());
        assertTrue(
                check.out().contains("{\"path\":\"" + ROUTE_GUIDE + "\",\"start_line\":69,\"start_column\":9,"),
                check.out());
    }

    @Test
    void breakingComparesWithABranchAsBufDoes() throws IOException, InterruptedException {
        ScratchRegistry registry =
                ScratchRegistry.create(directory.resolve("a")).edit(ROUTE_GUIDE, ScratchRegistry::swapped);
        Outcome breaking = registry.concordat("breaking", "--against", ".git#branch=main");
        assertEquals(100, breaking.status(), breaking.toString());
        assertTrue(breaking.out().contains("swapped numbers 1 and 2"), breaking.out());
        assertEquals(0, registry.concordat("breaking", "--against", ".").status());
    }

    @Test
    void githubReadsUtf8DownToThePlan() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
        assertEquals(0, registry.concordat("release").status());
        registry.edit(
                ROUTE_GUIDE,
                text -> text.replace("int32 latitude = 1 [", "int32 latitude = 1 [json_name = \"gr\u00f6\u00dfe\", "));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.ISO_8859_1);
        Main main = new Main(Commands.all(), new Terminal(printed, printed, false, registry.directory()));
        assertEquals(100, main.run(List.of("check", "--error-format", "github-actions")));
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.lines().anyMatch(line -> line.matches("routeguide .*\"gr\u00f6\u00dfe\".*")), text);
    }

    @Test
    void theGateRunsNoToolOfTheLock() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"))
                .edit("concordat.lock", text -> text.replaceAll("((?:linux|osx|windows)-\\S+: )[0-9a-e]", "$1f"))
                .edit(ROUTE_GUIDE, ScratchRegistry::swapped);
        assertEquals(100, registry.concordat("check").status());
        assertEquals(
                100,
                registry.concordat("breaking", "--against", ".git#branch=main").status());
        assertEquals(0, registry.concordat("build").status());
        assertEquals(1, registry.concordat("build", "--with-protoc").status());
    }

    @Test
    void versionsFollowFromContent() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
        assertReleases(registry, "contracts-bom/v1.0.0", "options/v1.0.0", "routeguide/v1.0.0");
        Outcome again = registry.concordat("release");
        assertTrue(again.out().contains("Nothing to do."), again.out());

        registry.edit(ROUTE_GUIDE, text -> text.replace("Route guide: names", "Route guide names"))
                .commit("A comment");
        assertReleases(
                registry,
                "contracts-bom/v1.0.0",
                "contracts-bom/v1.0.1",
                "options/v1.0.0",
                "routeguide/v1.0.0",
                "routeguide/v1.0.1");

        registry.edit(ROUTE_GUIDE, ScratchRegistry::grown);
        Outcome check = registry.concordat("check");
        assertEquals(0, check.status(), check.out());
        assertTrue(check.out().contains("1.0.1 -> 1.1.0  minor"), check.out());
        registry.commit("A field");
        Outcome release = registry.concordat("release");
        assertEquals(0, release.status(), release.toString());
        assertTrue(release.out().contains("tagged routeguide/v1.1.0"), release.out());
    }

    @Test
    void twoClonesOfACommitMakeTheSameTags() throws IOException, InterruptedException {
        ScratchRegistry origin = ScratchRegistry.create(directory.resolve("origin"));
        assertEquals(0, origin.concordat("release").status());
        origin.git("clone", "-q", "--no-tags", ".", directory.resolve("clone").toString());
        ScratchRegistry clone = new ScratchRegistry(directory.resolve("clone"));
        Outcome release = clone.concordat("release");
        assertEquals(0, release.status(), release.toString());
        assertEquals(tagObjects(origin), tagObjects(clone));
        assertTrue(tagObjects(origin).contains("routeguide/v1.0.0"));
    }

    private static void assertReleases(ScratchRegistry registry, String... tags)
            throws IOException, InterruptedException {
        Outcome release = registry.concordat("release");
        assertEquals(0, release.status(), release.toString());
        assertEquals(String.join("\n", tags) + "\n", registry.git("tag", "--list"));
    }

    private static String tagObjects(ScratchRegistry registry) throws IOException, InterruptedException {
        return registry.git("for-each-ref", "--format=%(objectname) %(refname)", "refs/tags");
    }
}
