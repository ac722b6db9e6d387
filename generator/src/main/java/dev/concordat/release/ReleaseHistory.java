package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.GitRepository;
import dev.concordat.schema.source.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The releases of a repository, as its tags tell them. */
public final class ReleaseHistory {
    /** The tool's own tags, which look like a module's. */
    static final String TOOL = "concordat";

    private static final String RECORD = "\n\nrecord: ";
    private static final String RETIRED = "retired: ";

    private final GitRepository repository;
    private final Map<String, NavigableMap<Version, Tag>> tagsById = new TreeMap<>();
    private final Map<ReleaseTag, CommitId> retracted = new HashMap<>();
    private final Map<String, List<String>> misspelled = new HashMap<>();
    private final Map<List<CommitId>, Boolean> ancestors = new HashMap<>();
    private final Map<List<CommitId>, Set<CommitId>> merged = new HashMap<>();

    private ReleaseHistory(GitRepository repository) {
        this.repository = repository;
    }

    /** The releases that the repository's tags name now; the repository must stay open. */
    public static ReleaseHistory read(GitRepository repository) throws ContractException {
        ReleaseHistory history = new ReleaseHistory(repository);
        Set<String> unread = repository.tagNames();
        for (Tag tag : repository.tags("")) {
            unread.remove(tag.name());
            ReleaseTag.parse(tag.name()).ifPresent(release -> history.add(release, tag));
            ReleaseTag.misspelledId(tag.name())
                    .ifPresent(id -> history.misspelled
                            .computeIfAbsent(id, unused -> new ArrayList<>())
                            .add(tag.name()));
            ReleaseTag.parseRetracted(tag.name()).ifPresent(release -> history.retracted.put(release, tag.commit()));
        }
        for (String name : unread) {
            if (ReleaseTag.parse(name).or(() -> ReleaseTag.parseRetracted(name)).isPresent()) {
                throw ContractException.of(
                        Failure.NO_ANSWER,
                        "The tag \"%s\" leads to no commit: it is damaged, or of something else.".formatted(name),
                        "Run \"git fetch --force origin tag %s\"; if nobody released that, \"git update-ref -d refs/tags/%s\"."
                                .formatted(name, name));
            }
        }
        return history;
    }

    /** The ids that have a tag with a release record, whether or not there is such a module now. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        tagsById.forEach((id, tags) -> {
            if (tags.values().stream().anyMatch(ReleaseHistory::hasRecord)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** The versions that a module cannot release any more, on whichever branch they were. */
    public Set<Version> taken(String id) {
        Set<Version> versions = new TreeSet<>(tags(id).keySet());
        retractedOf(id).forEach((tag, commit) -> versions.add(tag.version()));
        return versions;
    }

    /** All releases of a module, the oldest version first, retracted ones included. */
    public List<Release> all(String id) throws ContractException {
        List<Release> releases = new ArrayList<>();
        for (Map.Entry<Version, Tag> tag : tags(id).entrySet()) {
            releases.add(release(new ReleaseTag(id, tag.getKey()), tag.getValue()));
        }
        return List.copyOf(releases);
    }

    /**
     * The commits of all that was ever released of a module, by version, the newest first: of every tag with such a name, reachable or not, retracted
     * or not, whatever its message says.
     */
    NavigableMap<Version, CommitId> commits(String id) {
        NavigableMap<Version, CommitId> commits = new TreeMap<>(Comparator.reverseOrder());
        retractedOf(id).forEach((tag, commit) -> commits.put(tag.version(), commit));
        tags(id).forEach((version, tag) -> commits.put(version, tag.commit()));
        return commits;
    }

    /** The ids that have any tag of a release, whoever made it. */
    Set<String> tagged() {
        Set<String> ids = new TreeSet<>(tagsById.keySet());
        retracted.keySet().forEach(tag -> ids.add(tag.id()));
        return ids;
    }

    /** The tags that look like releases of a module and name no version. */
    List<String> misspelled(String id) {
        return misspelled.getOrDefault(id, List.of());
    }

    /** Whether a module took a release back. */
    boolean hasRetracted(String id) {
        return retracted.keySet().stream().anyMatch(tag -> tag.id().equals(id));
    }

