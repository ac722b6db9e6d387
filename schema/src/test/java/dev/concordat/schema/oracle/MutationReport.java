package dev.concordat.schema.oracle;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The differences of a mutation run by kind, each with its first example made small. */
final class MutationReport {
    private final Path results;
    private final Reducer reducer;

    MutationReport(Path results, Reducer reducer) {
        this.results = results;
        this.reducer = reducer;
    }

    /** Makes the content of a mutant smaller while its disagreement stays of one kind. */
    interface Reducer {
        byte[] reduced(int number, String kind) throws IOException, InterruptedException;
    }

    /** Prints the kinds, most frequent first; answers how many mutants differ without a justification. */
    int print(int asked, PrintStream out) throws IOException, InterruptedException {
        Justifications justified = Justifications.read();
        List<Map.Entry<String, List<String>>> kinds = kinds();
        int unexplained = 0;
        for (Map.Entry<String, List<String>> kind : kinds) {
            int count = kind.getValue().size();
            String reason = justified.reason(kind.getKey(), kind.getValue().get(0));
            out.printf("%n%6d  %s%n", count, kind.getKey());
            if (reason.isEmpty()) {
                unexplained += count;
                example(kind.getValue().get(0), out);
            } else {
                out.printf("        justified: %s%n", reason);
            }
        }
        out.printf(
                "%n%,d mutants asked about in all, %d kinds of differences, %d mutants differ without a justification%n",
                asked, kinds.size(), unexplained);
        return unexplained;
    }

    private List<Map.Entry<String, List<String>>> kinds() throws IOException {
        Map<String, List<String>> linesByKind = new LinkedHashMap<>();
        Path file = results.resolve("differences.tsv");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                linesByKind
                        .computeIfAbsent(line.substring(0, line.indexOf('\t')), unseen -> new ArrayList<>())
                        .add(line);
            }
        }
        Comparator<Map.Entry<String, List<String>>> bySize =
                Comparator.comparing(kind -> -kind.getValue().size());
        return linesByKind.entrySet().stream().sorted(bySize).toList();
    }

    private void example(String line, PrintStream out) throws IOException, InterruptedException {
        String[] parts = line.split("\t", -1);
        out.printf("        mutant %s of %s: %s%n", parts[1], parts[2], parts[3]);
        Path kept = results.resolve("reduced").resolve(Integer.toHexString(parts[0].hashCode()) + ".proto");
        if (!Files.exists(kept)) {
            Files.createDirectories(results.resolve("reduced"));
            Files.write(kept, reducer.reduced(Integer.parseInt(parts[1]), parts[0]));
        }
        String content = new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1);
        out.println("        | " + content.strip().replace("\n", "\n        | "));
    }
}
