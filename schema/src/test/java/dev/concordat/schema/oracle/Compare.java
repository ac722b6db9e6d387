package dev.concordat.schema.oracle;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.schema.ContractFile;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares protoc and our linker on a corpus: the verdict of each file, its descriptor and its source info. */
final class Compare {
    private final Protoc protoc;
    private final PrintStream out;
    private final Figures figures = new Figures();
    private final Differences differences = new Differences();
    private final WireOpinion wire = new WireOpinion();
    private int accepted;
    private int refused;

    Compare(Protoc protoc, PrintStream out) {
        this.protoc = protoc;
        this.out = out;
    }

    /** Compares on a corpus and prints the figures; answers how many differences there were. */
    int run(Corpus corpus) throws IOException, InterruptedException {
        Map<String, ContractFile> files = corpus.files();
        if (corpus.together()) {
            together(corpus, files);
        } else {
            oneByOne(corpus, files);
        }
        out.printf(
                "%s: %d files, %d accepted and %d refused by both; %s%n",
                corpus.name(), files.size(), accepted, refused, figures);
        wire.print(out);
        out.printf("%s: %d differences%n", corpus.name(), differences.total());
        differences.print(out);
        return differences.total();
    }

    private void together(Corpus corpus, Map<String, ContractFile> files) throws IOException, InterruptedException {
        Verdict expected = protoc.compile(corpus.roots(), List.copyOf(files.keySet()));
        if (!expected.accepted()) {
            out.printf("%s: protoc refuses them together: %s%n", corpus.name(), expected.first());
            oneByOne(corpus, files);
            return;
        }
        long started = System.nanoTime();
        Verdict actual = Concordat.compile(List.copyOf(files.values()), files.keySet());
        out.printf("%s: parsed and linked by us in %d ms%n", corpus.name(), (System.nanoTime() - started) / 1_000_000);
        if (!actual.accepted()) {
            actual.messages().forEach(message -> differences.add("refused by us alone", message));
            return;
        }
        accepted += files.size();
        compareFiles(files.values(), expected, actual);
    }

    private void oneByOne(Corpus corpus, Map<String, ContractFile> files) throws IOException, InterruptedException {
        for (ContractFile file : files.values()) {
            compare(
                    file,
                    protoc.compile(corpus.roots(), List.of(file.importPath())),
                    Concordat.compile(Imports.closure(file, files), Set.of(file.importPath())));
        }
    }

    private void compare(ContractFile file, Verdict expected, Verdict actual) {
        String path = file.importPath();
        if (expected.accepted() && actual.accepted()) {
            accepted++;
            compareFiles(List.of(file), expected, actual);
        } else if (expected.accepted()) {
            differences.add("refused by us alone", path + ": " + actual.first());
        } else if (actual.accepted()) {
            differences.add("refused by protoc alone", path + ": " + expected.first());
        } else {
            refused++;
        }
        if (actual.crashed()) {
            differences.add("crash", path + ": " + actual.first());
        }
    }

    private void compareFiles(Collection<ContractFile> files, Verdict expected, Verdict actual) {
        DescriptorComparison comparison = new DescriptorComparison(figures, differences);
        for (ContractFile file : files) {
            String path = file.importPath();
            FileDescriptorProto theirs = expected.files().get(path);
            FileDescriptorProto ours = actual.files().get(path);
            if (theirs == null || ours == null) {
                differences.add(theirs == null ? "file missing from protoc's answer" : "file missing from ours", path);
            } else {
                comparison.compare(theirs, ours);
                wire.ask(file, ours);
            }
        }
    }
}
