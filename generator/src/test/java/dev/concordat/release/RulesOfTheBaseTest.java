package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change is measured by what was merged before it, whatever it calls its modules, packages and rules. */
final class RulesOfTheBaseTest {
    private static final String BEFORE = "message Route { string id = 1; int32 altitude = 2; }";
    private static final String AFTER = "message Route { string id = 1; string height = 2; }";

    @TempDir
    private Path directory;

    @Test
    void followAModuleToAnotherDirectory() throws IOException, ContractException {
        ContractClone clone = released("");
        clone.git("checkout", "-q", "-b", "change");
        clone.git("mv", "contracts/route", "contracts/moved");
        clone.write("concordat.yaml", """
                version: v1
                group: com.example.contracts
                modules:
                  contracts/moved: {id: route}
                """);
        clone.write("buf.yaml", """
                version: v2
                modules:
                  - path: contracts/moved
                    breaking:
                      ignore: [contracts/moved]
                """);
        clone.write("contracts/moved/route/v1/route.proto", contract("route.v1", AFTER))
                .commit();
        Plan plan = clone.plan();
        assertEquals(List.of("FIELD_SAME_TYPE", "FIELD_SAME_NAME"), rules(plan));
        assertEquals(
                "The breaking rules are those of commit %s; a change to them takes effect once it is merged."
                        .formatted(clone.git("rev-parse", "--short=12", "main")),
                plan.notes().get(0));
    }

    @Test
    void areThoseOfTheModuleItself() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "area", "route");
        clone.write("buf.yaml", """
                version: v2
                modules:
                  - path: contracts/area
                    breaking: {use: [CSR]}
                  - path: contracts/route
                    breaking: {use: [FIELD_SAME_NAME]}
                breaking: {use: [FIELD_SAME_TYPE]}
                """);
        clone.write(ContractClone.path("route"), contract("route.v1", BEFORE)).commit();
        clone.release();
        clone.write(ContractClone.path("route"), contract("route.v1", AFTER)).commit();
        assertEquals(List.of("FIELD_SAME_NAME"), rules(clone.plan()));
    }

    @Test
    void sayWhatElseIsConfiguredAndNotRun() throws IOException, ContractException {
        ContractClone clone = released("plugins:\n  - plugin: buf-plugin-foo\n");
        assertEquals(
                List.of("buf.yaml names plugin buf-plugin-foo, which concordat does not run."),
                clone.plan().notes());
    }

    @Test
    void holdForAPackageThatBecomesUnstable() throws IOException, ContractException {
        ContractClone clone = released("breaking:\n  ignore_unstable_packages: true\n");
        clone.write(ContractClone.path("route"), contract("route.v1alpha1", AFTER))
                .commit();
        assertEquals(List.of("FILE_SAME_PACKAGE"), rules(clone.plan()));
    }

    @Test
    void leaveAPackageAloneThatWasUnstable() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.modules("route");
        clone.write(
                "buf.yaml",
                Files.readString(directory.resolve("buf.yaml")) + "breaking:\n  ignore_unstable_packages: true\n");
        clone.write(ContractClone.path("route"), contract("route.v1alpha1", BEFORE))
                .commit();
        clone.release();
        clone.write(ContractClone.path("route"), contract("route.v1", AFTER)).commit();
        assertEquals(List.of(), rules(clone.plan()));
    }

    @Test
    void areThoseOfTheFirstParentOnTheTargetBranch() throws IOException, ContractException {
        ContractClone clone = released("");
        clone.write(
                        "buf.yaml",
                        Files.readString(directory.resolve("buf.yaml")) + "breaking:\n  ignore: [contracts/route]\n")
                .write(ContractClone.path("route"), contract("route.v1", AFTER))
                .commit();
        assertEquals(List.of("FIELD_SAME_TYPE", "FIELD_SAME_NAME"), rules(clone.plan()));
    }

    @Test
    void wantTheReasonOfAWireBreakForAPackageThatBecomesUnstable() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        String service = "message Route {} service Routes { rpc Get(Route) returns (Route); }";
        clone.write(ContractClone.path("route"), contract("route.v1", service)).commit();
        clone.release();
        clone.write(ContractClone.path("route"), contract("route.v1alpha1", service))
                .commit();
        assertTrue(clone.plan().breaks().stream().anyMatch(Break::wire));
    }

    @Test
    void areNotAskedWhereATagOfAReleaseIsDamaged() throws IOException, ContractException {
        ContractClone clone = released("");
        clone.proto("route", "", "message Route { string id = 1; int32 altitude = 2; string name = 3; }")
                .commit();
        clone.release();
        Path tag = directory.resolve(".git/refs/tags/route/v1.1.0");
        String id = clone.git("rev-parse", "route/v1.1.0");
        clone.git("update-ref", "-d", "refs/tags/route/v1.1.0");
        Files.createDirectories(tag.getParent());
        for (String content : List.of("", clone.git("rev-parse", "HEAD:buf.yaml") + "\n")) {
            Files.writeString(tag, content);
            Refusal.of(clone::plan).is(Failure.NO_ANSWER).says("The tag \"route/v1.1.0\" leads to no commit");
        }
        Files.writeString(tag, id + "\n");
        Files.writeString(directory.resolve(".git/refs/tags/route/v1.2.0.lock"), "");
        Files.writeString(directory.resolve(".git/refs/tags/unrelated"), "");
        clone.plan();
    }

    private ContractClone released(String rules) throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write("buf.yaml", Files.readString(directory.resolve("buf.yaml")) + rules);
        clone.write(ContractClone.path("route"), contract("route.v1", BEFORE)).commit();
        clone.release();
        return clone;
    }

    private static String contract(String packageName, String body) {
        return "syntax = \"proto3\";\npackage %s;\n%s\n".formatted(packageName, body);
    }

    private static List<String> rules(Plan plan) {
        return plan.violations().stream().map(Violation::ruleId).toList();
    }
}
