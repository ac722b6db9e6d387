package dev.concordat.cli;

import dev.concordat.check.input.ImportCache;
import dev.concordat.generate.StandaloneMaven;
import dev.concordat.pipeline.ImportFetch;
import dev.concordat.pipeline.JarFetch;
import dev.concordat.publish.PublishedJar;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
            JarFetch jars = new JarFetch(
                    new PublishedJar(maven, registry),
                    new ImportCache(terminal.caches().concordat()));
            ImportFetch fetch = new ImportFetch(jars, new Lines(terminal));
            if (arguments.has(UPDATE.name())) {
                fetch.update(terminal.directory());
            } else {
                fetch(fetch, arguments.input(0), terminal);
            }
            return ExitStatus.FINE;
        }
    }

    private static void fetch(ImportFetch fetch, Optional<String> input, Terminal terminal) throws ContractException {
        Path directory = terminal.directory();
        try (OpenInput open = InputReference.parse(input.orElse(".")).open(directory, terminal.in())) {
            fetch.fetch(open, input.isEmpty() ? Optional.of(directory) : Optional.empty());
        }
    }

    /** A line for each jar. */
    private record Lines(Terminal terminal) implements ImportFetch.Listener {
        @Override
        public void isHere(ImportedJar jar, boolean brought) {
            terminal.print("%s %s".formatted(brought ? "fetched" : "have", jar));
        }

        @Override
        public void isNow(ImportedJar jar, boolean same) {
            terminal.print("%s %s: %s"
                    .formatted(same ? "same" : "new", jar, jar.sha256().orElseThrow()));
        }

        @Override
        public void earlierLacks(Problem problem) {
            terminal.tell("An earlier state needs this: " + problem);
        }
    }
}
