package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.GitRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan makes of tags that are no releases, or damaged, or missing. */
final class ReleaseTagsTest {
    private static final String BOTH = "message Route { string id = 1; string name = 2; }";

    @TempDir
    private Path directory;

    @Test
    void leavesVersionsToAModuleThatAnotherOneTookBack() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.release();
        clone.git("tag", "-a", "-m", "Bad.", "retracted/elsewhere/v1.1.0");
        clone.proto("route", "", BOTH + "message A {}").commit();
        assertEquals("1.1.0", clone.plan().module("route").orElseThrow().next().toString());
    }

    /** What was taken back is still served: somebody may depend on it. */
    @Test
    void namesAllReleasesTheOldestFirst() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.release();
        clone.proto("route", "", BOTH + "message A {}").commit();
        clone.release();
        clone.git("tag", "-a", "-m", "Bad.", "retracted/route/v1.0.0");
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            assertEquals(
                    List.of("route/v1.0.0", "route/v1.1.0"),
                    ReleaseHistory.read(repository).all("route").stream()
                            .map(release -> release.tag().name())
                            .toList());
        }
    }

    /** The tool's repository has both, and a release of the tool is none of what lies in a directory of its name. */
    @Test
    void looksUpNothingInReleasesOfTheTool() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory.resolve("origin"), "route");
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/route\n  - path: concordat\n");
        clone.write(
                "concordat.yaml",
                "version: v1\ngroup: com.example.contracts\nmodules:\n  concordat:\n    id: options\n");
        option(clone, "string team = 50001;").commit();
        clone.git("tag", "-a", "-m", "The tool.", "concordat/v0.1.0");
        option(clone, "").commit();
        option(clone, "int32 level = 50001;").commit();
        assertEquals(List.of(), clone.plan().violations());
    }

    private static ContractClone option(ContractClone clone, String field) {
        return clone.write(
                "concordat/options/v1/options.proto",
                "syntax = \"proto3\";\npackage options.v1;\nimport \"google/protobuf/descriptor.proto\";\n"
                        + (field.isEmpty() ? "" : "extend google.protobuf.MessageOptions { " + field + " }\n"));
    }

    @Test
    void isRefusedWhereATagOfAReleaseLeadsToNoCommit() throws IOException {
        ContractClone clone = unreleased();
        clone.commit();
        for (String tag : List.of("route/v1.0.0", "retracted/route/v1.0.0")) {
            clone.git("tag", tag, "HEAD:buf.yaml");
            Refusal.of(clone::plan)
                    .is(Failure.NO_ANSWER)
                    .says("The tag \"%s\" leads to no commit".formatted(tag))
                    .says("\"git fetch --force origin tag %s\"".formatted(tag));
            clone.git("tag", "-d", tag);
        }
    }

    @Test
    void namesATagThatHoldsNoRecord() throws IOException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.git("tag", "-a", "-m", "By hand.", "route/v1.0.0");
        Refusal.of(clone::plan).is(Failure.NO_ANSWER).says("The tag \"route/v1.0.0\" holds no release record.");
    }

    @Test
    void tellsOfTagsThatOnlyLookLikeReleases() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.release();
        for (String other : List.of("route/v01.0.0", "route/v2.0.0-rc.1", "route/v2", "elsewhere/v01.0.0")) {
            clone.git("tag", other);
        }
        assertEquals(
                List.of(
                        "The tag \"route/v01.0.0\" looks like a release of \"route\" and is none, so nobody looks up what it used: a version has three numbers of nine digits at most, without zeros before them."),
                clone.plan().notes());
    }

    @Test
    void isRefusedWhenTagsShowThatOthersAreMissing() throws IOException, ContractException {
        ContractClone clone = unreleased();
        clone.commit();
        clone.release();
        clone.proto("route", "", BOTH + " message Area { }").commit();
        clone.release();
        clone.proto("route", "", BOTH + " message Area { } message Line { }").commit();
        clone.release();
        clone.plan();
        String commit = clone.git("rev-parse", "route/v1.1.0^{commit}");
        clone.git("tag", "-d", "route/v1.1.0");
        Refusal.of(clone::plan)
                .is(Failure.NO_ANSWER)
                .says(
                        "The tag \"route/v1.2.0\" is of a release that followed one like 1.1.0, of which this clone has no tag.")
                .says("Run \"git fetch --tags origin\"")
                .says("\"retracted/route/v1.1.0\"");
        clone.git("tag", "retracted/route/v1.1.0", commit);
        clone.plan();
        clone.git("tag", "-d", "route/v1.2.0");
        Refusal.of(clone::plan)
                .is(Failure.NO_ANSWER)
                .says(
                        "The tag \"contracts-bom/v1.2.0\" names the release route/v1.2.0, of which this clone has no tag.");
    }

    private ContractClone unreleased() throws IOException {
        ContractClone clone = ContractClone.create(directory.resolve("origin"), "route");
        return clone.proto("route", "", BOTH);
    }
}
