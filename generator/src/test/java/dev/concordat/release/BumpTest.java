package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much each kind of change makes of a version. */
final class BumpTest {
    private static final String POINT = "message Point { int32 latitude = 1; int32 longitude = 2; }";

    @TempDir
    private Path directory;

    @Test
    void makesAnAdditionAMinorAndSaysWhere() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        clone.proto("route", "", "message Route {\n  string id = 1;\n  int32 altitude = 3;\n}")
                .commit();
        String first = clone.git("rev-parse", "HEAD~1");
        assertEquals("""
                route          1.0.0 -> 1.1.0  minor  field altitude = 3 of route.v1.Route added  contracts/route/route/v1/route.proto:6:3
                contracts-bom  1.0.0 -> 1.1.0  minor  route 1.0.0 -> 1.1.0
                compared 1 file, 1 type against route/v1.0.0 (%s)
                """.formatted(first), PlanText.print(clone.plan()));
    }

    @Test
    void makesACommentAPatch() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        clone.proto("route", "// Where to go.", "message Route { string id = 1; }")
                .commit();
        ModulePlan plan = clone.plan().module("route").orElseThrow();
        assertEquals(Optional.of(Bump.PATCH), plan.bump());
        assertEquals(List.of("comments, options or layout changed"), texts(plan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WIRE", "FILE, WIRE"})
    void saysOnceWhatSeveralRulesFind(String categories) throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write(
                "buf.yaml",
                "version: v2\nmodules:\n  - path: contracts/route\nbreaking:\n  use: [%s]\n".formatted(categories));
        clone.commit();
        clone.release();
        clone.proto("route", "", "message Route { int32 id = 1; }").commit();
        assertEquals(
                List.of(
                        "Field 1 \"id\" of \"Route\" changed type from \"string\" to \"int32\". Keep it, or add a field under a new number beside it."),
                texts(clone.plan().module("route").orElseThrow()));
    }

    @Test
    void saysInWhichFileACommentChanged() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        String imports = "import \"route/v1/stop.proto\";";
        String route = "message Route { Stop stop = 1; }";
        clone.write(
                "contracts/route/route/v1/stop.proto", "syntax = \"proto3\";\npackage route.v1;\nmessage Stop {}\n");
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
        ContractClone clone = ContractClone.create(directory, "route");
        clone.proto("route", "", POINT).commit();
        clone.release();
        clone.proto("route", "", "message Point { int32 latitude = 1; }").commit();
        Plan plan = clone.plan();
        ModulePlan route = plan.module("route").orElseThrow();
        assertEquals(plan.violations().stream().map(Violation::message).toList(), texts(route));
        assertEquals(4, route.why().get(0).place().orElseThrow().line());
    }

    @Test
    void makesAPublicImportAMinorAndSaysWhatComesThroughIt() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route", "guide");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { route.v1.Route route = 2; }");
        clone.commit();
        clone.release();
        clone.proto(
                        "guide",
                        ContractClone.importOf("route").replace("import", "import public"),
                        "message Guide { route.v1.Route route = 2; }")
                .commit();
        ModulePlan plan = clone.plan().module("guide").orElseThrow();
        assertEquals(Optional.of(Bump.MINOR), plan.bump());
        assertEquals(
                List.of(
                        "file guide/v1/guide.proto imports route/v1/route.proto publicly now, so that contracts of others may have message route.v1.Route through it"),
                texts(plan));
    }

    @Test
    void makesADeprecationAMinorAndSaysWhere() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        clone.proto("route", "", "message Route {\n  string id = 1 [deprecated = true];\n}")
                .commit();
        ModulePlan plan = clone.plan().module("route").orElseThrow();
        assertEquals(Optional.of(Bump.MINOR), plan.bump());
        assertEquals(List.of("field id = 1 of route.v1.Route deprecated"), texts(plan));
        assertEquals(5, plan.why().get(0).place().orElseThrow().line());
    }

    @Test
    void makesAnAdditionThatRenamesMethodsOfOthersAMajor() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.proto("route", "", "message Route { repeated string stop = 1; }").commit();
        clone.release();
        clone.proto("route", "", "message Route { repeated string stop = 1; int32 stop_count = 2; }")
                .commit();
        assertTrue(clone.plan().isAcceptable());
        ModulePlan plan = clone.plan().module("route").orElseThrow();
        assertEquals(Optional.of(Bump.MAJOR), plan.bump());
        assertEquals(
                List.of(
                        "field stop = 1 of route.v1.Route is Stop1 in Java in place of Stop, because of the names of other fields",
                        "field stop_count = 2 of route.v1.Route added"),
                texts(plan));
    }

    @Test
    void makesATypeThatOthersMayUseNoMoreAMajorThatNoRuleRefuses() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        String text = "edition = \"2024\";\npackage route.v1;\nmessage Route { string id = 1; }\n";
        clone.write(ContractClone.path("route"), text).commit();
        clone.release();
        clone.write(ContractClone.path("route"), text.replace("message", "local message"))
                .commit();
        assertTrue(clone.plan().isAcceptable());
        ModulePlan plan = clone.plan().module("route").orElseThrow();
        assertEquals(Optional.of(Bump.MAJOR), plan.bump());
        assertEquals(
                List.of(
                        "message route.v1.Route is local to its file now, so that contracts of others that use it no longer compile"),
                texts(plan));
    }

    @Test
    void makesAnEnumThatIsAClassInJavaNowAMajor() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        String text = """
                edition = "2024";
                package route.v1;
                import option "google/protobuf/java_features.proto";
                enum Color { %sCOLOR_UNSPECIFIED = 0; }
                """;
        clone.write(ContractClone.path("route"), text.formatted("")).commit();
        clone.release();
        clone.write(ContractClone.path("route"), text.formatted("option features.(pb.java).large_enum = true; "))
                .commit();
        ModulePlan plan = clone.plan().module("route").orElseThrow();
        assertEquals(Optional.of(Bump.MAJOR), plan.bump());
        assertEquals(
                List.of(
                        "enum route.v1.Color is a class in Java in place of an enum, because of features.(pb.java).large_enum"),
                texts(plan));
    }

    @Test
    void makesAnotherFirstValueAMajorOfItsOwnModuleAndOfThoseWithFieldsOfIt() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "color", "route");
        String color = "syntax = \"proto2\";\npackage color.v1;\nenum Color {\n%s\n}\n";
        clone.write(ContractClone.path("color"), color.formatted("RED = 1;\nBLUE = 2;"));
        clone.write(
                        ContractClone.path("route"),
                        "syntax = \"proto2\";\npackage route.v1;\n" + ContractClone.importOf("color")
                                + "\nmessage Route { optional color.v1.Color color = 3; }\n")
                .commit();
        clone.release();
        clone.write(ContractClone.path("color"), color.formatted("BLUE = 2;\nRED = 1;"))
                .commit();
        Plan plan = clone.plan();
        ModulePlan own = plan.module("color").orElseThrow();
        assertEquals(Optional.of(Bump.MAJOR), own.bump());
        assertEquals(
                List.of(
                        "enum color.v1.Color begins with BLUE = 2 in place of RED = 1, so that fields of others have another default"),
                texts(own));
        assertEquals(4, own.why().get(0).place().orElseThrow().line());
        assertEquals(Optional.of(Bump.MAJOR), plan.module("route").orElseThrow().bump());
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
        assertEquals(List.of("what concordat.yaml says about it changed"), texts(plan));
    }

    @Test
    void refusesASwapAndCallsItAMajor() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.proto("route", "", POINT).commit();
        clone.release();
        clone.proto("route", "", "message Point { int32 latitude = 2; int32 longitude = 1; }")
                .commit();
        Plan plan = clone.plan();
        assertFalse(plan.isAcceptable());
        assertTrue(plan.violations().stream().map(Violation::ruleId).toList().contains("FIELD_SAME_NUMBER"));
        assertEquals("2.0.0", plan.module("route").orElseThrow().next().toString());
    }

    @Test
    void letsAnUnstablePackageBreakWhenTheRulesDo() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        String rules = "breaking:\n  ignore_unstable_packages: true\n";
        String leg = "import \"route/v1/route.proto\";\nmessage Leg { route.v1.Route route = 1; }\n";
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/route\n" + rules);
        clone.write(
                        "contracts/route/route/v1beta1/point.proto",
                        "syntax = \"proto3\";\npackage route.v1beta1;\n" + leg + POINT)
                .commit();
        clone.release();
        clone.write(
                        "contracts/route/route/v1beta1/point.proto",
                        "syntax = \"proto3\";\npackage route.v1beta1;\n" + leg
                                + "message Point { int32 latitude = 1; }")
                .commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        assertEquals("1.1.0", plan.module("route").orElseThrow().next().toString());
    }

    /** Who reads the stable message reads the unstable one in it. */
    @Test
    void makesABreakOfAnUnstablePackageAMajorWhereAStableOneUsesWhatBreaks() throws IOException, ContractException {
        ContractClone clone = unstable(ContractClone.create(directory, "route"), "string id = 1;");
        String imports = "import \"route/v1beta1/draft.proto\";";
        clone.proto("route", imports, "message Leg { route.v1beta1.Draft draft = 2; } message Route { Leg leg = 1; }")
                .commit();
        clone.release();
        unstable(clone, "int32 id = 1;").commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        ModulePlan route = plan.module("route").orElseThrow();
        assertEquals("2.0.0", route.next().toString());
        assertEquals(
                List.of(
                        "Field 1 \"id\" of \"Draft\" changed type from \"string\" to \"int32\". Keep it, or add a field under a new number beside it. A stable package uses route.v1beta1.Draft."),
                texts(route));
        clone.release();
        clone.proto("route", imports, "message Route { string id = 1; }");
        clone.write(
                "contracts/route/route/v1beta1/user.proto",
                "syntax = \"proto3\"; package route.v1beta1; " + imports + " message User { Draft draft = 1; }");
        clone.commit();
        for (Break accepted : clone.plan().breaks()) {
            WaivedChange.waive(directory, accepted, WaivedChange.REASON, WaivedChange.LATER, true);
        }
        clone.commit();
        clone.release();
        unstable(clone, "bool id = 1;").commit();
        assertEquals(
                Optional.of(Bump.MINOR),
                clone.plan().module("route").orElseThrow().bump());
    }

    @Test
    void makesABreakOfJavaAloneAMajorWhereAStablePackageUsesWhatBreaks() throws IOException, ContractException {
        ContractClone clone = unstable(ContractClone.create(directory, "route"), "repeated string part = 1;");
        String imports = "import \"route/v1beta1/draft.proto\";";
        clone.proto("route", imports, "message Route { route.v1beta1.Draft draft = 2; }")
                .commit();
        clone.release();
        unstable(clone, "repeated string part = 1; int32 part_count = 2;").commit();
        ModulePlan route = clone.plan().module("route").orElseThrow();
        assertEquals("2.0.0", route.next().toString());
        assertEquals(
                "field part = 1 of route.v1beta1.Draft is Part1 in Java in place of Part, because of the names of other fields, and a stable package uses route.v1beta1.Draft",
                texts(route).get(0));
    }

    private static ContractClone unstable(ContractClone clone, String field) throws IOException {
        Path rules = clone.directory().resolve("buf.yaml");
        String text = Files.readString(rules);
        if (!text.contains("breaking:")) {
            clone.write("buf.yaml", text + "breaking:\n  ignore_unstable_packages: true\n");
        }
        return clone.write(
                "contracts/route/route/v1beta1/draft.proto",
                "syntax = \"proto3\"; package route.v1beta1; message Draft { %s }".formatted(field));
    }

    @Test
    void makesABreakThatTheRulesLetPassAMajor() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/route\nbreaking:\n  use: [WIRE]\n")
                .commit();
        clone.release();
        clone.proto("route", "", "message Route { string name = 1; }").commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        assertEquals("2.0.0", plan.module("route").orElseThrow().next().toString());
        assertEquals(List.of("route/v2.0.0", "contracts-bom/v2.0.0"), clone.release());
    }

    @Test
    void tellsABreakOnceThatTheRulesAndTheDefaultOnesFind() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write(
                        "buf.yaml",
                        "version: v2\nmodules:\n  - path: contracts/route\nbreaking:\n  use: [FIELD_SAME_TYPE]\n")
                .commit();
        clone.release();
        clone.proto("route", "", "message Route { int32 id = 1; }").commit();
        assertEquals(
                List.of(
                        "Field 1 \"id\" of \"Route\" changed type from \"string\" to \"int32\". Keep it, or add a field under a new number beside it."),
                texts(clone.plan().module("route").orElseThrow()));
    }

    private static List<String> texts(ModulePlan plan) {
        return plan.why().stream().map(Reason::text).toList();
    }
}
