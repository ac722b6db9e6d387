package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which modules a module depends on, and what that means to its versions. */
final class DependencyTest {
    @TempDir
    private Path directory;

    @Test
    void plansDependenciesFirstAndDependsOnTheirVersions() throws IOException, ContractException {
        Plan plan = FourModules.in(directory).plan();
        assertEquals(
                List.of("common", "area", "route", "guide"),
                plan.modules().stream().map(ModulePlan::id).toList());
        assertEquals(
                List.of("common/v1.0.0", "route/v1.0.0"),
                plan.module("guide").orElseThrow().dependencies().stream()
                        .map(ReleaseTag::name)
                        .toList());
    }

    @Test
    void carriesNoAdditionOver() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.release();
        clone.proto("common", "", FourModules.COMMON + "message Extra {}").commit();
        assertEquals(List.of("common/v1.1.0", "contracts-bom/v1.1.0"), clone.release());
        assertEquals(List.of(), clone.release());
    }

    @Test
    void namesTheLargestReasonFirst() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.release();
        clone.proto("common", "", FourModules.COMMON.replace("int32 size", "int32 length"));
        clone.proto(
                        "route",
                        ContractClone.importOf("common"),
                        "message Route { common.v1.Page page = 1; int32 more = 2; }")
                .commit();
        assertEquals(
                List.of(
                        "uses common.v1.Page, which breaks as common moves to 2.0.0",
                        "field more = 2 of route.v1.Route added"),
                clone.plan().module("route").orElseThrow().why().stream()
                        .map(Reason::text)
                        .toList());
    }

    @Test
    void releasesAgainWhoeverImportsAFileThatMovedToAnotherModule() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.release();
        clone.write(
                "buf.yaml",
                Files.readString(directory.resolve("buf.yaml"))
                        .replace("modules:\n", "modules:\n  - path: contracts/paging\n"));
        clone.write("contracts/common/common/v1/left.proto", "syntax = \"proto3\";\npackage common.v1;\n");
        Files.createDirectories(directory.resolve("contracts/paging/common/v1"));
        clone.git("mv", ContractClone.path("common"), "contracts/paging/common/v1/common.proto");
        clone.commit();
        Plan plan = clone.plan();
        assertEquals(List.of("paging/v1.0.0"), dependencies(plan, "area"));
        assertEquals(List.of("paging/v1.0.0", "route/v1.0.1"), dependencies(plan, "guide"));
        ModulePlan area = plan.module("area").orElseThrow();
        assertEquals(Optional.of(Bump.PATCH), area.bump());
        assertEquals(
                List.of("depends on other modules now: paging"),
                area.why().stream().map(Reason::text).toList());
    }

    @Test
    void saysOfAModuleThatImportsAnotherOneWhatItChangedItself() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.release();
        clone.proto(
                        "area",
                        ContractClone.importOf("common") + ContractClone.importOf("route"),
                        "message Area { common.v1.Locale locale = 1; route.v1.Route route = 2; }")
                .commit();
        assertEquals(
                List.of("field route = 2 of area.v1.Area added"),
                clone.plan().module("area").orElseThrow().why().stream()
                        .map(Reason::text)
                        .toList());
    }

    @Test
    void refusesModulesThatImportEachOther() throws IOException, ContractException {
        ContractClone clone = FourModules.in(directory);
        clone.write(
                        "contracts/common/common/v1/more.proto",
                        "syntax = \"proto3\";\npackage common.v1;\n" + ContractClone.importOf("guide")
                                + "\nmessage More { guide.v1.Guide guide = 1; }")
                .commit();
        ContractException refused = assertThrows(ContractException.class, clone::plan);
        assertEquals(Failure.CONTRACT, refused.failure());
        assertEquals(
                "contracts/common/common/v1/more.proto:3:1: Modules import each other: contracts/common -> contracts/guide "
                        + "-> contracts/route -> contracts/common. Move what they share into a module of its own; released "
                        + "modules need an order.",
                refused.getMessage());
    }

    private static List<String> dependencies(Plan plan, String module) {
        return plan.module(module).orElseThrow().dependencies().stream()
                .map(ReleaseTag::name)
                .toList();
    }
}
