package dev.concordat.schema.oracle;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A mutated file.
 *
 * @param seed the file it was made from
 * @param text its content
 */
record Mutant(Seeds.Seed seed, SourceText text) {
    private static final int GENERATED_OF_TEN = 4;

    /** The mutant of this number, always the same for the same seeds. */
    static Mutant numbered(int number, int run, Seeds seeds, Vocabulary vocabulary) {
        Random random = new Random(((long) run << 32) + number);
        if (random.nextInt(10) < GENERATED_OF_TEN) {
            byte[] written = new Writer(vocabulary, random).write();
            return of(seeds.generated(), written);
        }
        Seeds.Seed seed = seeds.any(random);
        byte[] other = seeds.any(random).file().text().bytes();
        return of(
                seed, new Mutator(vocabulary, random).mutate(seed.file().text().bytes(), other));
    }

    String path() {
        return seed.file().importPath();
    }

    private static Mutant of(Seeds.Seed seed, byte[] bytes) {
        return new Mutant(seed, new SourceText(seed.file().importPath(), bytes));
    }

    Mutant with(byte[] changed) {
        return of(seed, changed);
    }

    Verdict ask(Protoc protoc, Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve(path());
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(directory));
        Files.write(file, text.bytes());
        try {
            List<Path> roots = new ArrayList<>(List.of(directory));
            roots.addAll(seed.corpus().roots());
            return protoc.compile(roots, List.of(path()));
        } finally {
            Files.delete(file);
        }
    }

    Verdict askUs() {
        ContractFile file = new ContractFile(path(), Optional.of("."), text);
        return Concordat.compile(Imports.closure(file, seed.files()), Set.of(path()));
    }
}
