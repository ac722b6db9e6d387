package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks in a module, and who uses it. */
final class DependencyBreakTest {
    @TempDir
    private Path directory;

    @Test
    void carriesAMajorToWhoeverUsesTheTypeAndAPatchToTheOthers() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.release();
        clone.proto("common", "", FourModules.COMMON.replace("int32 size", "int32 length"))
                .commit();
        Plan plan = clone.plan();
        assertEquals(
                List.of("common/v2.0.0", "area/v1.0.1", "route/v2.0.0", "guide/v2.0.0"),
                plan.due().stream().map(module -> module.tag().name()).toList());
        assertEquals(
                List.of("depends on common moves to 2.0.0"),
                plan.module("area").orElseThrow().why().stream()
                        .map(Reason::text)
                        .toList());
        assertEquals(
                List.of(
                        "uses common.v1.Page, which breaks as common moves to 2.0.0",
                        "depends on route moves to 2.0.0"),
                plan.module("guide").orElseThrow().why().stream()
                        .map(Reason::text)
                        .toList());
        Bom bom = plan.bom().orElseThrow();
        assertEquals("2.0.0", bom.next().toString());
        assertEquals(
                List.of("common 1.0.0 -> 2.0.0", "route 1.0.0 -> 2.0.0", "guide 1.0.0 -> 2.0.0", "area 1.0.0 -> 1.0.1"),
                bom.why().stream().map(Reason::text).toList());
        assertEquals(
                List.of("area/v1.0.1", "common/v2.0.0", "guide/v2.0.0", "route/v2.0.0"),
                bom.members().stream().map(ReleaseTag::name).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            repeated string foo = 2;                    | repeated string foo = 2; int32 foo_count = 3;                                 | common.v1.Page
            Kind kind = 2; enum Kind { NO = 0; A = 1; } | Kind kind = 2; enum Kind { option allow_alias = true; NO = 0; B = 1; A = 1; } | common.v1.Page.Kind
            """)
    void carriesWhatBreaksInJavaAlone(String before, String now, String type) throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.proto("common", "", FourModules.COMMON.replace("size = 1;", "size = 1; " + before))
                .commit();
        clone.release();
        clone.proto("common", "", FourModules.COMMON.replace("size = 1;", "size = 1; " + now))
                .commit();
        Plan plan = clone.plan();
        assertEquals(
                List.of("common/v2.0.0", "area/v1.0.1", "route/v2.0.0", "guide/v2.0.0"),
                plan.due().stream().map(module -> module.tag().name()).toList());
        assertEquals(
                "uses %s, which breaks as common moves to 2.0.0".formatted(type),
                plan.module("guide").orElseThrow().why().get(0).text());
        assertEquals(PlanAnswer.ofAll(clone), PlanAnswer.ofTouched(clone));
    }

    @Test
    void carriesAnotherOuterClassInJava() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.release();
        clone.proto("common", "", FourModules.COMMON + " message Common {}").commit();
        assertEquals(
                List.of("common/v2.0.0", "area/v2.0.0", "route/v2.0.0", "guide/v2.0.0"),
                clone.plan().due().stream().map(module -> module.tag().name()).toList());
    }

    @Test
    void carriesWhatOnlyContractsOfOthersNoticeAsAPatch() throws IOException, ContractException {
        String declared =
                "message Page { int32 size = 1; extensions 100 to 200 %s; } message Locale { string tag = 1; }";
        ContractClone clone = FourModules.in(directory);
        extensible(clone, declared.formatted("")).commit();
        clone.release();
        extensible(clone, declared.formatted("[verification = DECLARATION]")).commit();
        assertEquals(
                List.of("common/v2.0.0", "area/v1.0.1", "route/v1.0.1", "guide/v1.0.1"),
                clone.plan().due().stream().map(module -> module.tag().name()).toList());
    }

    private static ContractClone extensible(ContractClone clone, String body) {
        return clone.write(
                "contracts/common/common/v1/common.proto",
                "syntax = \"proto2\";\npackage common.v1;\n"
                        + body.replace("int32 size", "optional int32 size")
                                .replace("string tag", "optional string tag"));
    }

    @Test
    void carriesABreakOfAServiceToNobody() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        String service = "service Pages { rpc Get(Page) returns (Locale); }";
        clone.proto("common", "", FourModules.COMMON + service).commit();
        clone.release();
        clone.proto("common", "", FourModules.COMMON + service.replace("Get", "Fetch"))
                .commit();
        assertEquals(
                List.of("common/v2.0.0", "area/v1.0.1", "route/v1.0.1", "guide/v1.0.1"),
                clone.plan().due().stream().map(module -> module.tag().name()).toList());
    }

    /** Who reads a stable message reads the unstable one in it, whichever module that is from. */
    @Test
    void carriesABreakOfAnUnstablePackageToWhoeverUsesTheType() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "area", "common", "draft", "guide", "route");
        clone.write(
                "buf.yaml",
                Files.readString(directory.resolve("buf.yaml")) + "breaking:\n  ignore_unstable_packages: true\n");
        String page = "syntax = \"proto3\"; package common.v1beta1; message Page { %s size = 1; } message Locale { }";
        clone.write("contracts/common/common/v1beta1/page.proto", page.formatted("int32"));
        String imports = "import \"common/v1beta1/page.proto\";";
        clone.proto("route", imports, "message Route { common.v1beta1.Page page = 1; }");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { route.v1.Route route = 1; }");
        clone.proto("area", imports, "message Area { common.v1beta1.Locale locale = 1; }");
        String draft = "syntax = \"proto3\"; package draft.v1beta1; " + imports
                + " message Draft { common.v1beta1.Page page = 1; }";
        clone.write("contracts/draft/draft/v1beta1/draft.proto", draft).commit();
        clone.release();
        clone.write("contracts/common/common/v1beta1/page.proto", page.formatted("string"))
                .commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        assertEquals(
                List.of("common/v1.1.0", "draft/v1.1.0", "route/v2.0.0", "guide/v2.0.0"),
                plan.due().stream().map(module -> module.tag().name()).toList());
        assertEquals(
                List.of(
                        "uses common.v1beta1.Page, which breaks as common moves to 1.1.0",
                        "depends on route moves to 2.0.0"),
                plan.module("guide").orElseThrow().why().stream()
                        .map(Reason::text)
                        .toList());
    }

    @Test
    void carriesAMajorToUnstablePackagesAsABreakOfTheirOwn() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "common", "draft");
        clone.write("buf.yaml", Files.readString(directory.resolve("buf.yaml")) + "breaking:\n  use: [WIRE]\n");
        clone.proto("common", "", FourModules.COMMON);
        clone.write(ContractClone.path("draft"), unstable("draft", "message Draft { common.v1.Page page = 1; }"));
        clone.commit();
        assertEquals("draft/v0.1.0", clone.release().get(1));
        clone.proto("common", "", FourModules.COMMON.replace("int32 size", "int32 length"))
                .commit();
        assertEquals(
                List.of("common/v2.0.0", "draft/v0.2.0"),
                clone.plan().due().stream().map(module -> module.tag().name()).toList());
    }

    @Test
    void namesTheTypeThatStablePackagesUse() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.write(
                        "contracts/route/route/v1beta1/draft.proto",
                        unstable("route", "message Draft { common.v1.Locale locale = 1; }"))
                .commit();
        clone.release();
        clone.proto("common", "", FourModules.COMMON.replace("size", "length").replace("tag", "name"))
                .commit();
        assertEquals(
                List.of("uses common.v1.Page, which breaks as common moves to 2.0.0"),
                clone.plan().module("route").orElseThrow().why().stream()
                        .map(Reason::text)
                        .toList());
    }

    /** The first value of an enum is the default of every field of it. */
    @Test
    void findsWhatADependencyBreaksInAModuleThatIsAsItWas() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop", "unit");
        String kind = "syntax = \"proto2\"; package unit.v1; enum Kind { %s }";
        clone.write(ContractClone.path("unit"), kind.formatted("SMALL = 2; LARGE = 3;"));
        clone.write(
                        ContractClone.path("shop"),
                        "syntax = \"proto2\"; package shop.v1; import \"unit/v1/unit.proto\";"
                                + " message Shop { optional unit.v1.Kind kind = 5; }")
                .commit();
        clone.release();
        clone.write(ContractClone.path("unit"), kind.formatted("LARGE = 3; SMALL = 2;"))
                .commit();
        Plan plan = clone.plan();
        assertEquals(
                List.of("FIELD_SAME_DEFAULT"),
                plan.violations().stream().map(Violation::ruleId).toList());
        assertEquals("2.0.0", plan.module("shop").orElseThrow().next().toString());
    }

    private static String unstable(String module, String body) {
        return "syntax = \"proto3\"; package %s.v1beta1; %s %s"
                .formatted(module, ContractClone.importOf("common"), body);
    }
}
