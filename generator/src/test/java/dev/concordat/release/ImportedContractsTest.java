package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.check.input.ImportCache;
import dev.concordat.generate.Coordinates;
import dev.concordat.schema.ContractException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What contracts of jars, and options that managed mode sets, mean to releases. */
final class ImportedContractsTest {
    private static final String MONEY = "syntax = \"proto3\"; package acme; message Money { int64 units = 2; }";
    private static final String MONEY_AS_TEXT = MONEY.replace("int64", "string");
    private static final String FIELDS = "int64 units = 2; repeated string part = 3;";
    private static final String RENAMED_IN_JAVA = FIELDS + " int32 part_count = 4;";

    @TempDir
    private Path directory;

    @Test
    void stubsDependOnTheJarThatAContractIsFrom() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        Plan plan = clone.plan();
        assertEquals(
                Map.of("acme/money.proto", new Coordinates("com.acme", "common", "1.4.0")),
                new BuildRequests(plan.revision()).stubs(plan.modules().get(0)).imported());
    }

    @Test
    void anotherJarIsAPatch() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        clone.release();
        assertEquals(List.of(), clone.plan().due());
        name(clone, "1.5.0", MONEY).commit();
        ModulePlan due = clone.plan().due().get(0);
        assertEquals("route/v1.0.1", due.tag().name());
        assertEquals(PlanAnswer.ofAll(clone), PlanAnswer.ofTouched(clone));
    }

    @Test
    void whatBreaksInAJarAndIsUsedBreaks() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        clone.release();
        name(clone, "1.5.0", MONEY_AS_TEXT).commit();
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
        ContractClone clone = importing("1.4.0", MONEY);
        clone.release();
        name(clone, "1.5.0", MONEY_AS_TEXT).commit();
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
        ContractClone clone = importing("1.4.0", MONEY + other);
        clone.release();
        name(clone, "1.5.0", MONEY + other.replace("int32", "string")).commit();
        assertEquals(List.of(), clone.plan().violations());
        assertEquals("route/v1.0.1", clone.plan().due().get(0).tag().name());
    }

    @Test
    void whatBreaksInAJarAndWasNotUsedBeforeIsNoBreak() throws IOException, ContractException {
        String other = " message Other { int32 id = 3; }";
        ContractClone clone = importing("1.4.0", MONEY + other);
        clone.release();
        clone.proto(
                "route",
                "import \"acme/money.proto\";",
                "message Route { acme.Money price = 2; acme.Other more = 3; }");
        name(clone, "1.5.0", MONEY + other.replace("int32", "string")).commit();
        assertEquals(List.of(), clone.plan().violations());
        assertEquals("route/v1.1.0", clone.plan().due().get(0).tag().name());
    }

    @Test
    void anotherJavaPackageOfWhatIsUsedBreaks() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        clone.release();
        name(clone, "1.5.0", MONEY + " option java_package = \"com.acme\";").commit();
        assertEquals(
                List.of("FILE_SAME_JAVA_PACKAGE"),
                clone.plan().violations().stream().map(Violation::ruleId).toList());
    }

    @Test
    void aMessageOfAJarThatIsRenamedHasItsNameInTheVersionBefore() throws IOException, ContractException {
        String money =
                "syntax = \"proto3\"; package acme; message Money { Unit unit = 2; } message Unit { int64 id = 3; }";
        ContractClone clone = importing("1.4.0", money);
        clone.release();
        name(clone, "1.5.0", money.replace("Unit", "Part")).commit();
        assertEquals(
                List.of("Message \"Unit\" is called \"Part\" now, with the same fields."
                        + " Keep the version that was imported before, or waive it; the contract is somebody else's."),
                clone.plan().violations().stream().map(Violation::message).toList());
    }

    @Test
    void whatLaxerRulesLetPassInAJarIsAMajor() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        clone.write("buf.yaml", "version: v2\nmodules: [{path: contracts/route}]\nbreaking: {use: [WIRE]}\n")
                .commit();
        clone.release();
        name(clone, "1.5.0", MONEY.replace("units", "amount")).commit();
        assertEquals(List.of(), clone.plan().violations());
        assertEquals(
                "uses acme.Money of com.acme:common:1.5.0, which breaks: Field 2 of \"Money\" changed name from \"units\" to \"amount\", in JSON from \"units\" to \"amount\"."
                        + " Keep the version that was imported before, or waive it; the contract is somebody else's.",
                clone.plan().due().get(0).why().get(0).text());
        assertEquals("route/v2.0.0", clone.plan().due().get(0).tag().name());
    }

    @Test
    void whatBreaksInJavaAloneInAJarIsAMajor() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", money(FIELDS));
        clone.modules("route", "guide");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { route.v1.Route route = 2; }")
                .commit();
        clone.release();
        name(clone, "1.5.0", money(RENAMED_IN_JAVA)).commit();
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
        ContractClone clone = importing("1.4.0", MONEY + other.formatted(""));
        clone.release();
        name(clone, "1.5.0", MONEY + other.formatted("int32 part_count = 4; ")).commit();
        assertEquals("route/v1.0.1", clone.plan().due().get(0).tag().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"string units = 2; repeated string part = 3;", RENAMED_IN_JAVA})
    void whatOnlyUnstablePackagesUseIsAMinorWhereTheyMayBreak(String fields) throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", money(FIELDS));
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
        name(clone, "1.5.0", money(fields)).commit();
        assertEquals(List.of(), clone.plan().violations());
        assertEquals("route/v1.1.0", clone.plan().due().get(0).tag().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"string units = 2; repeated string part = 3;", RENAMED_IN_JAVA})
    void whatAModuleOfUnstablePackagesUsesMovesItAsABreakOfItsOwn(String fields) throws IOException, ContractException {
        ContractClone clone = name(ContractClone.create(directory, "route"), "1.4.0", money(FIELDS));
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
        name(clone, "1.5.0", money(fields)).commit();
        assertEquals("route/v0.2.0", clone.plan().due().get(0).tag().name());
    }

    @Test
    void whatBreaksInAJarIsToldOnceAndIsAMajorForImportersToo() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        clone.modules("route", "guide", "shop");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { route.v1.Route route = 2; }");
        clone.proto("shop", "import \"acme/money.proto\";", "message Shop { acme.Money price = 2; }")
                .commit();
        clone.release();
        name(clone, "1.5.0", MONEY_AS_TEXT).commit();
        Plan plan = clone.plan();
        assertEquals(1, plan.violations().size());
        assertEquals(
                List.of("route/v2.0.0", "guide/v2.0.0", "shop/v2.0.0"),
                plan.due().stream().map(module -> module.tag().name()).toList());
        assertEquals(
                "uses acme.Money, which breaks as route moves to 2.0.0",
                plan.module("guide").orElseThrow().why().get(0).text());
    }

    @Test
    void whatAnotherModulePassesOnOfAJarBreaksWhoUsesIt() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        clone.modules("route", "guide");
        clone.proto("route", "import public \"acme/money.proto\";", "message Route { string id = 2; }");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { acme.Money price = 2; }")
                .commit();
        clone.write("README.md", "Time goes by.").commit();
        clone.release();
        name(clone, "1.5.0", MONEY_AS_TEXT).commit();
        assertEquals(
                List.of("route/v1.0.1", "guide/v2.0.0"),
                clone.plan().due().stream().map(module -> module.tag().name()).toList());
    }

    @Test
    void whatAJarHadAndAModuleHasNowIsTheSame() throws IOException, ContractException {
        ContractClone clone = importing("1.4.0", MONEY);
        clone.release();
        clone.modules("route", "acme");
        clone.write("contracts/acme/acme/money.proto", MONEY);
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nbranch: main\n")
                .commit();
        assertEquals(List.of(), clone.plan().violations());
        clone.write("contracts/acme/acme/money.proto", MONEY_AS_TEXT).commit();
        assertEquals(
                List.of("contracts/acme/acme/money.proto FIELD_SAME_TYPE"),
                clone.plan().violations().stream()
                        .map(violation -> violation.path() + " " + violation.ruleId())
                        .toList());
    }

    @Test
    void aPrefixThatMovesEveryClassBreaks() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write("buf.gen.yaml", "version: v2\nmanaged: {enabled: true}\n").commit();
        clone.release();
        clone.write("buf.gen.yaml", """
                version: v2
                managed:
                  enabled: true
                  override:
                    - {file_option: java_package_prefix, value: org}
                """);
        assertEquals(
                List.of("FILE_SAME_JAVA_PACKAGE"),
                clone.planWorkingTree().violations().stream()
                        .map(Violation::ruleId)
                        .toList());
    }

    private static String money(String fields) {
        return MONEY.replace("int64 units = 2;", fields);
    }

    private ContractClone importing(String version, String money) throws IOException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.proto("route", "import \"acme/money.proto\";", "message Route { acme.Money price = 2; }");
        name(clone, version, money).commit();
        return clone;
    }

    private ContractClone name(ContractClone clone, String version, String money) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("acme/money.proto"));
            zip.write(money.getBytes(StandardCharsets.UTF_8));
        }
        try {
            new ImportCache(directory.resolve(".git/cache")).keep(bytes.toByteArray());
        } catch (ContractException e) {
            throw new IOException(e);
        }
        return clone.write("concordat.yaml", """
                version: v1
                group: com.example.contracts
                branch: main
                imports:
                  buf.build/acme/common:
                    maven: com.acme:common:%s
                    sha256: %s
                """.formatted(version, ImportCache.sha256(bytes.toByteArray())));
    }
}
