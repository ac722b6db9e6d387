package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.FileReason;
import dev.concordat.schema.source.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;

/**
 * Creates release tags. A tag object holds nothing but the release: tagger and time are those of the commit, so that
 * everybody who releases a commit makes the same object. Its ref is only ever created.
 */
final class TagWriter {
    /** What the name of a file ends with by which git keeps others from another file. */
    private static final String LOCK = ".lock";

    private final GitRepository repository;

    TagWriter(GitRepository repository) {
        this.repository = repository;
    }

    /** Creates the tags of a commit, all of them or none; tags that are there already with the same content are fine. */
    void create(CommitId commit, List<ReleaseRecord> records) throws ContractException {
        PersonIdent committer = repository.committer(commit);
        Repository git = repository.jgit();
        try (ObjectInserter inserter = git.newObjectInserter();
                RevWalk walk = new RevWalk(git)) {
            List<ReceiveCommand> commands = new ArrayList<>();
            List<Problem> taken = new ArrayList<>();
            for (ReleaseRecord record : records) {
                ObjectId tag = inserter.insert(tag(commit, committer, record));
                Ref existing = git.getRefDatabase().exactRef(record.tag().ref());
                if (existing == null) {
                    commands.add(new ReceiveCommand(
                            ObjectId.zeroId(), tag, record.tag().ref()));
                } else if (!tag.equals(existing.getObjectId())) {
                    taken.add(taken(record.tag()));
                }
            }
            if (!taken.isEmpty()) {
                throw new ContractException(Failure.CONFLICT, taken);
            }
            inserter.flush();
            update(git, walk, commands);
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "The release tags could not be written: " + FileReason.withFile(e) + ".",
                    "Check the permissions and the space of the git repository; no tag was created.");
        }
    }

    private static TagBuilder tag(CommitId commit, PersonIdent committer, ReleaseRecord record) {
        TagBuilder tag = new TagBuilder();
        tag.setTag(record.tag().name());
        tag.setObjectId(ObjectId.fromString(commit.sha()), Constants.OBJ_COMMIT);
        tag.setTagger(committer);
        tag.setMessage(record.print());
        return tag;
    }

    private static void update(Repository git, RevWalk walk, List<ReceiveCommand> commands)
            throws IOException, ContractException {
        BatchRefUpdate batch = git.getRefDatabase().newBatchUpdate();
        batch.setAtomic(true);
        batch.disableRefLog();
        batch.addCommand(commands);
        batch.execute(walk, NullProgressMonitor.INSTANCE);
        List<Problem> failed = new ArrayList<>();
        for (ReceiveCommand command : commands) {
            if (command.getResult() != ReceiveCommand.Result.OK && !isThere(git, command)) {
                failed.add(failed(command));
            }
        }
        if (!failed.isEmpty()) {
            List<Path> locks = locks(git, commands);
            throw locks.isEmpty() ? new ContractException(Failure.CONFLICT, failed) : locked(locks);
        }
    }

    /** Whether somebody else who releases the same commit was quicker. */
    private static boolean isThere(Repository git, ReceiveCommand command) throws IOException {
        Ref ref = git.getRefDatabase().exactRef(command.getRefName());
        return ref != null && command.getNewId().equals(ref.getObjectId());
    }

    /** The files by which git keeps others from references; a process that is killed leaves them. */
    private static List<Path> locks(Repository git, List<ReceiveCommand> commands) {
        List<String> names = new ArrayList<>(List.of(Constants.PACKED_REFS));
        commands.forEach(command -> names.add(command.getRefName()));
        return names.stream()
                .map(name -> git.getCommonDirectory().toPath().resolve(name + LOCK))
                .filter(Files::exists)
                .toList();
    }

    private static ContractException locked(List<Path> locks) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "The release tags could not be created, because references of this clone are locked: %s."
                        .formatted(
                                locks.stream().map(lock -> "\"" + lock + "\"").collect(Collectors.joining(", "))),
                "No tag was created; run the command again. If nothing else is at work in this clone, something was killed there: delete what is named here first.");
    }

    private static Problem taken(ReleaseTag tag) {
        return Problem.of(
                "The tag \"" + tag.name() + "\" exists already with another content.",
                "A release is never replaced. Plan again: run \"git fetch --tags\", then \"concordat release\".");
    }

    private static Problem failed(ReceiveCommand command) {
        return Problem.of(
                "The tag \"%s\" could not be created (%s)."
                        .formatted(
                                command.getRefName().substring(Constants.R_TAGS.length()),
                                String.valueOf(
                                        command.getMessage() == null ? command.getResult() : command.getMessage())),
                "Somebody else is changing tags in this clone, or one has a name that gets in the way. No tag was created; run it again.");
    }
}
