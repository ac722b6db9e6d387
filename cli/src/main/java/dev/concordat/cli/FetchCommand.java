package dev.concordat.cli;

import dev.concordat.check.input.ImportCache;
import dev.concordat.generate.StandaloneMaven;
import dev.concordat.pipeline.EarlierImports;
import dev.concordat.pipeline.ImportDigests;
import dev.concordat.pipeline.JarFetch;
import dev.concordat.publish.PublishedJar;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.Dependency;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.config.Imports;
import dev.concordat.schema.config.PathFilter;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import dev.concordat.schema.source.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code concordat fetch}: brings the jars that contracts import from; the only command of those before a release that uses the network. */
final class FetchCommand implements Command {
    private static final Flag UPDATE = Flag.alone(
            "--update", "Take the jars as they are now, and write their digests into concordat.yaml of this directory");

    @Override
    public String name() {
        return "fetch";
    }

    @Override
    public String purpose() {
        return "Brings the jars that concordat.yaml imports, and checks them, so that other commands need no network";
    }

    @Override
    public List<String> inputs() {
        return List.of("input");
    }

    @Override
    public List<Flag> flags() {
        return List.of(UPDATE, TimeLimit.FLAG);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        try (StandaloneMaven maven = StandaloneMaven.online()) {
            Path registry = terminal.directory().resolve(BreakingCommand.REGISTRY);
            JarFetch fetch = new JarFetch(
                    new PublishedJar(maven, registry),
                    new ImportCache(terminal.caches().concordat()));
            if (arguments.has(UPDATE.name())) {
                update(fetch, terminal);
            } else {
                fetch(fetch, arguments.input(0), terminal);
            }
            return ExitStatus.FINE;
        }
    }

    private static void update(JarFetch fetch, Terminal terminal) throws ContractException {
        byte[] content = new DirectoryTree(terminal.directory(), "")
                .read(Imports.FILE)
                .orElseThrow(() -> ContractException.of(
                        Failure.CONFIGURATION,
                        "There is no concordat.yaml here whose digests could be written.",
                        "Run this where it is."));
        Map<String, ImportedJar> found = new LinkedHashMap<>();
        for (Map.Entry<String, ImportedJar> wanted :
                Imports.parse(Imports.FILE, content).entrySet()) {
            ImportedJar jar = fetch.fetchLatest(wanted.getValue());
            found.put(wanted.getKey(), jar);
            boolean same = jar.equals(wanted.getValue());
            terminal.print("%s %s: %s"
                    .formatted(same ? "same" : "new", jar, jar.sha256().orElseThrow()));
        }
        String text = new String(content, StandardCharsets.UTF_8);
        String written = ImportDigests.write(Imports.FILE, text, found);
        if (!written.equals(text)) {
            write(terminal.directory().resolve(Imports.FILE), written);
        }
    }

    private static void write(Path file, String text) throws ContractException {
        try {
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    Place.of(Imports.FILE),
                    "The file cannot be written: %s.".formatted(e),
                    "Check permissions and space.");
        }
    }

    private static void fetch(JarFetch fetch, Optional<String> input, Terminal terminal) throws ContractException {
        List<Problem> problems = new ArrayList<>();
        Failure failure = Failure.NO_ANSWER;
        Set<ImportedJar> wanted = wanted(InputReference.parse(input.orElse(".")), terminal);
        for (ImportedJar jar : wanted) {
            try {
                tell(jar, fetch.fetch(jar), terminal);
            } catch (ContractException e) {
                failure = e.failure();
                problems.addAll(e.problems());
            }
        }
        if (input.isEmpty()) {
            Set<ImportedJar> earlier = new LinkedHashSet<>(EarlierImports.of(terminal.directory()));
            earlier.removeAll(wanted);
            for (ImportedJar jar : earlier) {
                fetchEarlier(fetch, jar, terminal);
            }
        }
        if (!problems.isEmpty()) {
            throw new ContractException(failure, problems);
        }
    }

    /** What only earlier states need may never be asked for, so nothing fails for it here. */
    private static void fetchEarlier(JarFetch fetch, ImportedJar jar, Terminal terminal) {
        try {
            tell(jar, fetch.fetch(jar), terminal);
        } catch (ContractException e) {
            e.problems().forEach(problem -> terminal.tell("An earlier state needs this: " + problem));
        }
    }

    private static void tell(ImportedJar jar, boolean brought, Terminal terminal) {
        terminal.print("%s %s".formatted(brought ? "fetched" : "have", jar));
    }

    private static Set<ImportedJar> wanted(InputReference input, Terminal terminal) throws ContractException {
        try (OpenInput open = input.open(terminal.directory(), terminal.in())) {
            Set<ImportedJar> jars = new LinkedHashSet<>();
            for (Dependency dependency : WorkspaceListing.of(open, Optional.empty(), PathFilter.ALL)
                    .configuration()
                    .deps()) {
                dependency.jar().ifPresent(jars::add);
            }
            return jars;
        }
    }
}
