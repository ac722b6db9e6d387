package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.process.ScratchDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs the commands that are run most on contracts of its own and prints nothing. The launcher starts it, once for each jar and each Java, to keep the
 * classes that commands load in an archive: each that is not there costs a command half a millisecond, the first one of a library's 10 more.
 */
final class Rehearsal {
    private static final String A = "contracts/a/a/v1/a.proto";
    private static final String MOVED = "contracts/a/a/v1/moved.proto";
    private static final String ELSEWHERE = "contracts/a/a/v1/elsewhere.proto";
    private static final String OPTIONS = "contracts/a/a/v1/options.proto";
    private static final String PLAIN = "contracts/p/p/v1/plain.proto";

    /** The contracts of {@code rehearsal/}; the plain one has no options, without which contracts are linked in another way. */
    private static final List<String> CONTRACTS = List.of(A, "contracts/p/p/v1/b.proto", MOVED, OPTIONS, PLAIN);

    /** Contracts that a change may touch, enough of them for several threads. */
    private static final List<String> IMPORTERS = IntStream.range(0, 40)
            .mapToObj(number -> "contracts/a/a/v1/importer" + number + ".proto")
            .toList();

    private static final List<String> FILES = Stream.concat(
                    Stream.of("buf.yaml", "concordat.yaml"),
                    Stream.of(CONTRACTS, IMPORTERS).flatMap(List::stream))
            .sorted()
            .toList();

    /** What is done to one contract: texts, each followed by what takes its place. */
    private record Change(String contract, List<String> replaced) {
        Change(String contract, String... replaced) {
            this(contract, List.of(replaced));
        }

        String of(String text) {
            String changed = text;
            for (int at = 0; at < replaced.size(); at += 2) {
                changed = changed.replace(replaced.get(at), replaced.get(at + 1));
            }
            return changed;
        }
    }

    /** Changes that break, since what is fine is found to be so on the way. */
    private static final List<Change> CHANGES = List.of(
            new Change(PLAIN, "a = 1", "a = 2"),
            new Change(A, "string b = 1", "string b = 6", "bytes i = 6", "bytes i = 1"),
            new Change(A, "bytes i = 6", "bytes i = 7", "double k = 11", "double k = 13"),
            new Change(A, "string b = 1", "bytes b = 1", "optional bytes i = 6", "int32 i = 6", "double k", "float k"),
            new Change(A, "a = 1", "b = 1", "Gone", "Renamed", "java_package = \"a.v1\"", "java_package = \"b\""),
            new Change(A, "E_ONE = 1", "E_TWO = 1", "returns (stream A)", "returns (A)", "reserved 9;", ""),
            new Change(
                    A,
                    "E_ONE",
                    "E_TWO",
                    "Gone j = 10;",
                    "",
                    "rpc Q(Gone) returns (Gone);",
                    "",
                    "message Gone {\n  int64 a = 1;\n\n  message Inside {}\n}",
                    ""),
            new Change(A, "E_ONE = 1", "E_ONE = 2", "package a.v1;", "package a.v1.inner;"),
            new Change(A, "E_ONE = 1", "E_ONE = 2", "int64 a = 1", "int64 a = 1 [json_name = \"b\"]"),
            new Change(A, "E>", "G>", "E l", "G l", "enum E ", "enum G "),
            new Change(A, "E l = 12;", "F l = 12;\n  string reused = 14;"),
            new Change(OPTIONS, "required", "optional", "int32 e", "string e"),
            new Change(OPTIONS, "required string a = 1;", ""));

    private final Path directory;
    private final List<String> commands;

    private Rehearsal(Path directory, List<String> commands) {
        this.directory = directory;
        this.commands = commands;
    }

    /**
     * Rehearses in a process that is as one of a command.
     *
     * @param arguments the commands to rehearse; all when there are none
     */
    public static void main(String[] arguments) throws IOException, ContractException {
        Main.forgetPlace();
        Main.silenceLoggers();
        rehearse(List.of(arguments));
    }

