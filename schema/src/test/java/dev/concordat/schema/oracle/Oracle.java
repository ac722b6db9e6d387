package dev.concordat.schema.oracle;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What {@code .ci/oracle} runs: {@code compare}, {@code mutate} and {@code scale}. Exit status 1 means differences. */
final class Oracle {
    private static final int SECONDS_FOR_A_CORPUS = 300;

    private Oracle() {}

    /** Runs one of the commands. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        boolean clean = switch (arguments.length == 0 ? "" : arguments[0]) {
            case "compare" -> compare(new Arguments(rest), out);
            case "mutate" -> mutate(new Arguments(rest), out);
            case "scale" -> new Scale(out).run(new Arguments(rest));
            default -> throw new IllegalArgumentException("compare, mutate or scale?");
        };
        System.exit(clean ? 0 : 1);
    }

    private static boolean compare(Arguments arguments, PrintStream out) throws IOException, InterruptedException {
        Protoc protoc = new Protoc(
                arguments.path("protoc"), BuiltInDirectory.find(), arguments.path("scratch"), SECONDS_FOR_A_CORPUS);
        int differences = 0;
        for (String name : arguments.all("corpus")) {
            Corpus corpus = Corpus.named(name, arguments.path("corpora"), arguments.path("repository"));
            differences += new Compare(protoc, out).run(corpus);
        }
        out.printf("%d differences in all%n", differences);
        return differences == 0;
    }

    private static boolean mutate(Arguments arguments, PrintStream out) throws IOException, InterruptedException {
        Path results = Files.createDirectories(arguments.path("results"));
        Seeds seeds = Seeds.of(arguments.path("corpora"), arguments.path("repository"));
        MutationRun run = new MutationRun(seeds, arguments.number("seed", 1), results);
        run.protoc(arguments.path("protoc"), arguments.path("scratch"));
        run.run(arguments.number("files", 1_000), arguments.number("seconds", 3_600), out);
        return run.report(out) == 0;
    }
}
