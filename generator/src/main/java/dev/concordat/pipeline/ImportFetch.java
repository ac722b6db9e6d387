package dev.concordat.pipeline;

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

/** Brings the jars that contracts import from: those of a workspace, those of its earlier states, or those that there are now. */
public final class ImportFetch {
    private final JarFetch jars;
    private final Listener listener;

    /** A fetch that tells of each jar as soon as it is here. */
    public ImportFetch(JarFetch jars, Listener listener) {
        this.jars = jars;
        this.listener = listener;
    }

    /**
     * Brings the jars of a workspace.
     *
     * @param repository a directory of the repository whose earlier states are wanted too, if they are
     * @throws ContractException with what is wrong with any of the workspace's, after the others were brought
     */
    public void fetch(OpenInput input, Optional<Path> repository) throws ContractException {
        Set<ImportedJar> wanted = new LinkedHashSet<>();
        for (Dependency dependency : WorkspaceListing.of(input, Optional.empty(), PathFilter.ALL)
                .configuration()
                .deps()) {
            dependency.jar().ifPresent(wanted::add);
        }
        List<Problem> problems = new ArrayList<>();
        Failure failure = Failure.NO_ANSWER;
        for (ImportedJar jar : wanted) {
            try {
                listener.isHere(jar, jars.fetch(jar));
            } catch (ContractException e) {
                failure = e.failure();
                problems.addAll(e.problems());
            }
        }
        if (repository.isPresent()) {
            fetchEarlier(repository.get(), wanted);
        }
        if (!problems.isEmpty()) {
            throw new ContractException(failure, problems);
        }
    }

    /** What only earlier states need may never be asked for, so nothing fails for it. */
    private void fetchEarlier(Path directory, Set<ImportedJar> wanted) throws ContractException {
        Set<ImportedJar> earlier = new LinkedHashSet<>(EarlierImports.of(directory));
        earlier.removeAll(wanted);
        for (ImportedJar jar : earlier) {
            try {
                listener.isHere(jar, jars.fetch(jar));
            } catch (ContractException e) {
                e.problems().forEach(listener::earlierLacks);
            }
        }
    }

    /** Brings the jars that the {@code concordat.yaml} of a directory names as they are now, and writes their digests into it. */
    public void update(Path directory) throws ContractException {
        byte[] content = new DirectoryTree(directory, "")
                .read(Imports.FILE)
                .orElseThrow(() -> ContractException.of(
                        Failure.CONFIGURATION,
                        "There is no concordat.yaml here whose digests could be written.",
                        "Run this where it is."));
        Map<String, ImportedJar> found = new LinkedHashMap<>();
        for (Map.Entry<String, ImportedJar> wanted :
                Imports.parse(Imports.FILE, content).entrySet()) {
            ImportedJar jar = jars.fetchLatest(wanted.getValue());
            found.put(wanted.getKey(), jar);
            listener.isNow(jar, jar.equals(wanted.getValue()));
        }
        String text = new String(content, StandardCharsets.UTF_8);
        String written = ImportDigests.write(Imports.FILE, text, found);
        if (!written.equals(text)) {
            write(directory.resolve(Imports.FILE), written);
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

    /** Whoever wants to know what becomes of each jar. */
    public interface Listener {
        /** A jar is here; whether it was brought, or was here before. */
        void isHere(ImportedJar jar, boolean brought);

        /** A jar is this now; whether that is what {@code concordat.yaml} said. */
        void isNow(ImportedJar jar, boolean same);

        /** A jar of an earlier state is not to be had. */
        void earlierLacks(Problem problem);
    }
}
