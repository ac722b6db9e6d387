package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;

/** The tags of a repository. */
final class GitTags {
    /** What the file of a ref is called that is being written. */
    private static final String LOCK = ".lock";

    private final Repository repository;
    private final GitObjects objects;

    GitTags(Repository repository, GitObjects objects) {
        this.repository = repository;
        this.objects = objects;
    }

    /** The tags whose names start with a prefix and that lead to a commit, sorted by name. */
    List<Tag> startingWith(String prefix) throws ContractException {
        List<Ref> refs = GitObjects.ask(
                "The list of tags", () -> repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS + prefix));
        List<Tag> tags = new ArrayList<>();
        for (Ref ref : refs) {
            ObjectId id = ref.getObjectId();
            if (id != null) {
                tag(ref.getName().substring(Constants.R_TAGS.length()), id).ifPresent(tags::add);
            }
        }
        tags.sort((tag, other) -> tag.name().compareTo(other.name()));
        return List.copyOf(tags);
    }

    /** The names of all tags, also of those that lead to no commit, and of those whose files are damaged, which JGit leaves out. */
    Set<String> names() throws ContractException {
        Path loose = repository.getCommonDirectory().toPath().resolve(Constants.R_TAGS);
        return GitObjects.ask("The list of tags", () -> {
            Set<String> names = new TreeSet<>();
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                names.add(ref.getName().substring(Constants.R_TAGS.length()));
            }
            if (Files.isDirectory(loose)) {
                try (Stream<Path> files = Files.walk(loose)) {
                    files.filter(file -> !Files.isDirectory(file))
                            .map(file -> loose.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.endsWith(LOCK))
                            .forEach(names::add);
                }
            }
            return names;
        });
    }

    private Optional<Tag> tag(String name, ObjectId id) throws ContractException {
        Optional<Tag> tag = GitObjects.ask("Tag " + PathRules.quoted(name), () -> peeled(name, id));
        if (tag.isPresent() && tag.get().annotated()) {
            // Read once more, because only this compares content and id.
            objects.read(id, Constants.OBJ_TAG, GitRepository.OBJECT_LIMIT, name);
        }
        return tag;
    }

    private Optional<Tag> peeled(String name, ObjectId id) throws IOException {
        try (RevWalk walk = HistoryReader.walk(repository)) {
            RevObject object = walk.parseAny(id);
            if (!(walk.peel(object) instanceof RevCommit commit)) {
                return Optional.empty();
            }
            String message = object instanceof RevTag tag ? tag.getFullMessage() : "";
            return Optional.of(new Tag(name, new CommitId(commit.name()), message, object.name()));
        }
    }
}
