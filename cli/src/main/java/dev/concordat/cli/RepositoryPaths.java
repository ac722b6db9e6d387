package dev.concordat.cli;

import dev.concordat.check.Violation;
import dev.concordat.check.input.InputRoots;
import dev.concordat.check.report.Notice;
import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths as code hosts look for them: from the top of the repository that the command runs in, and of a file that is gone as if it were still in the
 * current input.
 */
final class RepositoryPaths {
    private final Path directory;
    private final Path top;
    private final InputRoots roots;
    private final Map<SourceText, SourceText> texts = new HashMap<>();

    /**
     * Paths of what was found in a directory.
     *
     * @param roots how the paths of what is compared differ
     */
    RepositoryPaths(Path directory, InputRoots roots) {
        this.directory = directory.toAbsolutePath().normalize();
        this.top = top(this.directory);
        this.roots = roots;
    }

    /** The directory with a {@code .git}; outside a repository the directory itself. */
    private static Path top(Path directory) {
        for (Path at = directory; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return directory;
    }

    /** The violations with such paths. */
    List<Violation> ofViolations(List<Violation> violations) {
        return violations.stream().map(this::of).toList();
    }

    /** The problems with such paths. */
    List<Problem> ofProblems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem(problem.place().map(this::of), problem.message(), problem.remedy()))
                .toList();
    }

    /** The notices with such paths. */
    List<Notice> ofNotices(List<Notice> notices) {
        return notices.stream()
                .map(notice -> new Notice(of(notice.place()), notice.text()))
                .toList();
    }

    private Violation of(Violation violation) {
        return new Violation(
                violation.ruleId(),
                violation.location().map(location -> at(of(location.path()), location)),
                violation.previousLocation().map(location -> at(of(roots.inCurrent(location.path())), location)),
                violation.message(),
                ofViolations(violation.constituents()),
                violation.witness());
    }

    private Location at(String path, Location location) {
        SourceText text = texts.computeIfAbsent(location.text(), known -> known.at(path));
        return new Location(text, location.start(), location.end());
    }

    private Place of(Place place) {
        return new Place(of(place.path()), place.line(), place.column());
    }

    private String of(String path) {
        try {
            Path file = directory.resolve(path).normalize();
            return file.startsWith(top) ? top.relativize(file).toString().replace('\\', '/') : path;
        } catch (InvalidPathException e) {
            // A name in an archive need not be one here.
            return path;
        }
    }
}
