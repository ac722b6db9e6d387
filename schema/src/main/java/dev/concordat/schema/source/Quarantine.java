package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The objects of a push that is not accepted yet: git keeps them apart from the repository's own while its pre-receive hook runs, and says where.
 *
 * @see <a href="https://git-scm.com/docs/git-receive-pack">QUARANTINE ENVIRONMENT in git-receive-pack(1)</a>
 */
final class Quarantine {
    private static final String VARIABLE = "GIT_QUARANTINE_PATH";

    private Quarantine() {}

    /** The directory of a push into a repository, which lies among its objects; empty when this process is no hook of such a push. */
    static Optional<Path> of(Path gitDirectory) throws ContractException {
        String told = System.getenv(VARIABLE);
        if (told == null) {
            return Optional.empty();
        }
        return GitObjects.ask("The push into " + PathRules.quoted(gitDirectory.toString()), () -> {
            Optional<Path> directory = path(told);
            Path around = directory.map(Path::getParent).orElse(null);
            Path objects = gitDirectory.resolve("objects");
            boolean here = around != null && Files.isDirectory(around) && Files.isDirectory(objects);
            return here && Files.isSameFile(around, objects) ? directory : Optional.empty();
        });
    }

    private static Optional<Path> path(String told) {
        try {
            return Optional.of(Path.of(told).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
