package dev.concordat.schema.process;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A program that runs as a child process within limits, and leaves no process behind. */
public final class ChildProcess {
    private static final List<String> INHERITED =
            List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TMP", "TEMP", "SystemRoot", "PATHEXT");
    private static final long SHORTEST_POLL = Duration.ofMillis(20).toNanos();
    private static final long OUTPUT_END_MILLISECONDS = 5_000;

    private final String name;
    private final Limits limits;
    private final Process process;
    private final CappedOutput stdout;
    private final CappedOutput stderr;
    private final WrittenBytes written;

    private ChildProcess(String name, Limits limits, Process process, WrittenBytes written) {
        this.name = name;
        this.limits = limits;
        this.process = process;
        this.written = written;
        this.stdout = CappedOutput.reading(process.getInputStream(), limits.outputBytes());
        this.stderr = CappedOutput.reading(process.getErrorStream(), limits.outputBytes());
    }

    /** Runs a command in a directory, with an environment of the few variables that programs need to work at all. */
    public static Result run(List<String> command, Path directory, Limits limits) throws ContractException {
        return run(command, directory, limits, Map.of());
    }

    /** Runs a command in a directory, with more environment variables than the necessary ones. */
    public static Result run(List<String> command, Path directory, Limits limits, Map<String, String> environment)
            throws ContractException {
        String name = shortName(command);
        String mark = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        builder.environment().put(ProcessTree.MARK, mark);
        try {
            WrittenBytes written = new WrittenBytes(limits.writtenBelow());
            return guarded(new StartedTree(mark), tree -> {
                Process process = tree.start(builder);
                process.getOutputStream().close();
                return new ChildProcess(name, limits, process, written).await(tree);
            });
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "\"%s\" could not be run: %s.".formatted(name, e.getMessage()),
                    "Check that it is installed, executable and made for this system.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ContractException.of(
                    Failure.NO_ANSWER, "\"%s\" was interrupted.".formatted(name), "Run the command again.");
        }
    }

    /** Whatever happens, to the call or to this whole program, the tree is killed. */
    private static Result guarded(StartedTree tree, Wait wait)
            throws ContractException, IOException, InterruptedException {
        Thread atExit = new Thread(tree::kill, "concordat-child-end");
        try {
            Ending.add(atExit);
            return wait.await(tree);
        } finally {
            tree.kill();
            // A child that was killed because this program is ending has no result.
            Ending.withdraw(atExit);
        }
    }

    private Result await(StartedTree tree) throws ContractException, IOException, InterruptedException {
        long started = System.nanoTime();
        long poll = SHORTEST_POLL;
        while (!process.waitFor(poll, TimeUnit.NANOSECONDS)) {
            long looked = System.nanoTime();
            if (looked - started > limits.time().toNanos()) {
                throw stopped("ran longer than " + seconds(limits.time()));
            }
            refuseExcess();
            // Looking must stay cheap beside running, however many files there are.
            poll = Math.max(SHORTEST_POLL, 10 * (System.nanoTime() - looked));
        }
        // What it left behind could hold its output open for ever.
        tree.kill();
        String output = stdout.awaitText(OUTPUT_END_MILLISECONDS);
        String errors = stderr.awaitText(OUTPUT_END_MILLISECONDS);
        refuseExcess();
        return new Result(process.exitValue(), output, errors);
    }

    private void refuseExcess() throws ContractException, IOException {
        Optional<String> excess = Optional.empty();
        if (stdout.exceeded()) {
            excess = Optional.of("wrote more than %s to its output".formatted(size(limits.outputBytes())));
        } else if (stderr.exceeded()) {
            excess = Optional.of("wrote more than %s of messages".formatted(size(limits.outputBytes())));
        } else if (written.count() > limits.writtenBytes()) {
            excess = Optional.of("wrote more than %s of files".formatted(size(limits.writtenBytes())));
        }
        if (excess.isPresent()) {
            throw stopped(excess.get());
        }
    }

    private ContractException stopped(String reason) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "\"%s\" was stopped because it %s.".formatted(name, reason),
                "Look at the contracts changed last: very large or deeply nested ones can cause this.");
    }

    private static String shortName(List<String> command) {
        Path file = Path.of(command.get(0)).getFileName();
        return file == null ? command.get(0) : file.toString();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static String size(long bytes) {
        return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MiB" : bytes + " bytes";
    }

    /** The time between start and end of a child. */
    private interface Wait {
        Result await(StartedTree tree) throws ContractException, IOException, InterruptedException;
    }
}
