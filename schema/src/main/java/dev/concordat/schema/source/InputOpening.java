package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens one input. */
final class InputOpening {
    /** Where a branch is looked for: here, then among the remote's, since clones of CI have no local branches; then as git reads any name of a ref. */
    private static final List<String> BRANCHES =
            List.of("refs/heads/", "refs/remotes/origin/", "refs/remotes/", "refs/tags/", "refs/", "");

    private static final List<String> TAGS = List.of("refs/tags/", "refs/", "");
    private static final List<String> REVISIONS = List.of("commit", "tag", "ref", "branch");

    /** What a repository's address begins with for ssh (git-clone(1), GIT URLS). */
    private static final Pattern HOST = Pattern.compile("[^/@:]+@[^/@:]+:");

    private final InputReference input;
    private final Path directory;
    private final InputStream standardInput;

    InputOpening(InputReference input, Path directory, InputStream standardInput) {
        this.input = input;
        this.directory = directory;
        this.standardInput = standardInput;
    }

    OpenInput open() throws ContractException {
        return switch (input.format()) {
            case DIRECTORY -> openDirectory();
            case GIT -> openGit();
            case TAR, ZIP, JAR -> openArchive();
            case PROTO_FILE -> openFile();
            case REGISTRY ->
                throw remote("a module of a registry", "Write it to an image with \"buf build -o\" and name that.");
            case BINARY_IMAGE, JSON_IMAGE, TEXT_IMAGE, YAML_IMAGE, MAVEN ->
                throw ContractException.of(
                        Failure.CONFIGURATION,
                        "Input \"%s\" holds no contract files that could be read here.".formatted(input),
                        "Name a directory, a git repository or an archive.");
        };
    }

    private OpenInput openDirectory() throws ContractException {
        Path location = location();
        if (!Files.isDirectory(location)) {
            throw missing("is no directory here", revision());
        }
        String prefix = printedPath();
        return new OpenInput(new DirectoryTree(location, prefix), prefix, Optional.empty(), around(), () -> {});
    }

    /** A single file is seen in the workspace that it lies in. */
    private OpenInput openFile() throws ContractException {
        Path location = location();
        Path parent = location.getParent();
        if (!Files.isRegularFile(location) || parent == null) {
            throw missing("is no file here");
        }
        String printed = printedPath();
        String name = String.valueOf(location.getFileName());
        String prefix = printed.substring(0, printed.length() - name.length() - 1);
        return new OpenInput(new DirectoryTree(parent, prefix), prefix, Optional.of(name), around(), () -> {});
    }

    /** The names of the working directory and of those that it lies in. */
    private List<String> around() {
        List<String> names = new ArrayList<>();
        directory.toAbsolutePath().normalize().forEach(name -> names.add(name.toString()));
        return names;
    }

