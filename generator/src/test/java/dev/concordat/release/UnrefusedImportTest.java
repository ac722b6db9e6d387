package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks in a jar and no rule refuses, and the version that whoever imports it deserves. */
final class UnrefusedImportTest {
    private static final String FIELDS = "int64 units = 2; repeated string part = 3;";
    private static final String RENAMED_IN_JAVA = FIELDS + " int32 part_count = 4;";

    @TempDir
    private Path directory;

    @Test
    void whatLaxerRulesLetPassInAJarIsAMajor() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.write("buf.yaml", "version: v2\nmodules: [{path: contracts/route}]\nbreaking: {use: [WIRE]}\n")
                .commit();
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY.replace("units", "amount"))
                .commit();
        assertEquals(List.of(), clone.plan().violations());
        assertEquals(
                "uses acme.Money of com.acme:common:1.5.0, which breaks: Field 2 of \"Money\" changed name from \"units\" to \"amount\", in JSON from \"units\" to \"amount\"."
                        + " Keep the version that was imported before, or waive it; the contract is somebody else's.",
                clone.plan().due().get(0).why().get(0).text());
        assertEquals("route/v2.0.0", clone.plan().due().get(0).tag().name());
    }

    @Test
    void whatBreaksInJavaAloneInAJarIsAMajor() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", money(FIELDS));
        clone.modules("route", "guide");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { route.v1.Route route = 2; }")
                .commit();
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", money(RENAMED_IN_JAVA)).commit();
        Plan plan = clone.plan();
        assertEquals(List.of(), plan.violations());
        assertEquals(
                List.of("route/v2.0.0", "guide/v2.0.0"),
                plan.due().stream().map(module -> module.tag().name()).toList());
        assertEquals(
                "uses acme.Money of com.acme:common:1.5.0, which breaks: field part = 3 of acme.Money is Part3 in Java"
                        + " in place of Part, because of the names of other fields",
                plan.due().get(0).why().get(0).text());
        assertEquals(PlanAnswer.ofAll(clone), PlanAnswer.ofTouched(clone));
    }

    @Test
    void whatBreaksInJavaAloneInAJarAndIsNotUsedIsAPatch() throws IOException, ContractException {
        String other = " message Other { repeated string part = 3; %s}";
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY + other.formatted(""));
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY + other.formatted("int32 part_count = 4; "))
                .commit();
        assertEquals("route/v1.0.1", clone.plan().due().get(0).tag().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"string units = 2; repeated string part = 3;", RENAMED_IN_JAVA})
    void whatOnlyUnstablePackagesUseIsAMinorWhereTheyMayBreak(String fields) throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", money(FIELDS));
        clone.write(
                "buf.yaml",
                "version: v2\nmodules: [{path: contracts/route}]\nbreaking: {ignore_unstable_packages: true}\n");
        clone.proto("route", "", "message Route { string id = 2; }");
        clone.write("contracts/route/route/v1beta1/route.proto", """
                syntax = "proto3";
                package route.v1beta1;
                import "acme/money.proto";
                message Route { acme.Money price = 2; }
                """).commit();
        clone.write("README.md", "Time goes by.").commit();
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", money(fields)).commit();
        assertEquals(List.of(), clone.plan().violations());
        ModulePlan route = clone.plan().due().get(0);
        assertEquals("route/v1.1.0", route.tag().name());
        assertTrue(
                route.why().get(0).text().startsWith("uses acme.Money of com.acme:common:1.5.0, which breaks: "),
                route.why().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"string units = 2; repeated string part = 3;", RENAMED_IN_JAVA})
    void whatAModuleOfUnstablePackagesUsesMovesItAsABreakOfItsOwn(String fields) throws IOException, ContractException {
        ContractClone clone =
                JarClone.naming(directory, ContractClone.create(directory, "route"), "1.4.0", money(FIELDS));
        clone.write(
                "buf.yaml",
                "version: v2\nmodules: [{path: contracts/route}]\nbreaking: {ignore_unstable_packages: true}\n");
        clone.write(ContractClone.path("route"), """
                syntax = "proto3";
                package route.v1beta1;
                import "acme/money.proto";
                message Route { acme.Money price = 2; }
                """).commit();
        assertEquals("route/v0.1.0", clone.release().get(0));
        JarClone.naming(directory, clone, "1.5.0", money(fields)).commit();
        assertEquals("route/v0.2.0", clone.plan().due().get(0).tag().name());
    }

    @Test
    void whatStablePackagesUseIsNamedBeforeWhatUnstableOnesUse() throws IOException, ContractException {
        String both = JarClone.MONEY + " message Amount { int64 units = 2; }%s";
        ContractClone clone = JarClone.importing(directory, "1.4.0", both.formatted(""));
        clone.write("contracts/route/route/v1beta1/route.proto", """
                syntax = "proto3";
                package route.v1beta1;
                import "acme/money.proto";
                message Route { acme.Amount price = 2; }
                """).commit();
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", both.formatted(" option java_package = \"com.acme\";"))
                .commit();
        assertTrue(
                clone.plan().due().get(0).why().get(0).text().startsWith("uses acme.Money of "),
                clone.plan().due().get(0).why().toString());
    }

    private static String money(String fields) {
        return JarClone.MONEY.replace("int64 units = 2;", fields);
    }
}
