package dev.concordat.schema.oracle;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks protoc and us about numbered mutants, in batches whose end is written down, so that a run can go on where one ended. */
final class MutationRun {
    private static final int WORKERS = 2;
    private static final int BATCH = 500;
    private static final int REASONS = 40;
    private static final int SECONDS_FOR_A_FILE = 10;

    private final Seeds seeds;
    private final int run;
    private final Path results;
    private final Vocabulary vocabulary;
    private final List<Protoc> protocs = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final Figures figures = new Figures();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    MutationRun(Seeds seeds, int run, Path results) throws IOException {
        this.seeds = seeds;
        this.run = run;
        this.results = results;
        this.vocabulary = Vocabulary.read();
    }

    /** Which protoc to ask, and where it may write. */
    void protoc(Path executable, Path scratch) throws IOException {
        for (int worker = 0; worker < WORKERS; worker++) {
            Path own = Files.createDirectories(scratch.resolve("worker" + worker));
            directories.add(Files.createDirectories(own.resolve("files")));
            protocs.add(new Protoc(executable, BuiltInDirectory.find(), own, SECONDS_FOR_A_FILE));
        }
    }

    /** Asks about the mutants from the last one that was asked about, until there are enough or the time is over. */
    void run(int files, int seconds, PrintStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int from = done();
        out.printf("%s; mutants %d to %d of run %d%n", seeds, from, files, run);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            for (int at = from; at < files && System.nanoTime() < end; at += BATCH) {
                batch(workers, at, Math.min(files, at + BATCH));
            }
        } finally {
            workers.shutdownNow();
        }
        out.printf(
                "%d asked in this call: %d accepted and %d refused by both; %s%n",
                figures.of("asked"), figures.of("accepted"), figures.of("refused"), figures);
        out.printf("refused for %d reasons of protoc's, most often:%n", refusals.size());
        refusals.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(REASONS)
                .forEach(reason -> out.printf("%6d  %s%n", reason.getValue(), reason.getKey()));
    }

    /** Prints all differences that were written down; answers how many are not justified. */
    int report(PrintStream out) throws IOException, InterruptedException {
        return new MutationReport(results, this::reduced).print(done(), out);
    }

    /** The smallest file found that shows a mutant's disagreement. */
    private byte[] reduced(int number, String kind) throws IOException, InterruptedException {
        Mutant mutant = Mutant.numbered(number, run, seeds, vocabulary);
        return new Reduction(content -> {
                    Mutant smaller = mutant.with(content);
                    Verdict protoc = smaller.ask(protocs.get(0), directories.get(0));
                    return Disagreement.between(smaller.path(), protoc, smaller.askUs())
                            .map(found -> clean(found.kind()).equals(kind))
                            .orElse(false);
                })
                .reduce(mutant.text().bytes());
    }

    private int done() throws IOException {
        Path mark = results.resolve("done");
        return Files.exists(mark) ? Integer.parseInt(Files.readString(mark).strip()) : 0;
    }

    private void batch(ExecutorService workers, int from, int until) throws IOException, InterruptedException {
        List<Callable<List<String>>> parts = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            int own = worker;
            parts.add(() -> part(own, from, until));
        }
        List<String> lines = new ArrayList<>();
        try {
            for (Future<List<String>> part : workers.invokeAll(parts)) {
                lines.addAll(part.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("Mutants " + from + " to " + until + " could not be asked about.", e);
        }
        Files.write(results.resolve("differences.tsv"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.writeString(results.resolve("done"), Integer.toString(until));
    }

    private List<String> part(int worker, int from, int until) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int number = from + worker; number < until; number += WORKERS) {
            int asked = number;
            Mutant mutant = Mutant.numbered(number, run, seeds, vocabulary);
            Verdict protoc = mutant.ask(protocs.get(worker), directories.get(worker));
            Verdict ours = mutant.askUs();
            count(mutant.path(), protoc, ours);
            Disagreement.between(mutant.path(), protoc, ours).ifPresent(found -> lines.add(line(asked, mutant, found)));
        }
        return lines;
    }

    private void count(String path, Verdict protoc, Verdict ours) {
        figures.add("asked", 1);
        FileDescriptorProto file = protoc.files().get(path);
        if (file != null && ours.accepted()) {
            figures.add("accepted", 1);
            figures.addFile(file);
            FileDescriptorProto own = ours.files().get(path);
            figures.add("identical", own != null && own.toByteString().equals(file.toByteString()) ? 1 : 0);
        } else if (!protoc.accepted() && !ours.accepted()) {
            figures.add("refused", 1);
            refusals.merge(Disagreement.plain(protoc.first()), 1, Integer::sum);
        }
    }

    private static String line(int number, Mutant mutant, Disagreement found) {
        return String.join("\t", clean(found.kind()), Integer.toString(number), mutant.path(), clean(found.detail()));
    }

    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }
}
