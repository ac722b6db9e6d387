package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not compiled because a change does not touch it: each way in which it must be after all, and what to say then. */
final class TouchedCaseTest {
    private static final String USER = "message Shop { %s.v1.Unit unit = 1; }";

    @TempDir
    private Path directory;

    @Test
    void aFileOfAnotherModuleThatDoesNotCompileAnyMore() throws IOException, ContractException {
        ContractClone clone = using("unit");
        clone.release();
        clone.proto("unit", "", "message Weight { string id = 1; }");
        assertSays(clone, "CONTRACT", "contracts/shop/shop/v1/shop.proto:4:16: \"unit.v1.Unit\" is not declared");
    }

    @Test
    void aNameThatAFileShouldImportFromOneThatIsNotTouched() throws IOException, ContractException {
        ContractClone clone = using("unit");
        clone.proto("shop", "", USER.formatted("unit"));
        assertSays(clone, "CONTRACT", "Add: import \"unit/v1/unit.proto\";");
    }

    @Test
    void aFileThatDiffersInCommentsOnly() throws IOException, ContractException {
        ContractClone clone = using("unit");
        clone.release();
        clone.proto("shop", "import \"unit/v1/unit.proto\"; // It is sold by weight.", USER.formatted("unit"));
        assertSays(clone, "comments, options or layout changed", "shop           1.0.0 -> 1.0.1");
    }