    /** Rehearses in a directory that is gone afterwards. */
    static void rehearse(List<String> commands) throws IOException, ContractException {
        try (ScratchDirectory scratch = ScratchDirectory.create("concordat-rehearsal")) {
            new Rehearsal(scratch.path(), commands).run();
        }
    }

    private void run() throws IOException, ContractException {
        write(
                "buf.yaml",
                "version: v2\nmodules:\n  - path: contracts/a\n  - path: contracts/p\nbreaking:\n  use:\n    - FILE\n    - WIRE_JSON\n");
        write("concordat.yaml", "version: v1\ngroup: a\nbranch: main\n");
        for (String importer : IMPORTERS) {
            write(
                    importer,
                    "syntax = \"proto3\";\n\npackage a.v1;\n\nimport \"a/v1/a.proto\";\nimport \"a/v1/options.proto\";\n");
        }
        for (String contract : CONTRACTS) {
            // The contracts as they were before: in a pack, only the difference to what became of them is kept.
            write(contract, text(contract) + "\n// The end.\n");
        }
        RehearsalRepository repository = RehearsalRepository.create(directory);
        repository.commit(FILES);
        restore();
        repository.commit(FILES);
        concordat(ExitStatus.FINE, "breaking", "--against", ".git#branch=main");
        concordat(ExitStatus.FINE, "check");
        changes("HEAD", ErrorFormat.TEXT);
        repository.pack();
        repository.tag("a/v1.0.0", "HEAD~1", release("a 1.0.0"));
        repository.tag("a/v1.1.0", "HEAD", release("a 1.1.0"));
        repository.tag("contracts-bom/v1.0.0", "HEAD~1", release("contracts-bom 1.0.0"));
        repository.tag("p/v1.0.0", "HEAD", release("p 1.0.0"));
        concordat(ExitStatus.FINE, "check");
        changes("HEAD~1", ErrorFormat.JSON);
        concordat(ExitStatus.FINE, "build");
        concordat(ExitStatus.FINE, "rules");
        concordat(ExitStatus.FINE, "--version");
        concordat(ExitStatus.FINE, "--help");
    }

    /** Compares every change with a commit, and with what the gate compares it with. */
    private void changes(String ref, ErrorFormat format) throws IOException {
        for (Change change : CHANGES) {
            write(change.contract(), change.of(text(change.contract())));
            compare(ref, format);
            restore();
        }
        Files.delete(directory.resolve(MOVED));
        compare(ref, format);
        write(ELSEWHERE, text(MOVED));
        compare(ref, format);
        Files.delete(directory.resolve(ELSEWHERE));
        restore();
    }

    private void compare(String ref, ErrorFormat format) {
        concordat(
                ExitStatus.VIOLATIONS, "breaking", "--against", ".git#ref=" + ref, "--error-format", format.toString());
        concordat(ExitStatus.VIOLATIONS, "check");
    }

    private static String release(String title) throws IOException {
        return text("release.txt").replace("{title}", title);
    }

    private void restore() throws IOException {
        for (String contract : CONTRACTS) {
            write(contract, text(contract));
        }
    }

    private void concordat(int expected, String... arguments) {
        if (!commands.isEmpty() && !commands.contains(arguments[0])) {
            return;
        }
        PrintStream nowhere = StandardOutput.to(OutputStream.nullOutputStream());
        Terminal terminal = new Terminal(nowhere, nowhere, false, directory);
        int status = new Main(Commands.all(), terminal).run(List.of(arguments));
        if (status != expected) {
            throw new IllegalStateException(List.of(arguments) + " ended with " + status + ", not " + expected + ".");
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String text(String contract) throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                Rehearsal.class.getResourceAsStream(
                        "rehearsal/" + Path.of(contract).getFileName()),
                contract)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
