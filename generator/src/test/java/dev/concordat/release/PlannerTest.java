package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlannerTest {
    private static final String POINT = "message Point { int32 latitude = 1; int32 longitude = 2; }";

    @TempDir
    private Path directory;

    @Test
    void startsEveryModuleAtOne() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "common", "route");
        clone.commit();
        assertEquals("""
                common         1.0.0  first  first release
                route          1.0.0  first  first release
                contracts-bom  1.0.0  first  common 1.0.0 is new
                                             route 1.0.0 is new
                compared 2 files, 2 types against nothing, because there is no commit before
                """, PlanText.print(clone.plan()));
        assertEquals(List.of("common/v1.0.0", "route/v1.0.0", "contracts-bom/v1.0.0"), clone.release());
    }

    @Test
    void startsBelowOneWhileAllIsUnstableAndLeavesThatWithTheFirstStablePackage()
            throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        String unstable = "syntax = \"proto3\";\npackage route.v1beta1;\n";
        clone.write(ContractClone.path("route"), unstable + POINT).commit();
        assertEquals(
                List.of("first release, all packages unstable"),
                texts(clone.plan().module("route").orElseThrow()));
        assertEquals(List.of("route/v0.1.0", "contracts-bom/v0.1.0"), clone.release());

        clone.write(ContractClone.path("route"), unstable + POINT + "message Area {}")
                .commit();
        assertEquals(List.of("route/v0.1.1", "contracts-bom/v0.1.1"), clone.release());

        clone.write("contracts/route/route/v1/point.proto", "syntax = \"proto3\";\npackage route.v1;\n" + POINT)
                .commit();
        assertTrue(texts(clone.plan().module("route").orElseThrow()).contains("has its first stable package"));
        assertEquals(List.of("route/v1.0.0", "contracts-bom/v1.0.0"), clone.release());
    }

    @Test
    void movesTheMinorVersionBelowOneForABreakThatUnstablePackagesMayMake() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory).modules("draft");
        clone.write(
                "buf.yaml",
                "version: v2\nmodules:\n  - path: contracts/draft\nbreaking:\n  ignore_unstable_packages: true\n");
        String header = "syntax = \"proto3\";\npackage draft.v1alpha1;\n";
        String path = "contracts/draft/draft/v1alpha1/point.proto";
        clone.write(path, header + "message Point { int32 latitude = 1; int32 longitude = 2; }")
                .commit();
        assertEquals("draft/v0.1.0", clone.release().get(0));
        clone.write(path, header + "message Point { int32 latitude = 1; }").commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        assertEquals("0.2.0", plan.module("draft").orElseThrow().next().toString());
    }

    @Test
    void leavesAStableModuleBelowOneUntilItChanges() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        String tag = clone.git("cat-file", "tag", "route/v1.0.0");
        clone.git("tag", "-d", "route/v1.0.0", "contracts-bom/v1.0.0");
        clone.git("tag", "-a", "-m", tag.substring(tag.indexOf("\n\n") + 2).replace("1.0.0", "0.9.0"), "route/v0.9.0");
        ModulePlan plan = clone.plan().module("route").orElseThrow();
        assertEquals(List.of(), texts(plan));
        assertEquals("0.9.0", plan.next().toString());
        clone.proto("route", "// Where to go.", "message Route { string id = 1; }")
                .commit();
        assertEquals("1.0.0", clone.plan().module("route").orElseThrow().next().toString());
    }

    @Test
    void hasNothingDueAfterARelease() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        assertTrue(clone.plan().due().isEmpty());
        assertEquals(List.of(), clone.release());

        clone.write("README.md", "Nothing to do with contracts.").commit();
        assertEquals(
                "Nothing is due.\ncompared 1 file, 1 type against route/v1.0.0 (%s)\n"
                        .formatted(clone.git("rev-parse", "HEAD~1")),
                PlanText.print(clone.plan()));
    }

    @Test
    void saysInOneLineOfManyModulesThatTheyAreAsReleased() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "a", "b", "c", "d", "e", "f", "route");
        clone.commit();
        clone.release();
        String first = clone.git("rev-parse", "HEAD");
        clone.proto("route", "", "message Route {\n  string id = 1;\n  int32 altitude = 3;\n}")
                .commit();
        assertEquals(
                List.of(
                        "compared 6 files, 6 types against the last releases of 6 modules as they still are",
                        "compared 1 file, 1 type against route/v1.0.0 (%s)".formatted(first)),
                comparisons(clone.plan()));

        clone.proto("a", "", "message A {}").proto("b", "", "message B {}").commit();
        assertEquals(
                Stream.of("a", "b", "c", "d", "e", "f", "route")
                        .map(module -> "compared 1 file, 1 type against %s/v1.0.0 (%s)".formatted(module, first))
                        .toList(),
                comparisons(clone.plan()));
    }

    @Test
    void countsFilesThatAreGoneAmongThoseThatWereCompared() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write("contracts/route/route/v1/stop.proto", """
                syntax = "proto3";
                package route.v1;
                message Stop {}
                enum Side { SIDE_UNSPECIFIED = 0; }
                """).commit();
        clone.release();
        String first = clone.git("rev-parse", "HEAD");
        clone.git("rm", "-q", "contracts/route/route/v1/stop.proto");
        clone.commit();
        assertEquals(
                List.of("compared 2 files, 3 types against route/v1.0.0 (%s)".formatted(first)),
                comparisons(clone.plan()));
    }

    private static List<String> comparisons(Plan plan) {
        return PlanText.print(plan)
                .lines()
                .filter(line -> line.startsWith("compared"))
                .toList();
    }

    @Test
    void makesTheToolsPartOfTheDecision() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        ModulePlan lock =
                clone.plan(ContractClone.tools("4.33.2", '2')).module("route").orElseThrow();
        assertEquals(Optional.of(Bump.PATCH), lock.bump());
        assertEquals(List.of("concordat.lock changed"), texts(lock));

        ModulePlan floor =
                clone.plan(ContractClone.tools("4.35.0", '2')).module("route").orElseThrow();
        assertEquals(Optional.of(Bump.MINOR), floor.bump());
        assertEquals(
                "needs com.google.protobuf:protobuf-java 4.35.0, was 4.33.2",
                texts(floor).get(0));

        ModulePlan lower =
                clone.plan(ContractClone.tools("4.9.0", '2')).module("route").orElseThrow();
        assertEquals(Optional.of(Bump.PATCH), lower.bump());
    }

    @Test
    void reportsAModuleThatIsGone() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "common", "route");
        clone.modules("common").commit();
        Plan plan = clone.plan();
        assertFalse(plan.isAcceptable());
        assertEquals(
                List.of("FILE_NO_DELETE"),
                plan.violations().stream().map(Violation::ruleId).toList());
        assertEquals(
                "Module \"route\" was released as route/v1.0.0, and buf.yaml names it no more. Put \"contracts/route\" back "
                        + "into buf.yaml, with its contracts: services depend on them. If it only has another directory now, write \"id: route\" "
                        + "for that one in concordat.yaml.",
                plan.removed().get(0).problem().toString());
        String first = clone.git("rev-parse", "HEAD~1");
        assertEquals(
                List.of(
                        "compared 1 file, 1 type against common/v1.0.0 (%s)".formatted(first),
                        "compared 1 file, 1 type against route/v1.0.0 (%s)".formatted(first)),
                comparisons(plan));
        Bom bom = plan.bom().orElseThrow();
        assertEquals(
                List.of("its members changed"),
                bom.why().stream().map(Reason::text).toList());
        assertEquals("1.0.1", bom.next().toString());
    }

    @Test
    void reportsAModuleThatIsGoneBeforeItWasReleased() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "common", "route");
        clone.commit();
        clone.modules("common").commit();
        Plan plan = clone.plan();
        assertEquals(
                List.of("FILE_NO_DELETE"),
                plan.violations().stream().map(Violation::ruleId).toList());
        assertEquals(
                "Module \"route\" is on the target branch, and buf.yaml names it no more.",
                plan.removed().get(0).problem().message());
    }

    @Test
    void refusesModulesThatWereReleasedApartAndDeclareTheSame() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "common");
        String same = "syntax = \"proto3\";\npackage shared.v1;\nmessage Same {}\n";
        for (String side : List.of("left", "right")) {
            clone.git("checkout", "-q", "-b", side, "main");
            clone.modules("common", side).write(ContractClone.path(side), same).commit();
            assertEquals(side + "/v1.0.0", clone.release().get(0));
        }
        clone.git("merge", "-q", "-s", "ours", "--no-edit", "left");
        clone.git("checkout", "left", "--", "contracts/left");
        clone.modules("common", "left", "right").commit();
        Refusal.of(clone::plan).is(Failure.CONTRACT).says("shared.v1.Same");
    }

    @Test
    void theBomIsStableAsSoonAsOneOfItsMembersIs() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "draft", "route");
        clone.write(ContractClone.path("draft"), "syntax = \"proto3\";\npackage draft.v1beta1;\n" + POINT)
                .commit();
        assertEquals(List.of("draft/v0.1.0", "route/v1.0.0", "contracts-bom/v1.0.0"), clone.release());
    }

    @Test
    void comparesAModuleThatMovedUnderTheSameId() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        clone.git("mv", "contracts/route", "moved");
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: moved\n");
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nmodules:\n  moved:\n    id: route\n");
        clone.write("moved/route/v1/route.proto", "syntax = \"proto3\";\npackage route.v1;\nmessage Route {}\n")
                .commit();
        Plan plan = clone.plan();
        assertEquals(List.of(), plan.removed());
        assertEquals(
                List.of("FIELD_NO_DELETE"),
                plan.violations().stream().map(Violation::ruleId).toList());
    }

    @Test
    void aModuleThatGetsAnIdItCanBeReleasedUnderIsTheSame() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "Route");
        clone.commit();
        Refusal.of(clone::plan).is(Failure.CONFIGURATION).says("\"Route\" cannot be the id");
        clone.write(
                        "concordat.yaml",
                        "version: v1\ngroup: com.example.contracts\nmodules:\n  contracts/Route:\n    id: route\n")
                .proto("Route", "", "message Route {}");
        Plan plan = clone.planWorkingTree();
        assertEquals(List.of(), plan.removed());
        assertEquals(
                List.of("FIELD_NO_DELETE"),
                plan.violations().stream().map(Violation::ruleId).toList());
    }

    @Test
    void saysWhatAVersionOfAnOlderBranchWillNotHave() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route", "shop");
        clone.proto("route", "", "message Route { string id = 1; string name = 2; }")
                .commit();
        assertEquals(List.of("route/v1.1.0", "contracts-bom/v1.1.0"), clone.release());
        assertEquals(List.of(), clone.plan().notes());
        clone.git("checkout", "-q", "-b", "1.0.x", "route/v1.0.0");
        clone.proto("route", "", "message Route { string id = 1; string note = 3; }")
                .commit();
        String lost =
                "Version 1.2.0 of \"%s\" will not have what 1.1.0 has, which another branch released: who goes from that to this loses it. Merge that branch first, if this one shall hold it.";
        assertEquals(
                List.of(lost.formatted("route"), lost.formatted("contracts-bom")),
                clone.plan().notes());
        clone.git("tag", "-a", "-m", "Not good.", "retracted/route/v1.1.0", "route/v1.1.0^{}");
        assertEquals(List.of(lost.formatted("contracts-bom")), clone.plan().notes());
    }

    @Test
    void aLongReasonLeavesShortOnesTheirLines() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        String name = "N" + "a".repeat(100);
        clone.proto("route", "", "message Route { string id = 1; string name = 2; } message " + name + " {}")
                .commit();
        assertTrue(
                PlanText.print(clone.plan())
                        .contains(
                                "field name = 2 of route.v1.Route added  contracts/route/route/v1/route.proto:4:32\n"),
                PlanText.print(clone.plan()));
    }

    private static List<String> texts(ModulePlan plan) {
        return plan.why().stream().map(Reason::text).toList();
    }
}
