package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.ToolVersion;
import dev.concordat.schema.config.Suggestions;
import dev.concordat.schema.process.Ending;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

/** The entry point of the {@code concordat} command: finds the command, runs it and turns what went wrong into an exit status. */
public final class Main {
    private final List<Command> commands;
    private final Terminal terminal;

    /** A tool with these commands. */
    Main(List<Command> commands, Terminal terminal) {
        this.commands = List.copyOf(commands);
        this.terminal = terminal;
    }

    /** Makes digits, cases and times the same everywhere; no data of locales and zones is loaded to find out what they are here. Only for a process of our own. */
    static void forgetPlace() {
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(new UniversalTime());
    }

    /**
     * Gives libraries' log records no place to go, since they would stand in the middle of a report. Java reads no configuration of loggers from a file
     * without a name, and so does not look through all jars for other ones either. Only for a process of our own.
     */
    static void silenceLoggers() {
        System.getProperties().putIfAbsent("java.util.logging.config.file", "");
    }

    /** Runs the tool and ends the process. */
    public static void main(String[] arguments) {
        forgetPlace();
        silenceLoggers();
        // The launcher knows whether standard output is a terminal; Java before 22 does not say it of one stream.
        boolean interactive = Boolean.getBoolean("concordat.terminal");
        PrintStream out = StandardOutput.to(new FileOutputStream(FileDescriptor.out));
        Terminal terminal =
                new Terminal(out, System.err, interactive, Path.of("").toAbsolutePath(), System.in);
        int status = new Main(Commands.all(), terminal).run(List.of(arguments));
        out.flush();
        System.err.flush();
        Ending.giveWay();
        // Nothing is left to do; hooks of libraries would only take their time.
        Runtime.getRuntime().halt(status);
    }

    /** Runs the command that the arguments name and returns the exit status. */
    int run(List<String> arguments) {
        int status = answer(arguments);
        boolean answered = status == ExitStatus.FINE || status == ExitStatus.VIOLATIONS;
        if (answered && terminal.out().checkError()) {
            terminal.tell(
                    "The result cannot be written to standard output. Look where it leads: the disk is full, or the program that reads it has ended.");
            return ExitStatus.NO_ANSWER;
        }
        return status;
    }

    private int answer(List<String> arguments) {
        if (arguments.size() > 1 && arguments.get(0).equals("help")) {
            return answer(List.of(arguments.get(1), "--help"));
        }
        if (arguments.isEmpty() || List.of("help", "--help", "-h").contains(arguments.get(0))) {
            Help.print(commands, terminal);
            return arguments.isEmpty() ? ExitStatus.CONFIGURATION : ExitStatus.FINE;
        }
        if (arguments.get(0).equals("--version")) {
            terminal.print("concordat " + ToolVersion.get());
            return ExitStatus.FINE;
        }
        Optional<Command> command = commands.stream()
                .filter(known -> known.name().equals(arguments.get(0)))
                .findFirst();
        if (command.isEmpty()) {
            String name = arguments.get(0);
            Optional<String> stays = BufCommands.hint(name);
            if (stays.isPresent()) {
                terminal.tell(stays.get());
                return ExitStatus.CONFIGURATION;
            }
            List<String> known = new ArrayList<>(List.of("--help", "--version"));
            commands.forEach(each -> known.add(each.name()));
            terminal.tell("Unknown command \"%s\".%s Run \"concordat --help\" for the commands."
                    .formatted(name, Suggestions.didYouMean(name, known)));
            return ExitStatus.CONFIGURATION;
        }
        return run(command.get(), arguments.subList(1, arguments.size()));
    }

    private int run(Command command, List<String> rest) {
        try {
            Arguments arguments = Arguments.parse(command, rest);
            if (arguments.isHelpWanted()) {
                Help.print(command, terminal);
                return ExitStatus.FINE;
            }
            return command.flags().stream().anyMatch(flag -> flag.name().equals(TimeLimit.FLAG.name()))
                    ? runInTime(command, arguments)
                    : command.run(arguments, terminal);
        } catch (ContractException e) {
            Ending.giveWay();
            e.problems().forEach(this::tell);
            return status(e.failure(), command);
        } catch (RuntimeException | Error e) {
            Ending.giveWay();
            if (isOutOfMemory(e)) {
                terminal.tell(
                        "There is no answer, because Java needs more memory than the %s MiB that it may take. Run this where there is more: it takes up to 70 %% of what the machine or the container has."
                                .formatted(Runtime.getRuntime().maxMemory() >> 20));
                return ExitStatus.NO_ANSWER;
            }
            tellBug(command, e);
            return ExitStatus.OUR_BUG;
        }
    }

    private int runInTime(Command command, Arguments arguments) throws ContractException {
        TimeLimit limit = TimeLimit.start(arguments, terminal, Runtime.getRuntime()::halt);
        try {
            return command.run(arguments, terminal.answering(limit::stop));
        } finally {
            limit.stop();
        }
    }

    private void tell(Problem problem) {
        terminal.tell(problem.toString());
    }

    /** Who works in parallel hands on what failed as a cause. */
    private static boolean isOutOfMemory(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private void tellBug(Command command, Throwable bug) {
        terminal.tell("This is a bug in Concordat %s, not in your contracts. Nothing it was doing is finished."
                .formatted(ToolVersion.get()));
        terminal.tell("Please report it at https://github.com/concordat-dev/concordat/issues with what follows.");
        terminal.tell("concordat " + command.name() + ": " + bug);
        for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                terminal.tell("    at " + frame);
            }
            if (cause.getCause() != null) {
                terminal.tell("Caused by: " + cause.getCause());
            }
        }
    }

    private static int status(Failure failure, Command command) {
        return switch (failure) {
            case CONTRACT -> ExitStatus.VIOLATIONS;
            case NO_ANSWER -> ExitStatus.NO_ANSWER;
            case CONFIGURATION -> command.configurationStatus();
            case CONFLICT -> ExitStatus.CONFLICT;
        };
    }
}