    private OpenInput openGit() throws ContractException {
        List<String> revisions =
                REVISIONS.stream().filter(input.options()::containsKey).toList();
        if (revisions.size() > 1 && !revisions.equals(List.of("ref", "branch"))) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "Input \"%s\" names %s.".formatted(input, String.join(" and ", revisions)),
                    "Keep one of them.");
        }
        if (input.options().containsKey("depth") && input.number("depth") == 0) {
            throw input.badOption("depth", "greater than zero");
        }
        if (input.flag("recurse_submodules")) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "Input \"%s\" asks for submodules, which are other repositories.".formatted(input),
                    "Name the submodule's own clone as an input, or leave recurse_submodules out.");
        }
        Path location = location();
        if (!isRepository(location)) {
            throw missing("is no git repository here");
        }
        GitRepository repository = GitRepository.openAny(location);
        try {
            CommitId commit = revisions.isEmpty() ? repository.head() : commit(repository, revisions.get(0));
            return below(repository.treeByIndex(commit), repository::close);
        } catch (ContractException e) {
            repository.close();
            throw e;
        }
    }

    /** Whether a repository begins there, and not above: {@code subdir} and what is compared with would be another directory's. */
    private static boolean isRepository(Path location) {
        return Files.isRegularFile(location)
                || Files.exists(location.resolve(".git"))
                || Files.isDirectory(location.resolve("objects"))
                // Of a linked worktree, which has the objects of its clone (gitrepository-layout(5)).
                || Files.isRegularFile(location.resolve("commondir"));
    }

    private CommitId commit(GitRepository repository, String kind) throws ContractException {
        String name = input.options().getOrDefault(kind, "");
        if (name.isEmpty()) {
            throw input.badOption(kind, "a name");
        }
        return switch (kind) {
            case "branch" -> repository.resolve(name, BRANCHES);
            case "tag" -> repository.resolve(name, TAGS);
            default -> repository.resolve(name);
        };
    }

    private OpenInput openArchive() throws ContractException {
        int stripped = input.number("strip_components");
        if (!input.isStandardInput()) {
            LfsPointer.refuse(location(), input.path());
        }
        ArchiveFile archive = input.isStandardInput()
                ? ArchiveFile.of("standard input", standardInput)
                : ArchiveFile.of(input.path(), location());
        FileTree tree = switch (input.format()) {
            case TAR -> archive.tar(compression(), stripped);
            case JAR -> archive.jar();
            default -> archive.zip(stripped);
        };
        return below(tree, () -> {});
    }

    private Compression compression() throws ContractException {
        String named = input.options().get("compression");
        return named == null
                ? Compression.ofName(input.path())
                : Compression.named(named).orElseThrow(() -> input.badOption("compression", "none, gzip or zstd"));
    }

    private OpenInput below(FileTree tree, Runnable closing) throws ContractException {
        String below = input.options().getOrDefault("subdir", ".");
        if (below.isEmpty()) {
            throw input.badOption("subdir", "a directory");
        }
        String normal = PathRules.normalized(below)
                .orElseThrow(() -> input.badOption("subdir", "a relative path that stays inside"));
        if (normal.equals(".")) {
            return new OpenInput(tree, "", Optional.empty(), closing);
        }
        checkDirectory(tree, normal);
        return new OpenInput(new SubTree(tree, normal), normal + "/", Optional.empty(), closing);
    }

    private void checkDirectory(FileTree tree, String below) throws ContractException {
        if (tree.hasDirectory(below)) {
            return;
        }
        if (tree.files(".").contains(below)) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "\"%s\" of %s is a file, and no directory.".formatted(below, tree.description()),
                    "Name its directory with subdir, and the file with --path.");
        }
        String kind = input.format() == InputFormat.GIT ? "" : " with contracts";
        throw ContractException.of(
                Failure.NO_ANSWER,
                "There is no directory \"%s\"%s in %s.".formatted(below, kind, tree.description()),
                "Correct subdir, which begins at the top, or name a state that has the directory.");
    }

    private Path location() throws ContractException {
        String path = input.path();
        if (path.contains("://") || HOST.matcher(path).lookingAt()) {
            throw remote("on another machine", "Clone or download it first, and name what is there.");
        }
        try {
            return directory.resolve(path).normalize();
        } catch (IllegalArgumentException e) {
            throw missing("is no path");
        }
    }

    /** The path as it was given, from the working directory if it is relative, without detours, and with a slash behind it. */
    private String printedPath() throws ContractException {
        Path given = Path.of(input.path());
        Path printed =
                given.isAbsolute() ? given.normalize() : directory.normalize().relativize(location());
        String path = printed.toString().replace('\\', '/');
        return path.isEmpty() || path.endsWith("/") ? path : path + "/";
    }

    private ContractException remote(String where, String remedy) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "Input \"%s\" is %s, and nothing is fetched while checking.".formatted(input, where),
                remedy);
    }

    private ContractException missing(String reason) {
        return missing(reason, "Correct the path.");
    }

    private ContractException missing(String reason, String remedy) {
        return ContractException.of(Failure.NO_ANSWER, "Input \"%s\" %s.".formatted(input, reason), remedy);
    }

    /** No name of a revision begins like a path that says where it begins (git-check-ref-format). */
    private String revision() {
        String path = input.path();
        return path.startsWith(".") || path.startsWith("/")
                ? "Correct the path."
                : "Correct the path; a revision of a clone is written \".git#ref=%s\".".formatted(path);
    }
}