    /** The full names of the messages and enums that gave up numbers, as tags of a module say. */
    Set<String> retiredOwners(String id) {
        Set<String> owners = new HashSet<>();
        for (Tag tag : tags(id).values()) {
            tag.message()
                    .lines()
                    .filter(line -> line.startsWith(RETIRED))
                    .map(line -> line.substring(RETIRED.length()).replaceFirst(" .*", ""))
                    .forEach(owners::add);
        }
        return owners;
    }

    private Map<ReleaseTag, CommitId> retractedOf(String id) {
        Map<ReleaseTag, CommitId> found = new HashMap<>(retracted);
        found.keySet().removeIf(tag -> !tag.id().equals(id));
        return found;
    }

    /** The highest version of a module that is an ancestor of a commit, or that commit itself, and was not retracted. */
    public Optional<Release> lastReachable(String id, CommitId from) throws ContractException {
        for (Map.Entry<Version, Tag> tag : tags(id).descendingMap().entrySet()) {
            ReleaseTag name = new ReleaseTag(id, tag.getKey());
            if (!isRetracted(name) && isAncestor(tag.getValue().commit(), from)) {
                return Optional.of(release(name, tag.getValue()));
            }
        }
        return Optional.empty();
    }

    /**
     * The releases with the major version of a module's last one that were merged after it, as after a merge of two branches that released: what they
     * promised holds as well. Before 1.0.0 a break moves the minor version ({@link Version#next}), so that it is this that they must share.
     */
    List<Release> beside(Release last, CommitId from) throws ContractException {
        String id = last.tag().id();
        NavigableMap<Version, Tag> lower =
                tags(id).subMap(last.version().firstCompatible(), true, last.version(), false);
        if (lower.isEmpty()) {
            return List.of();
        }
        Set<CommitId> since = since(last.commit(), from);
        List<Release> beside = new ArrayList<>();
        for (Map.Entry<Version, Tag> tag : lower.descendingMap().entrySet()) {
            ReleaseTag name = new ReleaseTag(id, tag.getKey());
            if (!isRetracted(name) && since.contains(tag.getValue().commit())) {
                beside.add(release(name, tag.getValue()));
            }
        }
        return List.copyOf(beside);
    }

    /** The wanted releases of a module that are ancestors of a commit, or that commit itself; a tag without a record is none. */
    List<Release> reachable(String id, CommitId from, Predicate<ReleaseTag> wanted) throws ContractException {
        List<Release> releases = new ArrayList<>();
        for (Map.Entry<Version, Tag> tag : tags(id).entrySet()) {
            ReleaseTag name = new ReleaseTag(id, tag.getKey());
            if (wanted.test(name)
                    && hasRecord(tag.getValue())
                    && isAncestor(tag.getValue().commit(), from)) {
                releases.add(release(name, tag.getValue()));
            }
        }
        return List.copyOf(releases);
    }

    /** Whether a release was taken back. */
    public boolean isRetracted(ReleaseTag tag) {
        return retracted.containsKey(tag);
    }

    private void add(ReleaseTag release, Tag tag) {
        if (!release.id().equals(TOOL)) {
            tagsById.computeIfAbsent(release.id(), id -> new TreeMap<>()).put(release.version(), tag);
        }
    }

    /** Whether a tag's message is a release record, or should be one. */
    static boolean hasRecord(Tag tag) {
        return tag.message().contains(RECORD);
    }

    /** The tags of a module's releases, the oldest version first. */
    NavigableMap<Version, Tag> tags(String id) {
        return tagsById.getOrDefault(id, Collections.emptyNavigableMap());
    }

    private static Release release(ReleaseTag name, Tag tag) throws ContractException {
        return new Release(name, tag.commit(), ReleaseRecord.parse(name, tag.message()));
    }

    /** Modules that were released together ask the same. */
    private Set<CommitId> since(CommitId base, CommitId commit) throws ContractException {
        List<CommitId> key = List.of(base, commit);
        Set<CommitId> known = merged.get(key);
        if (known == null) {
            known = repository.since(base, commit);
            merged.put(key, known);
        }
        return known;
    }

    private boolean isAncestor(CommitId commit, CommitId from) throws ContractException {
        List<CommitId> key = List.of(commit, from);
        Boolean known = ancestors.get(key);
        if (known == null) {
            known = repository.isAncestor(commit, from);
            ancestors.put(key, known);
        }
        return known;
    }
}
