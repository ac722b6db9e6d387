package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much each kind of change makes of a version. */
final class BumpTest {
    private static final String HEAD = "syntax = \"proto3\";\npackage route.v1;\n";
    private static final String ROUTE = HEAD + "message Route {\n  string id = 1;\n}\n";
    private static final String POINT = HEAD + "message Point { int32 latitude = 1; int32 longitude = 2; }\n";

    @TempDir
    private Path directory;

    @Test
    void makesAnAdditionAMinorAndSaysWhere() throws IOException, ContractException {
        ContractClone clone = ContractClone.changed(directory, ROUTE, ROUTE.replace("}", "  int32 altitude = 3;\n}"));
        String first = clone.git("rev-parse", "HEAD~1");
        assertEquals("""
                route          1.0.0 -> 1.1.0  minor  field altitude = 3 of route.v1.Route added  contracts/route/route/v1/route.proto:5:3
                contracts-bom  1.0.0 -> 1.1.0  minor  route 1.0.0 -> 1.1.0
                compared 1 file, 1 type against route/v1.0.0 (%s)
                """.formatted(first), PlanText.print(clone.plan()));
    }

    @Test
    void makesACommentAPatch() throws IOException, ContractException {
        ModulePlan route = changed(ROUTE, "// Where to go.\n" + ROUTE);
        assertEquals(Optional.of(Bump.PATCH), route.bump());
        assertEquals(List.of("comments, options or layout changed"), ContractClone.why(route));
    }

    @Test
    void saysInWhichFileACommentChanged() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        String imports = "import \"route/v1/stop.proto\";";
        String route = "message Route { Stop stop = 1; }";
        clone.write("contracts/route/route/v1/stop.proto", HEAD + "message Stop {}\n");
        clone.proto("route", imports, route).commit();
        clone.release();
        clone.proto("route", imports + " // Where to go.", route).commit();
        assertEquals(
                List.of("contracts/route/route/v1/route.proto"),
                clone.plan().module("route").orElseThrow().why().stream()
                        .map(reason -> reason.place().orElseThrow().path())
                        .toList());
    }

    @Test
    void tellsADeletionOnceByTheRuleThatFindsIt() throws IOException, ContractException {
        Plan plan = ContractClone.changed(directory, POINT, POINT.replace("int32 longitude = 2; ", ""))
                .plan();
        ModulePlan route = plan.module("route").orElseThrow();
        assertEquals(plan.violations().stream().map(Violation::message).toList(), ContractClone.why(route));
        assertEquals(3, route.why().get(0).place().orElseThrow().line());
    }

    @Test
    void makesAPublicImportAMinorAndSaysWhatComesThroughIt() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route", "guide");
        String guide = "message Guide { route.v1.Route route = 2; }";
        clone.proto("guide", ContractClone.importOf("route"), guide).commit();
        clone.release();
        clone.proto("guide", ContractClone.importOf("route").replace("import", "import public"), guide)
                .commit();
        ModulePlan plan = clone.plan().module("guide").orElseThrow();
        assertEquals(Optional.of(Bump.MINOR), plan.bump());
        assertEquals(
                List.of(
                        "file guide/v1/guide.proto imports route/v1/route.proto publicly now, so that contracts of others may have message route.v1.Route through it"),
                ContractClone.why(plan));
    }

    @Test
    void makesADeprecationAMinorAndSaysWhere() throws IOException, ContractException {
        ModulePlan route = changed(ROUTE, ROUTE.replace("id = 1", "id = 1 [deprecated = true]"));
        assertEquals(Optional.of(Bump.MINOR), route.bump());
        assertEquals(List.of("field id = 1 of route.v1.Route deprecated"), ContractClone.why(route));
        assertEquals(4, route.why().get(0).place().orElseThrow().line());
    }

    @Test
    void makesAConfigurationThatArtifactsShowAPatch() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        clone.write(
                        "concordat.yaml",
                        "version: v1\ngroup: com.example.contracts\nproject:\n  url: https://example.com\n")
                .commit();
        ModulePlan plan = clone.plan().module("route").orElseThrow();
        assertEquals("1.0.1", plan.next().toString());
        assertEquals(List.of("what concordat.yaml says about it changed"), ContractClone.why(plan));
    }

    @Test
    void refusesASwapAndCallsItAMajor() throws IOException, ContractException {
        Plan plan = ContractClone.changed(
                        directory, POINT, HEAD + "message Point { int32 latitude = 2; int32 longitude = 1; }")
                .plan();
        assertFalse(plan.isAcceptable());
        assertTrue(plan.violations().stream().map(Violation::ruleId).toList().contains("FIELD_SAME_NUMBER"));
        assertEquals("2.0.0", plan.module("route").orElseThrow().next().toString());
    }

    private ModulePlan changed(String before, String now) throws IOException, ContractException {
        return ContractClone.changed(directory, before, now)
                .plan()
                .module("route")
                .orElseThrow();
    }
}
