package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineTest {
    private static final String BOTH = "message Route { string id = 1; string name = 2; }";
    private static final String ONE = "message Route { string id = 1; }";
    private static final String NONE = "message Route {}";

    @TempDir
    private Path directory;

    @Test
    void isTheFirstParentOnTheTargetBranch() throws IOException, ContractException {
        ContractClone clone = unreleased();
        CommitId first = clone.commit();
        clone.proto("route", "", ONE).commit();
        assertBaseline(first, "the first parent", clone.plan());
        assertEquals(List.of("FIELD_NO_DELETE"), rules(clone.plan()));
        clone.git("checkout", "-q", "--detach");
        assertBaseline(first, "the first parent", clone.plan());
    }

    @Test
    void isTheMergeBaseOnAnotherBranch() throws IOException, ContractException {
        ContractClone clone = unreleased();
        CommitId fork = clone.commit();
        clone.git("checkout", "-q", "-b", "change");
        clone.proto("route", "", ONE).commit();
        clone.proto("route", "", NONE).commit();
        clone.git("checkout", "-q", "main");
        clone.write("README.md", "Main went on.").commit();
        clone.git("checkout", "-q", "change");
        assertBaseline(fork, "the merge base with main", clone.plan());
        assertEquals(List.of("FIELD_NO_DELETE", "FIELD_NO_DELETE"), rules(clone.plan()));
    }

    @Test
    void isTheLastCommitForUncommittedChanges() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        CommitId second = clone.proto("route", "", ONE).commit();
        assertEquals(Optional.of(second), clone.planWorkingTree().commit());
        clone.proto("route", "", NONE);
        Plan plan = clone.planWorkingTree();
        assertEquals(Optional.empty(), plan.commit());
        assertBaseline(second, "the last commit", plan);
        assertEquals(List.of("FIELD_NO_DELETE"), rules(plan));
    }

    @Test
    void prefersTheRemotesBranch() throws IOException, ContractException {
        CommitId pushed = unreleased().commit();
        ContractClone clone = new ContractClone(directory.resolve("origin")).cloned(directory.resolve("clone"));
        clone.proto("route", "", ONE).commit();
        clone.proto("route", "", NONE).commit();
        assertBaseline(pushed, "the merge base with origin/main", clone.plan());
    }

    @Test
    void isNothingBeforeTheFirstCommit() throws IOException, ContractException {
        Plan plan = unreleased().planWorkingTree();
        assertEquals(Optional.empty(), plan.modules().get(0).change().baseline().commit());
        assertTrue(plan.isAcceptable());
    }

    @Test
    void isRefusedBeforeTheFirstCommitWhereTheTargetBranchHasOne() throws IOException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.git("checkout", "-q", "--orphan", "fresh");
        Refusal.of(clone::planWorkingTree)
                .is(Failure.NO_ANSWER)
                .says("HEAD has no commit, but the branch \"main\" has");
    }

    @Test
    void isRefusedBeforeTheFirstCommitWhereTheTargetBranchOfTheRemoteHasOne() throws IOException {
        ContractClone origin = unreleased();
        origin.commit();
        ContractClone clone = origin.cloned(directory.resolve("clone"));
        clone.git("checkout", "-q", "--orphan", "fresh");
        clone.git("branch", "-q", "-D", "main");
        Refusal.of(clone::planWorkingTree)
                .is(Failure.NO_ANSWER)
                .says("HEAD has no commit, but the branch \"main\" has");
    }

    @Test
    void isTheLastReleaseThatIsAnAncestor() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/route\nbreaking:\n  use: [WIRE]\n")
                .commit();
        clone.release();
        clone.git("branch", "1.x");
        clone.proto("route", "", BOTH.replace("name", "title")).commit();
        assertEquals(List.of("route/v2.0.0", "contracts-bom/v2.0.0"), clone.release());
        clone.proto("route", "", BOTH.replace("name", "title") + "message A {}").commit();
        assertEquals(List.of("route/v2.1.0", "contracts-bom/v2.1.0"), clone.release());

        clone.git("checkout", "-q", "1.x");
        clone.proto("route", "", BOTH + "message B {}").commit();
        assertEquals(List.of("route/v1.1.0", "contracts-bom/v1.1.0"), clone.release());
        clone.proto("route", "", BOTH.replace("name", "label") + "message B {}").commit();
        assertEquals(List.of("route/v3.0.0", "contracts-bom/v3.0.0"), clone.release());
    }

    @Test
    void skipsReleasesThatWereRetractedAndTagsThatAreNone() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.release();
        clone.proto("route", "", BOTH + "message A {}").commit();
        clone.release();
        clone.git("tag", "-a", "-m", "Bad.", "retracted/route/v1.1.0");
        clone.git("tag", "-a", "-m", "By hand.", "server/v9.0.0");
        clone.git("tag", "-a", "-m", "The tool.", "concordat/v0.1.0");
        clone.git("tag", "route/v7");
        clone.proto("route", "", BOTH + "message A {} message B {}").commit();
        ModulePlan plan = clone.plan().module("route").orElseThrow();
        assertEquals("1.0.0", plan.previous().orElseThrow().version().toString());
        assertEquals("1.2.0", plan.next().toString());
    }

    @Test
    void isRefusedForWhatIsNoNameOfABranch() throws IOException {
        ContractClone clone = unreleased();
        clone.commit();
        Refusal.of(() -> clone.planOnto("a..b")).is(Failure.CONFIGURATION).says("is no name of a branch");
    }

    @Test
    void isRefusedInAShallowClone() throws IOException {
        ContractClone origin = unreleased();
        origin.commit();
        origin.write("README.md", "More.").commit();
        ContractClone clone = origin.cloned(directory.resolve("clone"), "--depth", "1");
        Refusal.of(clone::plan).is(Failure.NO_ANSWER).says("This clone is shallow");
    }

    @Test
    void isRefusedForUnrelatedHistoriesAndAMissingBranch() throws IOException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.git("checkout", "-q", "--orphan", "other");
        clone.write("README.md", "Another history.").commit();
        Refusal.of(clone::plan).is(Failure.NO_ANSWER).says("have no commit in common");
        clone.git("branch", "-q", "-D", "main");
        Refusal.of(clone::plan).is(Failure.NO_ANSWER).says("The branch \"main\" is not in this clone");
    }

    @Test
    void isRefusedWhereTheHistoryOfReleasesWasReplaced() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.release();
        clone.plan();
        clone.git("checkout", "-q", "--orphan", "other");
        CommitId first = clone.write("README.md", "Another history.").commit();
        clone.git("branch", "-q", "-M", "main");
        Refusal.of(clone::plan)
                .is(Failure.NO_ANSWER)
                .says("Commit " + first.shortSha() + " has no commit before it, and yet there are releases of ")
                .says("the history that they belong to was replaced");
    }

    @Test
    void isRefusedBeforeTheFirstCommitWhereThereAreReleases() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.release();
        clone.git("checkout", "-q", "--orphan", "other");
        clone.git("branch", "-q", "-D", "main");
        Refusal.of(clone::planWorkingTree)
                .is(Failure.NO_ANSWER)
                .says("HEAD has no commit, and yet there are releases of \"contracts-bom\"");
    }

    @Test
    void saysThatReleasesAreInAnotherHistory() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.git("checkout", "-q", "-b", "side");
        clone.commit();
        clone.release();
        clone.git("checkout", "-q", "main");
        clone.write("README.md", "More.").commit();
        assertEquals(
                List.of("No release of \"route\" is in this history, though there are some, such as 1.0.0."),
                clone.plan().notes());
    }

    @Test
    void isRefusedWithoutTagsWhereReleasesAreRequired() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.release();
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nreleases: required\n")
                .commit();
        clone.plan();
        ContractClone without = clone.cloned(directory.resolve("clone"), "--no-tags");
        Refusal.of(without::plan).is(Failure.NO_ANSWER).says("Run \"git fetch --tags origin\"");
        without.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\n")
                .commit();
        Refusal.of(without::plan).is(Failure.NO_ANSWER).says("Run \"git fetch --tags origin\"");
    }

    @Test
    void isRefusedWhenItDoesNotCompile() throws IOException {
        ContractClone clone = unreleased();
        clone.proto("route", "", "message Route { Missing it = 1; }").commit();
        clone.proto("route", "", ONE).commit();
        Refusal.of(clone::plan).is(Failure.NO_ANSWER).says("to compare with, cannot be read");
    }

    @Test
    void bringsItsOwnRules() throws IOException, ContractException {
        ContractClone clone = unreleased();
        CommitId fork = clone.commit();
        clone.git("checkout", "-q", "-b", "change");
        clone.proto("route", "", BOTH.replace("name", "title"));
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/route\nbreaking:\n  use: [WIRE]\n")
                .commit();
        Plan plan = clone.plan();
        assertTrue(rules(plan).contains("FIELD_SAME_NAME"), rules(plan).toString());
        assertEquals(
                List.of("The breaking rules are those of commit " + fork.shortSha()
                        + "; a change to them takes effect once it is merged."),
                plan.notes());
    }

    @Test
    void isNotWhatTheChangeSaysWhenTheGateKnowsBetter() throws IOException, ContractException {
        ContractClone clone = unreleased();
        CommitId fork = clone.commit();
        clone.git("checkout", "-q", "-b", "change");
        clone.proto("route", "", ONE).commit();
        clone.write("concordat.yaml", "version: v1\ngroup: com.example.contracts\nbranch: change\n");
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/route\nbreaking:\n  use: [CSR]\n")
                .commit();
        assertEquals(List.of(), rules(clone.plan()));
        assertBaseline(fork, "the merge base with main", clone.planOnto("main"));
        assertEquals(List.of("FIELD_NO_DELETE"), rules(clone.planOnto("main")));
    }

    @Test
    void isSeenWithTheModulesOfTheChangeWhereItHasNoBufYaml() throws IOException, ContractException {
        ContractClone clone = unreleased();
        Files.delete(clone.directory().resolve("buf.yaml"));
        CommitId fork = clone.commit();
        clone.git("checkout", "-q", "-b", "change");
        clone.modules("route", "area")
                .proto("area", "", "message Area {}")
                .proto("route", "", ONE)
                .commit();
        Plan plan = clone.plan();
        assertEquals(List.of("FIELD_NO_DELETE"), rules(plan));
        assertEquals(
                List.of("Commit " + fork.shortSha() + " has no buf.yaml, so the rules are those of this change."),
                plan.notes());
    }

    private ContractClone unreleased() throws IOException {
        ContractClone clone = ContractClone.create(directory.resolve("origin"), "route");
        return clone.proto("route", "", BOTH);
    }

    private static void assertBaseline(CommitId commit, String description, Plan plan) {
        Baseline baseline = plan.modules().get(0).change().baseline();
        assertEquals(Optional.of(commit), baseline.commit());
        assertEquals(description, baseline.description());
    }

    private static List<String> rules(Plan plan) {
        return plan.violations().stream().map(Violation::ruleId).toList();
    }
}
