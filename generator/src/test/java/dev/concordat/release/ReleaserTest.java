package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleaserTest {
    @TempDir
    private Path directory;

    @Test
    void tagsTheCommitInTheNameOfItsCommitter() throws IOException, ContractException {
        ContractClone clone = two();
        clone.release();
        String[] tag = clone.git("cat-file", "tag", "route/v1.0.0").split("\n", 7);
        assertEquals("object " + clone.git("rev-parse", "HEAD"), tag[0]);
        assertEquals("type commit", tag[1]);
        assertEquals("tag route/v1.0.0", tag[2]);
        assertEquals("tagger Carl Committer <carl@example.com> 1767335646 -0330", tag[3]);
        assertEquals("", tag[4]);
        assertEquals("route 1.0.0", tag[5]);
        assertTrue(tag[6].contains("\nbump: first\nchange: first release\n"), tag[6]);
        assertTrue(tag[6].contains("  proto-route-1.0.0.jar\nartifact: "), tag[6]);
        assertEquals("", clone.git("fsck", "--strict"));
    }

    @Test
    void makesTheSameObjectsInEveryClone() throws IOException, ContractException {
        ContractClone one = two();
        ContractClone other = one.cloned(directory.resolve("other"));
        other.git("config", "user.name", "Somebody Else");
        other.git("config", "user.email", "else@example.com");
        other.git("config", "tag.gpgSign", "true");
        one.release();
        other.release();
        assertEquals(one.git("show-ref", "--tags"), other.git("show-ref", "--tags"));
        assertEquals(3, one.tags().size());
    }

    @Test
    void isFineWithItsOwnTags() throws IOException, ContractException {
        ContractClone clone = two();
        Plan plan = clone.plan();
        clone.release(plan);
        String before = clone.git("show-ref", "--tags");
        clone.git("tag", "-d", "route/v1.0.0");
        clone.release(plan);
        assertEquals(before, clone.git("show-ref", "--tags"));
    }

    @Test
    void createsNoTagWhenOneIsTaken() throws IOException, ContractException {
        ContractClone clone = two();
        Plan plan = clone.plan();
        clone.git("tag", "-a", "-m", "By hand.", "route/v1.0.0");
        Refusal.of(() -> clone.release(plan)).is(Failure.CONFLICT).says("\"route/v1.0.0\"");
        assertEquals(List.of("route/v1.0.0"), clone.tags());
    }

    @Test
    void createsNoTagWhenANameIsInTheWay() throws IOException, ContractException {
        ContractClone clone = two();
        clone.git("tag", "route");
        Refusal.of(clone::release).is(Failure.CONFLICT);
        assertEquals(List.of("route"), clone.tags());
    }

    @Test
    void createsNoTagWhenARefCannotBeWritten() throws IOException, ContractException {
        ContractClone clone = two();
        Files.createDirectories(directory.resolve("one/.git/refs/tags/route"));
        Path lock = Files.createFile(directory.resolve("one/.git/refs/tags/route/v1.0.0.lock"));
        Refusal.of(clone::release)
                .is(Failure.NO_ANSWER)
                .says("\"" + lock + "\"")
                .says("delete what is named here first");
        assertEquals(List.of(), clone.tags());
        Files.delete(lock);
        assertEquals(3, clone.release().size());
    }

    @Test
    void namesTheLocksThatAKilledRunLeft() throws IOException, ContractException {
        ContractClone clone = two();
        Path lock = Files.createFile(directory.resolve("one/.git/packed-refs.lock"));
        Refusal.of(clone::release).is(Failure.NO_ANSWER).says("references of this clone are locked: \"" + lock + "\".");
        assertEquals(List.of(), clone.tags());
    }

    @Test
    void severalReleasesOfACommitAtOnceAllSucceed() throws IOException, ContractException, InterruptedException {
        ContractClone clone = two();
        clone.release();
        List<ReleaseRecord> records = new ArrayList<>();
        CommitId commit = new CommitId(clone.git("rev-parse", "HEAD"));
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            ReleaseHistory history = ReleaseHistory.read(repository);
            for (String id : history.ids()) {
                history.all(id).forEach(release -> records.add(release.message()));
            }
        }
        List<String> tags = clone.tags();
        tags.forEach(tag -> clone.git("tag", "-d", tag));
        List<String> failed = Collections.synchronizedList(new ArrayList<>());
        List<Thread> releasing = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            releasing.add(new Thread(() -> {
                try (GitRepository repository = GitRepository.open(clone.directory())) {
                    new TagWriter(repository).create(commit, records);
                } catch (ContractException e) {
                    failed.add(e.problems().toString());
                }
            }));
        }
        releasing.forEach(Thread::start);
        for (Thread thread : releasing) {
            thread.join();
        }
        assertEquals(List.of(), failed);
        assertEquals(tags, clone.tags());
    }

    @Test
    void refusesWhatIsNotCommitted() throws IOException, ContractException {
        ContractClone clone = two();
        clone.write("README.md", "Not a contract.");
        refuseUncommitted(clone);
        clone.write("contracts/route/route/v1/more.proto", "syntax = \"proto3\";\npackage route.v1;\n");
        clone.write("concordat.lock", "{}");
        Refusal refused = Refusal.of(() -> refuseUncommitted(clone)).is(Failure.NO_ANSWER);
        assertEquals(
                List.of("concordat.lock", "contracts/route"),
                refused.exception().problems().stream()
                        .map(problem -> problem.place().orElseThrow().path())
                        .toList());
        Refusal.of(() -> clone.release(clone.planWorkingTree())).says("Only what is committed");
        assertEquals(List.of(), clone.tags());
    }

    @Test
    void refusesWhatBreaks() throws IOException, ContractException {
        ContractClone clone = two();
        clone.release();
        clone.proto("route", "", "message Route {}").commit();
        Refusal.of(clone::release)
                .is(Failure.CONTRACT)
                .says("contracts/route/route/v1/route.proto:4:1: FIELD_NO_DELETE: ");
        assertEquals(3, clone.tags().size());
    }

    @Test
    void pushesAllTagsOrNone() throws IOException, ContractException {
        ContractClone one = two();
        Path remote = directory.resolve("remote");
        one.git("clone", "-q", "--bare", one.directory().toString(), remote.toString());
        one.git("remote", "add", "upstream", remote.toUri().toString());
        Files.writeString(one.directory().resolve(".git/hooks/pre-push"), "#!/bin/sh\nexit 1\n");
        one.git("config", "push.followTags", "true");
        assertTrue(one.directory().resolve(".git/hooks/pre-push").toFile().setExecutable(true));
        assertEquals(3, push(one, one.plan(), "upstream"));
        assertEquals(one.tags(), new ContractClone(remote).tags());
        assertEquals(0, push(one, one.plan(), "upstream"));
        new ContractClone(remote).git("tag", "-d", "route/v1.0.0");
        assertEquals(1, push(one, one.plan(), "upstream"), "what an earlier push did not get there");

        ContractClone other = one.cloned(directory.resolve("other"), "--no-tags");
        other.git("remote", "add", "upstream", remote.toUri().toString());
        push(other, other.plan(), "upstream");

        other.git("tag", "-d", "route/v1.0.0", "common/v1.0.0", "contracts-bom/v1.0.0");
        other.modules("common", "route", "area")
                .proto("area", "", "message Area {}")
                .commit();
        Refusal.of(() -> push(other, other.plan(), "upstream"))
                .is(Failure.CONFLICT)
                .says(
                        "\"upstream\" has common/v1.0.0, contracts-bom/v1.0.0, route/v1.0.0 already, with another content.")
                .says(
                        "\"git tag --delete common/v1.0.0 contracts-bom/v1.0.0 route/v1.0.0 area/v1.0.0\" and \"git fetch --tags upstream\"")
                .says("The tags are in this clone only.");
        assertEquals(one.tags(), new ContractClone(remote).tags());
        assertTrue(other.tags().contains("area/v1.0.0"));
    }

    @Test
    void saysWhyAPushFailed() throws IOException, ContractException {
        ContractClone clone = two();
        clone.git(
                "remote",
                "add",
                "upstream",
                directory.resolve("missing").toUri().toString());
        Refusal.of(() -> push(clone, clone.plan(), "upsteam"))
                .is(Failure.CONFIGURATION)
                .says("Did you mean \"upstream\"?");
        clone.git("tag", "-d", "route/v1.0.0", "common/v1.0.0", "contracts-bom/v1.0.0");
        Refusal.of(() -> push(clone, clone.plan(), "upstream"))
                .is(Failure.NO_ANSWER)
                .says("does not appear to be a git repository");
        assertEquals(3, clone.tags().size());
    }

    private ContractClone two() throws IOException {
        ContractClone clone = ContractClone.create(directory.resolve("one"), "common", "route");
        clone.commit();
        return clone;
    }

    private static void refuseUncommitted(ContractClone clone) throws ContractException {
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            new Releaser(repository).refuseUncommitted();
        }
    }

    private static int push(ContractClone clone, Plan plan, String remote) throws ContractException {
        clone.release(plan);
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            return new Releaser(repository).push(remote);
        }
    }
}
