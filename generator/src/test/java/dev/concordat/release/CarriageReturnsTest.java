package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planned where git checked contracts out with carriage returns, as on Windows. */
final class CarriageReturnsTest {
    @TempDir
    private Path directory;

    @Test
    void onlyWhatWasEditedIsDue() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "common", "route");
        clone.proto("route", "", "message Route { string id = 1; }\nmessage Area {}");
        checkOutWithCarriageReturns(clone, "common");
        checkOutWithCarriageReturns(clone, "route");
        assertEquals("""
                route          1.0.0 -> 1.1.0  minor  message route.v1.Area added  contracts/route/route/v1/route.proto:5:1
                contracts-bom  1.0.0 -> 1.1.0  minor  route 1.0.0 -> 1.1.0
                """, PlanText.print(clone.planWorkingTree()).replaceAll("(?m)^compared .*\\R", ""));
    }

    @Test
    void aFileWithThemThatWasCommittedSoIsAnother() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "common", "route");
        checkOutWithCarriageReturns(clone, "common");
        clone.commit();
        clone.proto("route", "", "message Route { string id = 1; }\nmessage Area {}");
        assertEquals("""
                common         1.0.0 -> 1.0.1  patch  comments, options or layout changed  contracts/common/common/v1/common.proto:1:1
                route          1.0.0 -> 1.1.0  minor  message route.v1.Area added          contracts/route/route/v1/route.proto:5:1
                contracts-bom  1.0.0 -> 1.1.0  minor  route 1.0.0 -> 1.1.0
                                                      common 1.0.0 -> 1.0.1
                """, PlanText.print(clone.planWorkingTree()).replaceAll("(?m)^compared .*\\R", ""));
    }

    private static void checkOutWithCarriageReturns(ContractClone clone, String module) throws IOException {
        Path file = clone.directory().resolve(ContractClone.path(module));
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    }
}
