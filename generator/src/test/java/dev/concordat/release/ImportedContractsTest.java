package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.generate.Coordinates;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What contracts of jars mean to releases. */
final class ImportedContractsTest {
    @TempDir
    private Path directory;

    @Test
    void stubsDependOnTheJarThatAContractIsFrom() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        Plan plan = clone.plan();
        assertEquals(
                Map.of("acme/money.proto", new Coordinates("com.acme", "common", "1.4.0")),
                new BuildRequests(plan.revision()).stubs(plan.modules().get(0)).imported());
    }

    @Test
    void anotherJarIsAPatch() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.release();
        assertEquals(List.of(), clone.plan().due());
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY).commit();
        ModulePlan due = clone.plan().due().get(0);
        assertEquals("route/v1.0.1", due.tag().name());
        assertEquals(PlanAnswer.ofAll(clone), PlanAnswer.ofTouched(clone));
    }

    @Test
    void whatBreaksInAJarAndIsUsedBreaks() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY_AS_TEXT).commit();
        Plan plan = clone.plan();
        assertEquals(
                List.of("acme/money.proto FIELD_SAME_TYPE"),
                plan.violations().stream()
                        .map(violation -> violation.path() + " " + violation.ruleId())
                        .toList());
        assertEquals("route/v2.0.0", plan.due().get(0).tag().name());
        assertEquals(
                "uses acme.Money of com.acme:common:1.5.0, which breaks: Field 2 \"units\" of \"Money\" changed type from \"int64\" to \"string\"."
                        + " Keep the version that was imported before, or waive it; the contract is somebody else's.",
                plan.due().get(0).why().get(0).text());
        assertEquals(
                "acme/money.proto is of com.acme:common:1.5.0, which concordat.yaml names; what breaks there does not in the jar that it named before.",
                plan.notes().get(0));
        assertEquals(List.of(true), plan.breaks().stream().map(Break::wire).toList());
        assertEquals(PlanAnswer.ofAll(clone), PlanAnswer.ofTouched(clone));
    }

    @Test
    void whatBreaksInAJarCanBeWaived() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY_AS_TEXT).commit();
        Break found = clone.plan().breaks().get(0);
        WaivedChange.waive(directory, found, "All is drained.", ContractClone.TODAY.plusDays(1), true);
        clone.commit();
        assertEquals(true, clone.plan().isAcceptable());
        assertEquals(List.of("route/v2.0.0", "contracts-bom/v2.0.0"), clone.release());
        clone.write("README.md", "Time goes by.").commit();
        assertEquals(List.of(), clone.plan().due());
    }

    @Test
    void whatBreaksInAJarAndIsNotUsedIsAPatch() throws IOException, ContractException {
        String other = " message Other { int32 id = 3; }";
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY + other);
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY + other.replace("int32", "string"))
                .commit();
        assertEquals(List.of(), clone.plan().violations());
        assertEquals("route/v1.0.1", clone.plan().due().get(0).tag().name());
    }

    @Test
    void whatBreaksInAJarAndWasNotUsedBeforeIsNoBreak() throws IOException, ContractException {
        String other = " message Other { int32 id = 3; }";
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY + other);
        clone.release();
        clone.proto(
                "route",
                "import \"acme/money.proto\";",
                "message Route { acme.Money price = 2; acme.Other more = 3; }");
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY + other.replace("int32", "string"))
                .commit();
        assertEquals(List.of(), clone.plan().violations());
        assertEquals("route/v1.1.0", clone.plan().due().get(0).tag().name());
    }

    @Test
    void anotherJavaPackageOfWhatIsUsedBreaks() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY + " option java_package = \"com.acme\";")
                .commit();
        assertEquals(
                List.of("FILE_SAME_JAVA_PACKAGE"),
                clone.plan().violations().stream().map(Violation::ruleId).toList());
    }

    @Test
    void aFileThatAJarHasNoMoreBreaksWhatIsUsedOfIt() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.release();
        clone.proto("route", "import \"acme/price.proto\";", "message Route { acme.Money price = 2; }");
        JarClone.naming(directory, clone, "1.5.0", Map.of("acme/price.proto", JarClone.MONEY))
                .commit();
        assertEquals(
                "uses acme.Money, which breaks: File \"acme/money.proto\" was deleted; \"acme/price.proto\" declares what it did."
                        + " Keep the version that was imported before, or waive it; the contract is somebody else's.",
                clone.plan().due().get(0).why().get(0).text());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatBreaksInAJarWithMoreOrFewerFilesBreaks(boolean more) throws IOException, ContractException {
        String one = JarClone.MONEY + " import \"acme/more.proto\";";
        Map<String, String> two = Map.of("acme/money.proto", one, "acme/more.proto", "syntax = \"proto3\";");
        Map<String, String> before = more ? Map.of("acme/money.proto", JarClone.MONEY) : two;
        Map<String, String> now = new TreeMap<>(more ? two : Map.of("acme/money.proto", JarClone.MONEY));
        now.replaceAll((path, text) -> text.replace("int64", "string"));
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        JarClone.naming(directory, clone, "1.4.1", before).commit();
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", now).commit();
        assertEquals(
                List.of("FIELD_SAME_TYPE"),
                clone.plan().violations().stream().map(Violation::ruleId).toList());
    }

    @Test
    void aMessageOfAJarThatIsRenamedHasItsNameInTheVersionBefore() throws IOException, ContractException {
        String money =
                "syntax = \"proto3\"; package acme; message Money { Unit unit = 2; } message Unit { int64 id = 3; }";
        ContractClone clone = JarClone.importing(directory, "1.4.0", money);
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", money.replace("Unit", "Part"))
                .commit();
        assertEquals(
                List.of("Message \"Unit\" is called \"Part\" now, with the same fields."
                        + " Keep the version that was imported before, or waive it; the contract is somebody else's."),
                clone.plan().violations().stream().map(Violation::message).toList());
    }

    @Test
    void whatBreaksInAJarIsToldOnceAndIsAMajorForImportersToo() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.modules("route", "guide", "shop");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { route.v1.Route route = 2; }");
        clone.proto("shop", "import \"acme/money.proto\";", "message Shop { acme.Money price = 2; }")
                .commit();
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY_AS_TEXT).commit();
        Plan plan = clone.plan();
        assertEquals(1, plan.violations().size());
        assertEquals(
                List.of("route/v2.0.0", "guide/v2.0.0", "shop/v2.0.0"),
                plan.due().stream().map(module -> module.tag().name()).toList());
        assertEquals(
                List.of("uses acme.Money, which breaks as route moves to 2.0.0", "contracts of third parties changed"),
                ContractClone.why(plan.module("guide").orElseThrow()));
    }

    @Test
    void whatAnotherModulePassesOnOfAJarBreaksWhoUsesIt() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.modules("route", "guide");
        clone.proto("route", "import public \"acme/money.proto\";", "message Route { string id = 2; }");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { acme.Money price = 2; }")
                .commit();
        clone.write("README.md", "Time goes by.").commit();
        clone.release();
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY_AS_TEXT).commit();
        assertEquals(
                List.of("route/v1.0.1", "guide/v2.0.0"),
                clone.plan().due().stream().map(module -> module.tag().name()).toList());
    }

    @Test
    void whatAModuleHadAndBreaksInAJarNowBreaksWhoUsesIt() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.modules("route", "acme");
        clone.write("contracts/acme/acme/money.proto", JarClone.MONEY);
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nbranch: main\n")
                .commit();
        clone.release();
        clone.modules("route");
        clone.git("rm", "-q", "-r", "contracts/acme");
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY).commit();
        assertEquals(
                List.of("depends on no other module any more", "contracts of third parties changed"),
                ContractClone.why(clone.plan().module("route").orElseThrow()));
        JarClone.naming(directory, clone, "1.5.0", JarClone.MONEY_AS_TEXT).commit();
        ModulePlan route = clone.plan().module("route").orElseThrow();
        assertEquals("2.0.0", route.next().toString());
        assertTrue(
                ContractClone.why(route).get(0).startsWith("uses acme.Money of com.acme:common:1.5.0, which breaks: "),
                route.why().toString());
        assertEquals(PlanAnswer.ofAll(clone), PlanAnswer.ofTouched(clone));
    }

    @Test
    void whatAJarHadAndAModuleHasNowIsTheSame() throws IOException, ContractException {
        ContractClone clone = JarClone.importing(directory, "1.4.0", JarClone.MONEY);
        clone.release();
        clone.modules("route", "acme");
        clone.write("contracts/acme/acme/money.proto", JarClone.MONEY);
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nbranch: main\n")
                .commit();
        assertEquals(List.of(), clone.plan().violations());
        clone.write("contracts/acme/acme/money.proto", JarClone.MONEY_AS_TEXT).commit();
        assertEquals(
                List.of("contracts/acme/acme/money.proto FIELD_SAME_TYPE"),
                clone.plan().violations().stream()
                        .map(violation -> violation.path() + " " + violation.ruleId())
                        .toList());
    }
}
