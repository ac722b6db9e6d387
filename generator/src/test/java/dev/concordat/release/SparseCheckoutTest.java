package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git leaves out of a working tree is not deleted. */
final class SparseCheckoutTest {
    @TempDir
    private Path directory;

    private ContractClone clone = new ContractClone(Path.of(""));

    @BeforeEach
    void commitMoreThanContracts() throws IOException {
        clone = ContractClone.create(directory, "route", "area");
        clone.write("README.md", "More.");
        clone.write("waivers.yaml", "version: v1\n").commit();
    }

    @Test
    void isRefusedWithoutAContract() {
        leaveOut("contracts/route");
        Refusal.of(clone::planWorkingTree)
                .is(Failure.NO_ANSWER)
                .says(
                        "This checkout is sparse: \"contracts/route/route/v1/route.proto\" and perhaps others are not in it.")
                .says("git sparse-checkout add contracts/route");
    }

    @Test
    void isRefusedWithoutAFileThatDecides() {
        leaveOut("waivers.yaml");
        Refusal.of(clone::planWorkingTree).is(Failure.NO_ANSWER).says("\"waivers.yaml\" and perhaps others");
    }

    @Test
    void mayLackWhatDecidesNothing() throws ContractException {
        leaveOut("README.md");
        clone.proto("route", "", "message Route { string id = 1; string name = 2; }");
        assertEquals(List.of(), clone.planWorkingTree().violations());
    }

    @Test
    void withAnIndexThatIsSparseAsWellIsNoDamage() throws IOException {
        clone.write("src/deep/Main.java", "class Main {}").commit();
        clone.git("sparse-checkout", "set", "--cone", "--sparse-index", "contracts");
        clone.proto("route", "", "message Route { string id = 1; string name = 2; }");
        Refusal.of(clone::planWorkingTree).is(Failure.NO_ANSWER).says("git sparse-checkout reapply --no-sparse-index");
    }

    private void leaveOut(String path) {
        clone.git("sparse-checkout", "set", "--no-cone", "/*", "!/" + path);
    }
}
