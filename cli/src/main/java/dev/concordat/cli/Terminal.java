package dev.concordat.cli;

import dev.concordat.check.input.Dependencies;
import dev.concordat.check.report.Printable;
import dev.concordat.schema.source.UserCaches;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command runs and prints. Everything printed goes through {@link Printable}: a name from a contract can neither move the cursor nor
 * become a command of a CI runner.
 *
 * @param out what was asked for
 * @param err problems and progress
 * @param interactive whether a person is watching
 * @param directory the directory that paths are relative to
 * @param in standard input
 * @param caches where this user's caches are
 * @param answered what is done before anything of the result is printed
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        boolean interactive,
        Path directory,
        InputStream in,
        UserCaches caches,
        Runnable answered) {

    /** A terminal whose results are just printed. */
    Terminal(PrintStream out, PrintStream err, boolean interactive, Path directory, InputStream in, UserCaches caches) {
        this(out, err, interactive, directory, in, caches, () -> {});
    }

    /** A terminal of a user with the ordinary caches. */
    Terminal(PrintStream out, PrintStream err, boolean interactive, Path directory, InputStream in) {
        this(out, err, interactive, directory, in, UserCaches.of(System.getenv()));
    }

    /** A terminal without anything on standard input. */
    Terminal(PrintStream out, PrintStream err, boolean interactive, Path directory) {
        this(out, err, interactive, directory, InputStream.nullInputStream());
    }

    /** The same where the result goes to standard error, so that standard output is free for data. */
    Terminal onStandardError() {
        return new Terminal(err, err, interactive, directory, in, caches, answered);
    }

    /** The same, which does this before it prints anything of the result. */
    Terminal answering(Runnable first) {
        return new Terminal(out, err, interactive, directory, in, caches, first);
    }

    /** Where the result goes, for whoever has it. */
    PrintStream result() {
        answered.run();
        return out;
    }

    /** Where what contracts depend on is looked for. */
    Dependencies dependencies() {
        return Dependencies.in(caches);
    }

    /** Prints a line of the result. */
    void print(String line) {
        result().println(Printable.line(line));
    }

    /** Prints a line about how it goes, to standard error. */
    void tell(String line) {
        err.println(Printable.line(line));
    }

    /** Prints text that a report has made printable itself. */
    void printReport(String text) {
        result().print(text);
    }
}
