package dev.concordat.schema.oracle;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The files that mutants are made from: small ones with few imports. */
final class Seeds {
    private static final int LARGEST_FILE = 8 << 10;
    private static final int LARGEST_CLOSURE = 64 << 10;
    private static final int MOST_OF_A_CORPUS = 150;
    /** How often our own small files and the edge cases are taken before a file of a real corpus is. */
    private static final int SPECIAL_OF_TEN = 7;

    private static final List<String> REAL =
            List.of("googleapis-new", "envoy", "temporal", "opentelemetry", "contracts");

    private final List<Seed> special = new ArrayList<>();
    private final List<Seed> real = new ArrayList<>();
    private final Seed generated;

    /** Files that are written, not mutated, may import our own small ones. */
    private Seeds(Path folder) throws IOException {
        Corpus corpus = new Corpus("cases", List.of(folder), "", false);
        ContractFile empty = new ContractFile("generated.proto", Optional.of("."), new SourceText("", new byte[0]));
        this.generated = new Seed(empty, corpus, corpus.files());
        addTo(special, corpus);
    }

    /** A file and the corpus that its imports are looked up in. */
    record Seed(ContractFile file, Corpus corpus, Map<String, ContractFile> files) {}

    /** The seeds among the corpora that are there. */
    static Seeds of(Path corpora, Path repository) throws IOException {
        Seeds seeds = ofFolder(repository.resolve("schema/src/test/resources/oracle/cases"));
        if (Files.isDirectory(corpora.resolve("edge"))) {
            seeds.addTo(seeds.special, Corpus.named("edge", corpora, repository));
        }
        for (String name : REAL) {
            if (name.equals("contracts") || Files.isDirectory(corpora.resolve(name))) {
                seeds.addTo(seeds.real, Corpus.named(name, corpora, repository));
            }
        }
        return seeds;
    }

    /** The files of one folder. */
    static Seeds ofFolder(Path folder) throws IOException {
        return new Seeds(folder);
    }

    private void addTo(List<Seed> seeds, Corpus corpus) throws IOException {
        Map<String, ContractFile> files = corpus.files();
        List<ContractFile> small = new ArrayList<>();
        for (ContractFile file : files.values()) {
            if (file.text().size() <= LARGEST_FILE && closureSize(file, files) <= LARGEST_CLOSURE) {
                small.add(file);
            }
        }
        int step = Math.max(1, small.size() / MOST_OF_A_CORPUS);
        for (int index = 0; index < small.size(); index += step) {
            seeds.add(new Seed(small.get(index), corpus, files));
        }
    }

    private static int closureSize(ContractFile file, Map<String, ContractFile> files) {
        return Imports.closure(file, files).stream()
                .mapToInt(imported -> imported.text().size())
                .sum();
    }

    /** A file to mutate. */
    Seed any(Random random) {
        boolean takeSpecial = real.isEmpty() || random.nextInt(10) < SPECIAL_OF_TEN;
        List<Seed> seeds = takeSpecial ? special : real;
        return seeds.get(random.nextInt(seeds.size()));
    }

    /** What generated files stand in for. */
    Seed generated() {
        return generated;
    }

    @Override
    public String toString() {
        return "%d small special files, %d real ones".formatted(special.size(), real.size());
    }
}
