package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.OpenInput;
import dev.concordat.schema.source.PathRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;

/** Finds the contract files of modules and reads those that are wanted, in stages that each tell all their problems. */
final class WorkspaceLoader {
    private static final int FILE_COUNT_LIMIT = 200_000;
    private static final long TOTAL_LIMIT = 2L << 30;

    private final FileTree tree;
    private final OpenInput root;
    private final Set<Tolerance> tolerances;
    private final AtomicLong total = new AtomicLong();

    /**
     * A loader of a tree.
     *
     * @param tolerances what is no problem of it
     */
    WorkspaceLoader(OpenInput root, Set<Tolerance> tolerances) {
        this.root = root;
        this.tree = root.tree();
        this.tolerances = Set.copyOf(tolerances);
    }

    /** The files, sorted by import path, none of them read. */
    List<Found> find(List<ModuleConfig> modules) throws ContractException {
        List<Found> found = list(modules);
        checkPaths(found);
        return found.stream()
                .sorted((one, other) -> one.importPath().compareTo(other.importPath()))
                .toList();
    }

    private List<Found> list(List<ModuleConfig> modules) throws ContractException {
        List<Problem> problems = new ArrayList<>();
        List<Problem> links = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (ModuleConfig module : modules) {
            int before = found.size();
            Function<String, Optional<String>> importPaths = module.importPaths();
            Predicate<String> liesBehind = module.liesBehind();
            DirectorySet tops = module.tops();
            for (String path : tree.files(module.path())) {
                if (path.endsWith(".proto")) {
                    importPaths
                            .apply(path)
                            .ifPresent(imported ->
                                    found.add(new Found(path, printed(path, tops, module), module, imported)));
                }
            }
            for (String link : tolerances.contains(Tolerance.LINKS) ? List.<String>of() : tree.links(module.path())) {
                if (liesBehind.test(link)) {
                    links.add(link(link, printed(link, tops, module)));
                }
            }
            emptiness(module, found.subList(before, found.size())).ifPresent(problems::add);
        }
        refuse(Failure.CONTRACT, links);
        refuse(Failure.CONFIGURATION, problems);
        if (found.size() > FILE_COUNT_LIMIT) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "The modules hold %s contract files; at most %s are read."
                            .formatted(found.size(), FILE_COUNT_LIMIT),
                    "Exclude directories of buf.yaml that hold no contracts of yours.");
        }
        return found;
    }

    private String printed(String path, DirectorySet tops, ModuleConfig module) {
        return root.printed(path, tops.around(path).orElse(module.path()));
    }

    private Problem link(String path, String printed) {
        return Problem.at(
                Place.of(printed),
                "%s stands for contracts, but is a symbolic link or a submodule, which is never followed."
                        .formatted(PathRules.quoted(path)),
                tolerances.contains(Tolerance.EARLIER)
                        ? "Compare with a state without it, or leave it out: --disable-symlinks of breaking leaves all links out, on both sides, and --against-config takes a buf.yaml whose module excludes this one."
                        : "Put the files themselves there, or leave it out with \"excludes\" of its module in buf.yaml; --disable-symlinks of breaking, build and export leaves all links out.");
    }

    /** What a module lacks that its configuration promises; a promise unkept would mean contracts unchecked. */
    private Optional<Problem> emptiness(ModuleConfig module, List<Found> paths) {
        if (paths.isEmpty() && module.place().line() == 0) {
            return Optional.of(
                    Problem.of("There is neither a buf.yaml nor a .proto file.", "Run this where they are."));
        }
        if (paths.isEmpty()) {
            return Optional.of(Problem.at(
                    module.place(),
                    "Module \"%s\" holds no .proto file.".formatted(module.path()),
                    "Check its path, includes and excludes, or remove it."));
        }
        return module.includes().stream()
                .filter(include -> !tolerances.contains(Tolerance.EARLIER))
                .filter(include -> paths.stream()
                        .noneMatch(
                                file -> ConfigPath.within(include, file.path()).isPresent()))
                .findFirst()
                .map(include -> Problem.at(
                        module.place(),
                        "Include \"%s\" holds no .proto file.".formatted(include),
                        "Correct or remove it."));
    }

    private void checkPaths(List<Found> found) throws ContractException {
        List<Problem> problems = new ArrayList<>();
        for (Found file : found) {
            objection(file).ifPresent(problems::add);
        }
        problems.addAll(collisions(found));
        refuse(Failure.CONTRACT, problems);
    }

    private Optional<Problem> objection(Found file) {
        String path = file.importPath();
        return (tolerances.contains(Tolerance.NAMES) ? PathRules.danger(path) : PathRules.objection(path))
                .map(objection -> Problem.at(
                        Place.of(file.printed()),
                        "The path %s %s.".formatted(PathRules.quoted(path), objection),
                        "Rename it."));
    }

    private List<Problem> collisions(List<Found> found) {
        Set<String> folded = new HashSet<>();
        found.forEach(file -> folded.add(folded(file)));
        return folded.size() == found.size() ? List.of() : told(found);
    }

    private String folded(Found file) {
        return tolerances.contains(Tolerance.EARLIER)
                ? file.importPath()
                : file.importPath().toLowerCase(Locale.ROOT);
    }

    private List<Problem> told(List<Found> found) {
        Map<String, List<Found>> byFoldedPath = new LinkedHashMap<>();
        for (Found file : found) {
            byFoldedPath
                    .computeIfAbsent(folded(file), path -> new ArrayList<>())
                    .add(file);
        }
        List<Problem> problems = new ArrayList<>();
        for (List<Found> same : byFoldedPath.values()) {
            for (int file = 0; same.size() > 1 && file < same.size(); file++) {
                problems.add(collision(same.get(file), same.get(file == 0 ? 1 : 0)));
            }
        }
        return problems;
    }

    private Problem collision(Found file, Found other) {
        Place place = Place.of(file.printed());
        String path = PathRules.quoted(file.importPath());
        if (!file.importPath().equals(other.importPath())) {
            String message = "%s and %s differ only in case, and are one file on Windows and macOS.";
            return Problem.at(place, message.formatted(path, PathRules.quoted(other.importPath())), "Rename one.");
        }
        String message = "%s is in module \"%s\" and, from %s, in module \"%s\".";
        return Problem.at(
                place,
                message.formatted(
                        path,
                        file.module().path(),
                        PathRules.quoted(other.printed()),
                        other.module().path()),
                "Remove one of the two files, or give it another path in its module.");
    }

    /** Reads files, in their order. */
    List<ContractFile> read(Collection<Found> files) throws ContractException {
        return each(files, total, this::read);
    }

    /** What is made of files, in their order; those that are not known are read. */
    <T> List<T> outlines(Collection<Found> files, Map<String, ContractFile> known, Function<ContractFile, T> outline)
            throws ContractException {
        return each(files, new AtomicLong(), (file, bytes) -> {
            ContractFile read = known.get(file.importPath());
            return outline.apply(read == null ? read(file, bytes) : read);
        });
    }

    private <F, T> List<T> each(Collection<F> files, AtomicLong bytes, Reading<F, T> reading) throws ContractException {
        List<Attempt<T>> attempts = files.parallelStream()
                .map(file -> attempt(file, bytes, reading))
                .toList();
        if (bytes.get() > TOTAL_LIMIT) {
            throw ContractException.of(
                    Failure.NO_ANSWER, "The contract files have more than 2 GiB.", "Split the workspace.");
        }
        List<T> made = new ArrayList<>(attempts.size());
        List<Problem> problems = new ArrayList<>();
        for (Attempt<T> attempt : attempts) {
            attempt.made().ifPresent(made::add);
            problems.addAll(attempt.problems());
        }
        refuse(Failure.NO_ANSWER, problems);
        return Collections.unmodifiableList(made);
    }

    /** What stands before the paths of files when they are printed, unless they lie in the working directory. */
    String printedPrefix() {
        return root.printedPrefix();
    }

    /** The git directory of the clone that the files are of, empty where they are of none. */
    Optional<Path> gitDirectory() {
        return tree.gitDirectory();
    }

    /** Git's id of a file's content, empty where it is not known without reading. */
    Optional<ObjectId> blobId(Found file) throws ContractException {
        return tree.blobId(file.path());
    }

    /** Reads a file, unless those before it had too many bytes. */
    private static <F, T> Attempt<T> attempt(F file, AtomicLong bytes, Reading<F, T> reading) {
        if (bytes.get() > TOTAL_LIMIT) {
            return new Attempt<>(Optional.empty(), List.of());
        }
        try {
            return new Attempt<>(Optional.of(reading.of(file, bytes)), List.of());
        } catch (ContractException e) {
            return new Attempt<>(Optional.empty(), e.problems());
        }
    }

    /** What a file is read for. */
    private interface Reading<F, T> {
        /** Reads a file, and adds its bytes. */
        T of(F file, AtomicLong bytes) throws ContractException;
    }

    /** What became of reading a file. */
    private record Attempt<T>(Optional<T> made, List<Problem> problems) {}

    private ContractFile read(Found file, AtomicLong bytes) throws ContractException {
        byte[] content = tree.read(file.path()).orElseThrow(file::gone);
        bytes.addAndGet(content.length);
        return file.read(content);
    }

    private static void refuse(Failure failure, List<Problem> problems) throws ContractException {
        if (!problems.isEmpty()) {
            throw new ContractException(failure, problems);
        }
    }
}
