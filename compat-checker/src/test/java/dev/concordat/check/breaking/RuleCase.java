package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.check.reuse.EarlierRelease;
import dev.concordat.check.reuse.EarlierReleases;
import dev.concordat.check.reuse.ReleaseScan;
import dev.concordat.check.reuse.Use;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.link.LinkingCompiler;
import dev.concordat.schema.source.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder {@code <RULE_ID>/<case>} with the previous and the current contracts and the text that is expected.
 *
 * @param rule the rule that runs, alone
 * @param folder the case's folder
 */
record RuleCase(String rule, Path folder) {
    static final Path ROOT = Path.of("src/test/resources/breaking");
    static final String RELEASES = "releases";

    /** What follows a side's name in that of the folder with what its contracts import and no module holds. */
    private static final String IMPORTED = "_imported";

    /** All cases, by path. */
    static List<RuleCase> all() {
        return Found.CASES;
    }

    /** The rules that have cases. */
    static Stream<String> rules() {
        return all().stream().map(RuleCase::rule).distinct();
    }

    /** The cases of a rule. */
    static Stream<RuleCase> of(String rule) {
        return all().stream().filter(ruleCase -> ruleCase.rule().equals(rule));
    }

    /** What is read once for all tests. */
    private static final class Found {
        static final List<RuleCase> CASES = find();
        static final Map<Path, Schema> SCHEMAS = new ConcurrentHashMap<>();

        private static List<RuleCase> find() {
            List<RuleCase> cases = new ArrayList<>();
            try {
                for (Path rule : children(ROOT)) {
                    for (Path folder : children(rule)) {
                        if (Files.isDirectory(folder)) {
                            cases.add(new RuleCase(rule.getFileName().toString(), folder));
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return List.copyOf(cases);
        }
    }

    List<Violation> violations() throws IOException, ContractException {
        Schema previous = schema("previous");
        Schema current = schema("current");
        List<Violation> violations =
                new ArrayList<>(new BreakingChecker().check(previous, current, Optional.empty(), config()));
        violations.addAll(reuses(previous, Part.ofModule(current, Optional.empty())));
        return Violation.sorted(violations);
    }

    /** What the rules find that look at releases, of which a case may have a folder each. */
    List<Violation> reuses(Schema released, Part current) throws ContractException {
        return Files.isDirectory(folder.resolve(RELEASES))
                ? new ReuseChecker().check(released, current, config(), this::lookUp)
                : List.of();
    }

    private EarlierReleases.Found lookUp(Set<Use> uses) throws ContractException {
        ReleaseScan scan = new ReleaseScan(uses);
        List<EarlierRelease> releases = new ArrayList<>();
        try {
            for (String release : releases()) {
                boolean interesting = false;
                for (ContractFile file : files(RELEASES + "/" + release)) {
                    interesting |= scan.read(file.text());
                }
                if (interesting) {
                    releases.add(new EarlierRelease("shop/" + release, schema(RELEASES + "/" + release)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EarlierReleases.Found(releases, scan.numbersByOwner());
    }

    /** The versions of the case's releases, the newest first. */
    List<String> releases() throws IOException {
        List<String> releases = new ArrayList<>();
        if (Files.isDirectory(folder.resolve(RELEASES))) {
            children(folder.resolve(RELEASES))
                    .forEach(release -> releases.add(0, release.getFileName().toString()));
        }
        return releases;
    }

    /** The folder's rule alone, unless the case brings a buf.yaml. */
    CheckConfig config() throws ContractException {
        return Files.exists(folder.resolve(BufYaml.FILE))
                ? BufYaml.read(new DirectoryTree(folder, ""), BufYaml.FILE).breaking()
                : only(List.of(rule));
    }

    static CheckConfig only(List<String> rules) {
        return new CheckConfig(rules, List.of(), List.of(), Map.of(), false);
    }

    static List<Violation> violations(CheckConfig config, List<ContractFile> previous, List<ContractFile> current)
            throws IOException, ContractException {
        return new BreakingChecker().check(compile(previous), compile(current), Optional.empty(), config);
    }

    /** The contracts of a side, compiled once: whoever asks again and again, as mutation testing does, asks about other things. */
    private Schema schema(String side) throws IOException, ContractException {
        Path root = folder.resolve(side);
        Schema schema = Found.SCHEMAS.get(root);
        if (schema == null) {
            schema = compile(files(side));
            Found.SCHEMAS.put(root, schema);
        }
        return schema;
    }

    /** The contracts of a side, and behind them what they import and no module holds. */
    List<ContractFile> files(String side) throws IOException {
        List<ContractFile> files = new ArrayList<>(files(side, Optional.of(".")));
        files.addAll(files(side + IMPORTED, Optional.empty()));
        return files;
    }

    private List<ContractFile> files(String directory, Optional<String> module) throws IOException {
        Path root = folder.resolve(directory);
        List<ContractFile> files = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path file : walk.filter(path -> path.toString().endsWith(".proto"))
                        .sorted()
                        .toList()) {
                    String path = root.relativize(file).toString().replace('\\', '/');
                    files.add(new ContractFile(path, module, new SourceText(path, Files.readAllBytes(file))));
                }
            }
        }
        return files;
    }

    Path expected() {
        return folder.resolve("expected.txt");
    }

    /** What programs are told, in a case that is about it. */
    Path expectedForPrograms() {
        return folder.resolve("expected.json");
    }

    @Override
    public String toString() {
        return rule + "/" + folder.getFileName();
    }

    static Schema compile(List<ContractFile> files) throws IOException, ContractException {
        return new LinkingCompiler().compile(files);
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        }
    }
}