    @Test
    void modulesAsTheyWereReleasedThatDoNotFitTogether() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop", "unit");
        clone.commit();
        clone.release();
        clone.proto("unit", "", "message Unit { string id = 1; } message Weight { string id = 1; }");
        clone.proto(
                "shop", ContractClone.importOf("unit"), "message Shop { string id = 1; unit.v1.Weight weight = 2; }");
        clone.commit();
        clone.release();
        clone.git("tag", "-a", "-m", "Bad.", "retracted/unit/v1.1.0");
        clone.proto("unit", "", "message Unit { string id = 1; }");
        assertSays(clone, "CONTRACT", "shop.proto:4:31: \"unit.v1.Weight\" is not declared");
    }

    @Test
    void aServiceThatWentToAnotherModule() throws IOException, ContractException {
        ContractClone clone = using("unit");
        String service =
                "syntax = \"proto3\";\npackage sale.v1;\nmessage Sale {}\nservice Sales { rpc Sell(Sale) returns (Sale); }\n";
        clone.write("contracts/shop/sale/v1/sale.proto", service).commit();
        clone.release();
        Files.delete(directory.resolve("contracts/shop/sale/v1/sale.proto"));
        clone.write("contracts/unit/sale/v1/sales.proto", service);
        assertSays(clone, "FILE_NO_DELETE", " false, ");
    }

    @Test
    void aNumberThatWasReleasedElsewhereBeforeTheFirstReleaseHere() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop", "unit");
        clone.commit();
        clone.git("checkout", "-q", "-b", "1.x");
        clone.proto("shop", "", "message Shop { string id = 1; int32 price = 2; }")
                .commit();
        clone.release();
        clone.git("checkout", "-q", "main");
        clone.proto("shop", "", "message Shop { string id = 1; string name = 2; }")
                .commit();
        clone.proto("unit", "// Of a scale.", "message Unit { string id = 1; }");
        assertSays(clone, "FIELD_NUMBER_NO_REUSE");
    }

    @Test
    void aBreakThatReachesAModuleThroughOthers() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop", "box", "unit");
        clone.proto("box", ContractClone.importOf("unit"), "message Box { unit.v1.Unit unit = 1; }");
        clone.proto("shop", ContractClone.importOf("box"), "message Shop { box.v1.Box box = 1; }");
        clone.write("buf.yaml", """
                version: v2
                modules:
                  - path: contracts/shop
                  - path: contracts/box
                  - path: contracts/unit
                breaking: {use: [WIRE]}
                """);
        clone.commit();
        clone.release();
        clone.proto("unit", "", "message Unit { string identity = 1; }");
        assertSays(
                clone, "shop           1.0.0 -> 2.0.0  major  uses unit.v1.Unit, which breaks as unit moves to 2.0.0");
    }

    @Test
    void aFileThatIsWrittenOverWhereTheIndexDoesNotNotice() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop", "unit");
        FileTime old = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
        Path file = directory.resolve(ContractClone.path("shop"));
        Files.setLastModifiedTime(file, old);
        clone.commit();
        clone.proto("shop", "", "message Shop { string id = 2; }");
        Files.setLastModifiedTime(file, old);
        assertSays(clone, "FIELD_SAME_NUMBER");
    }

    @Test
    void aSyntaxErrorThatIsNoFaultOfTheChange() throws IOException, ContractException {
        ContractClone clone = using("unit");
        clone.proto("shop", "", "message Shop { string id = ; }").commit();
        clone.proto("unit", "", "message Unit { string id = 2; }");
        assertSays(clone, "CONTRACT contracts/shop/shop/v1/shop.proto:4:");
    }

    @Test
    void anImportThatWasMissingBefore() throws IOException, ContractException {
        ContractClone clone = using("unit");
        clone.proto("shop", "import \"nowhere.proto\";", "message Shop { string id = 1; }")
                .commit();
        clone.proto("unit", "", "message Unit { string id = 2; }");
        assertSays(clone, "CONTRACT contracts/shop/shop/v1/shop.proto:3:8: Import \"nowhere.proto\"");
    }

    @Test
    void whatACommitWithoutConfigurationHolds() throws IOException, ContractException {
        ContractClone clone = using("unit");
        clone.git("rm", "-q", "--cached", "buf.yaml");
        clone.git("commit", "-q", "-m", "Without");
        clone.git("add", "buf.yaml");
        clone.proto("shop", ContractClone.importOf("unit"), "message Shop { unit.v1.Weight unit = 1; }");
        clone.git("commit", "-q", "-a", "-m", "With, and broken");
        assertSays(clone, "CONTRACT");
    }

    @Test
    void aFileThatIsImportedNoMore() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop");
        clone.write("contracts/shop/shop/v1/kind.proto", "syntax = \"proto3\";\npackage shop.v1;\nmessage Kind {}\n");
        clone.proto("shop", "import \"shop/v1/kind.proto\";", "message Shop { Kind kind = 1; string id = 2; }");
        clone.commit();
        clone.release();
        clone.proto("shop", "", "message Shop { string id = 2; }");
        assertSays(clone, "FIELD_NO_DELETE");
    }

    @Test
    void aPackageThatGoesOnHereAndComesToAnotherModule() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop", "unit");
        clone.write("contracts/shop/shop/v1/kind.proto", "syntax = \"proto3\";\npackage shop.v1;\nmessage Kind {}\n");
        clone.write("buf.yaml", """
                version: v2
                modules:
                  - path: contracts/shop
                  - path: contracts/unit
                breaking: {use: [PACKAGE]}
                """);
        clone.commit();
        clone.release();
        clone.write(ContractClone.path("shop"), "syntax = \"proto3\";\npackage shop.v2;\nmessage Shop {}\n");
        clone.write(ContractClone.path("unit"), "syntax = \"proto3\";\npackage shop.v1;\nmessage Unit {}\n");
        assertSays(clone, "PACKAGE_MESSAGE_NO_DELETE", "\"Shop\" was deleted from package \"shop.v1\"");
    }

    @Test
    void anOptionThatManagedModeSetsElsewhere() throws IOException, ContractException {
        ContractClone clone = managed("com");
        clone.release();
        manage(clone, "org");
        assertSays(clone, "FILE_SAME_JAVA_PACKAGE", "contracts/unit/", "contracts/shop/");
    }

    @Test
    void anOptionThatManagedModeSetsNow() throws IOException, ContractException {
        ContractClone clone = using("unit");
        clone.release();
        manage(clone, "com");
        assertSays(clone, "FILE_SAME_JAVA_PACKAGE", "contracts/unit/", "contracts/shop/");
    }

    @Test
    void anOptionThatManagedModeSetsNoMore() throws IOException, ContractException {
        ContractClone clone = managed("com");
        clone.release();
        Files.delete(directory.resolve("buf.gen.yaml"));
        assertSays(clone, "FILE_SAME_JAVA_PACKAGE", "contracts/unit/", "contracts/shop/");
    }

    @Test
    void aMergeBaseThatCannotBeReadWhereEveryModuleIsAsItWasReleased() throws IOException, ContractException {
        ContractClone clone = using("unit");
        clone.release();
        clone.write("buf.gen.yaml", "version: v3\nmanaged: {enabled: true}\n").commit();
        Files.delete(directory.resolve("buf.gen.yaml"));
        assertSays(clone, "shop");
    }

    private ContractClone managed(String prefix) throws IOException {
        ContractClone clone = ContractClone.create(directory, "shop", "unit");
        manage(clone, prefix);
        clone.commit();
        return clone;
    }

    private static void manage(ContractClone clone, String prefix) {
        clone.write(
                "buf.gen.yaml",
                "version: v2\nmanaged: {enabled: true, override: [{file_option: java_package_prefix, value: %s}]}\n"
                        .formatted(prefix));
    }

    private ContractClone using(String module) throws IOException {
        ContractClone clone = ContractClone.create(directory, "shop", module);
        clone.proto("shop", ContractClone.importOf(module), USER.formatted(module));
        clone.commit();
        return clone;
    }

    private static void assertSays(ContractClone clone, String... words) {
        String whole = PlanAnswer.ofAll(clone);
        for (String word : words) {
            assertTrue(whole.contains(word), () -> "\"" + word + "\" is not in:\n" + whole);
        }
        assertEquals(whole, PlanAnswer.ofTouched(clone));
    }
}
