package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.generate.BomRequest;
import dev.concordat.generate.Coordinates;
import dev.concordat.generate.StubRequest;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.GitRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildRequestsTest {
    private static final String ROUTES = "message Route { common.v1.Common common = 1; }";
    private static final String SERVICE = "service Routes { rpc Get(Route) returns (Route); }";

    @TempDir
    private Path directory;

    @Test
    void asksForTheReleaseAgainAsItWasPlanned() throws IOException, ContractException {
        ContractClone clone = two();
        Plan plan = clone.plan();
        BuildRequests planned = new BuildRequests(plan.revision());
        clone.release(plan);
        for (ModulePlan module : plan.modules()) {
            assertEquals(planned.stubs(module), planned.stubs(released(clone, module.id())));
        }
        assertEquals(planned.boms(plan.bom().orElseThrow()), planned.boms(released(clone, Bom.ID)));
    }

    @Test
    void namesEveryArtifactInTheBomAndTheBomInThePlatform() throws IOException, ContractException {
        Plan plan = two().plan();
        List<BomRequest> boms =
                new BuildRequests(plan.revision()).boms(plan.bom().orElseThrow());
        assertEquals(
                List.of(
                        "com.example.contracts:proto-common:1.0.0",
                        "com.example.contracts:proto-route:1.0.0",
                        "com.example.contracts:grpc-route:1.0.0"),
                boms.get(0).members().stream().map(Coordinates::toString).toList());
        assertEquals(
                "com.example.contracts:contracts-bom:1.0.0",
                boms.get(1).imports().orElseThrow().toString());
    }

    @Test
    void marksOnlyWhatIsDue() throws IOException, ContractException {
        ContractClone clone = two();
        clone.release();
        clone.proto("route", ContractClone.importOf("common"), ROUTES + SERVICE + "message More {}")
                .commit();
        Plan plan = clone.plan();
        BuildRequests requests = new BuildRequests(plan.revision());
        StubRequest route = requests.snapshot(plan, plan.module("route").orElseThrow(), "-SNAPSHOT");
        assertEquals("1.1.0-SNAPSHOT", route.version());
        assertEquals("1.0.0", route.dependencies().get(0).artifact().version());
        BomRequest bom = requests.snapshotBoms(plan, plan.bom().orElseThrow(), "-SNAPSHOT")
                .get(0);
        assertEquals(
                List.of("1.0.0", "1.1.0-SNAPSHOT", "1.1.0-SNAPSHOT"),
                bom.members().stream().map(Coordinates::version).toList());
        assertEquals("1.1.0-SNAPSHOT", bom.project().version());
    }

    private ContractClone two() throws IOException {
        ContractClone clone = ContractClone.create(directory, "common", "route");
        clone.proto("route", ContractClone.importOf("common"), ROUTES + SERVICE).commit();
        return clone;
    }

    private static Release released(ContractClone clone, String id) throws ContractException {
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            return ReleaseHistory.read(repository)
                    .lastReachable(id, repository.head())
                    .orElseThrow();
        }
    }
}
