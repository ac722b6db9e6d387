package dev.concordat.pipeline;

import dev.concordat.generate.BuiltArtifact;
import dev.concordat.generate.Coordinates;
import dev.concordat.generate.Lock;
import dev.concordat.publish.Publisher;
import dev.concordat.publish.ReleasedFiles;
import dev.concordat.release.Bom;
import dev.concordat.release.ContractModule;
import dev.concordat.release.Plan;
import dev.concordat.release.Release;
import dev.concordat.release.ReleaseHistory;
import dev.concordat.release.ReleaseTag;
import dev.concordat.release.Revision;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.GitRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One run of publishing: first every conflict is looked for, then releases are completed, then metadata, then SNAPSHOTs. */
final class Publication {
    private final GitRepository repository;
    private final Plan plan;
    private final Publisher publisher;
    private final Workshop workshop;
    private final Progress progress;

    Publication(GitRepository repository, Plan plan, Publisher publisher, Workshop workshop, Progress progress) {
        this.repository = repository;
        this.plan = plan;
        this.publisher = publisher;
        this.workshop = workshop;
        this.progress = progress;
    }

    /**
     * Publishes.
     *
     * @param lock the lock of the files as they are now
     * @param qualifier what parts SNAPSHOTs of branches
     */
    PublishReport run(Lock lock, Optional<String> qualifier) throws ContractException {
        ReleaseHistory history = ReleaseHistory.read(repository);
        Map<Release, ReleasedFiles> releases = releases(history);
        Map<Release, List<String>> missing = new LinkedHashMap<>();
        for (Map.Entry<Release, ReleasedFiles> release : releases.entrySet()) {
            missing.put(release.getKey(), publisher.missing(release.getValue()));
        }
        List<ReleaseTag> released = new ArrayList<>();
        for (Map.Entry<Release, List<String>> release : missing.entrySet()) {
            if (!release.getValue().isEmpty()) {
                List<BuiltArtifact> built = workshop.rebuild(release.getKey());
                progress.step("publishing " + release.getKey().tag());
                publisher.publish(files(release.getKey()), release.getValue(), built);
                released.add(release.getKey().tag());
            }
        }
        list(releases);
        String suffix = suffix(qualifier);
        List<BuiltArtifact> snapshots = workshop.snapshots(plan, lock, suffix, workshop.stage());
        if (!snapshots.isEmpty()) {
            progress.step("publishing " + snapshots.size() + " SNAPSHOT files");
        }
        publisher.deploy(snapshots);
        return new PublishReport(plan, released, projects(snapshots), platform(history, suffix));
    }

    /** What the versions of SNAPSHOTs end with. */
    static String suffix(Optional<String> qualifier) {
        return qualifier.map(word -> "-" + word).orElse("") + "-SNAPSHOT";
    }

    /** The projects that files belong to, in their order. */
    static List<Coordinates> projects(List<BuiltArtifact> artifacts) {
        return artifacts.stream().map(BuiltArtifact::coordinates).distinct().toList();
    }

    /**
     * All releases that tags name, each behind those it depends on: a consumer who resolves it in between would not find them, and Maven remembers that. A
     * release names all that it reaches, so it depends on fewer than whoever depends on it.
     */
    private Map<Release, ReleasedFiles> releases(ReleaseHistory history) throws ContractException {
        List<Release> releases = new ArrayList<>();
        for (String id : history.ids()) {
            releases.addAll(history.all(id));
        }
        releases.sort(Comparator.comparing((Release release) -> release.module().equals(Bom.ID))
                .thenComparing(release -> release.message().dependencies().size()));
        Map<Release, ReleasedFiles> files = new LinkedHashMap<>();
        for (Release release : releases) {
            files.put(release, files(release));
        }
        return files;
    }

    private ReleasedFiles files(Release release) throws ContractException {
        Revision revision = workshop.revision(release.commit());
        String group = revision.modules().stream()
                .filter(module -> module.id().equals(release.module()))
                .map(ContractModule::group)
                .findFirst()
                .orElse(revision.configuration().group());
        return new ReleasedFiles(
                group, release.version().toString(), release.message().artifacts());
    }

    private void list(Map<Release, ReleasedFiles> releases) throws ContractException {
        Map<String, TreeSet<String>> versions = new LinkedHashMap<>();
        Map<String, Coordinates> projects = new LinkedHashMap<>();
        Map<String, Instant> updated = new LinkedHashMap<>();
        for (Map.Entry<Release, ReleasedFiles> release : releases.entrySet()) {
            Instant time = repository.committer(release.getKey().commit()).getWhenAsInstant();
            for (Coordinates project : release.getValue().projects()) {
                String key = project.groupId() + ":" + project.artifactId();
                projects.put(key, project);
                versions.computeIfAbsent(key, none -> new TreeSet<>()).add(project.version());
                updated.merge(key, time, (first, second) -> first.isAfter(second) ? first : second);
            }
        }
        for (Map.Entry<String, Coordinates> project : projects.entrySet()) {
            publisher.list(
                    project.getValue(),
                    versions.getOrDefault(project.getKey(), new TreeSet<>()),
                    updated.getOrDefault(project.getKey(), Instant.EPOCH));
        }
    }

    /** The platform of this run: its SNAPSHOT when it is due, else the last release of what is checked out. */
    private Optional<Coordinates> platform(ReleaseHistory history, String suffix) throws ContractException {
        Optional<String> version = plan.bom().isPresent()
                ? Optional.of(plan.bom().get().next() + suffix)
                : history.lastReachable(Bom.ID, repository.head())
                        .map(release -> release.version().toString());
        String group = plan.revision().configuration().group();
        return version.map(found -> new Coordinates(group, Bom.PLATFORM, found));
    }
}
