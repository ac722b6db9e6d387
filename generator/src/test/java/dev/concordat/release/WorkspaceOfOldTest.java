package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that a buf.work.yaml joins, each with a buf.yaml of version v1. */
final class WorkspaceOfOldTest {
    private static final String RULES = "version: v1\nbreaking:\n  use:\n    - FILE\n";

    @TempDir
    private Path directory;

    @Test
    void itsModulesAreComparedWithTheirReleases() throws IOException, ContractException {
        ContractClone clone = released();
        assertEquals(List.of(), clone.plan().due());
        clone.proto("route", "", "message Route { bytes id = 1; }");
        assertEquals(List.of("FIELD_SAME_TYPE"), rules(clone.planWorkingTree()));
        clone.commit();
        assertEquals(List.of("FIELD_SAME_TYPE"), rules(clone.plan()));
    }

    @Test
    void itsModulesAreComparedWithTheBranchBeforeTheirFirstRelease() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.proto("route", "", "message Route { bytes id = 1; }").commit();
        assertEquals(List.of("FIELD_SAME_TYPE"), rules(clone.plan()));
    }

    @Test
    void aChangeCannotTakeBackTheRulesOfAMember() throws IOException, ContractException {
        ContractClone clone = released();
        clone.write("contracts/route/buf.yaml", RULES.replace("FILE", "WIRE"))
                .proto("route", "", "message Route { string key = 1; }");
        assertEquals(List.of("FIELD_SAME_NAME"), rules(clone.planWorkingTree()));
        clone.commit();
        assertEquals(List.of("FIELD_SAME_NAME"), rules(clone.plan()));
    }

    @Test
    void whatOnlyTheFilesOfAMemberSayIsNoticedBeforeItIsCommitted() throws IOException, ContractException {
        ContractClone clone = released();
        clone.write("contracts/shop/buf.yaml", "version: v9\n");
        Refusal.of(clone::planWorkingTree).is(Failure.CONFIGURATION).says("Unknown version \"v9\"");
    }

    @Test
    void whoeverWritesOneFileOfVersionTwoInsteadHasTheSameModules() throws IOException, ContractException {
        ContractClone clone = released();
        Files.delete(directory.resolve("buf.work.yaml"));
        Files.delete(directory.resolve("contracts/route/buf.yaml"));
        clone.modules("route", "shop");
        assertEquals(List.of(), clone.planWorkingTree().due());
        clone.proto("route", "", "message Route { bytes id = 1; }").commit();
        assertEquals(List.of("FIELD_SAME_TYPE"), rules(clone.plan()));
    }

    private ContractClone unreleased() throws IOException {
        ContractClone clone = ContractClone.create(directory, "route", "shop");
        Files.delete(directory.resolve("buf.yaml"));
        clone.write("buf.work.yaml", "version: v1\ndirectories:\n  - contracts/route\n  - contracts/shop\n");
        return clone.write("contracts/route/buf.yaml", RULES);
    }

    private ContractClone released() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        assertEquals(List.of("route/v1.0.0", "shop/v1.0.0", "contracts-bom/v1.0.0"), clone.release());
        return clone;
    }

    private static List<String> rules(Plan plan) {
        return plan.violations().stream().map(Violation::ruleId).toList();
    }
}
