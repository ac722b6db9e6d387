package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An input in buf's grammar: a path, then options after a {@code #}, such as {@code .git#branch=main,subdir=proto}.
 *
 * @param path the directory, or the git repository
 * @param options the options by key
 */
public record InputReference(String path, Map<String, String> options) {
    private static final List<String> REVISIONS = List.of("commit", "tag", "ref", "branch");
    private static final Set<String> KNOWN = Set.of("commit", "tag", "ref", "branch", "subdir", "format", "depth");
    private static final String GRAMMAR = "Write a directory, or \".git#branch=main\" (also tag, commit, ref, subdir).";

    /** Keeps the options' order. */
    public InputReference {
        options = Map.copyOf(options);
    }

    /** Reads an input as it is written on a command line. */
    public static InputReference parse(String text) throws ContractException {
        String[] parts = text.trim().split("#", -1);
        if (parts.length > 2 || parts[0].isEmpty()) {
            throw ContractException.of(Failure.CONFIGURATION, "\"%s\" is no input.".formatted(text), GRAMMAR);
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : parts.length == 1 ? List.<String>of() : List.of(parts[1].split(",", -1))) {
            int equals = option.indexOf('=');
            String key = equals < 0 ? option : option.substring(0, equals);
            if (equals < 0 || !KNOWN.contains(key) || options.put(key, option.substring(equals + 1)) != null) {
                throw ContractException.of(
                        Failure.CONFIGURATION,
                        "\"%s\" in input \"%s\" is no option, or stands twice.".formatted(option, text),
                        GRAMMAR);
            }
        }
        return new InputReference(parts[0], options);
    }

    /** Opens the input; paths are relative to the given directory. */
    public OpenInput open(Path directory) throws ContractException {
        Path location = directory.resolve(path).normalize();
        if (!Files.isDirectory(location)) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "Input \"%s\" is no directory here.".formatted(path),
                    path.contains("://") ? "Clone it first: nothing is fetched while checking." : GRAMMAR);
        }
        if (path.endsWith(".git") || "git".equals(options.get("format"))) {
            return openGit(location);
        }
        if (!options.isEmpty() && !options.keySet().equals(Set.of("format"))) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "Input \"%s\" is a directory, which takes no options.".formatted(path),
                    GRAMMAR);
        }
        String prefix = path.equals(".") ? "" : path.endsWith("/") ? path : path + "/";
        return OpenInput.of(new DirectoryTree(location, prefix), prefix);
    }

    private OpenInput openGit(Path location) throws ContractException {
        List<String> revisions = REVISIONS.stream().filter(options::containsKey).toList();
        if (revisions.size() > 1 && !revisions.equals(List.of("ref", "branch"))) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "Input \"%s\" names %s.".formatted(path, String.join(" and ", revisions)),
                    "Keep one of them.");
        }
        GitRepository repository = GitRepository.open(location);
        try {
            CommitId commit = revisions.isEmpty() ? repository.head() : commit(repository, revisions.get(0));
            FileTree tree = repository.tree(commit);
            String below = options.getOrDefault("subdir", "");
            return new OpenInput(below.isEmpty() ? tree : new SubTree(tree, below), "", repository);
        } catch (ContractException e) {
            repository.close();
            throw e;
        }
    }

    /** A branch is looked for here, then among the remote's: clones of CI have no local branches. */
    private CommitId commit(GitRepository repository, String kind) throws ContractException {
        String name = options.getOrDefault(kind, "");
        if (!kind.equals("branch")) {
            return repository.resolve(kind.equals("tag") ? "refs/tags/" + name : name);
        }
        var local = repository.find("refs/heads/" + name);
        return local.isPresent() ? local.get() : repository.resolve("origin/" + name);
    }
}
