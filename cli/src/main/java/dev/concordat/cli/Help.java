package dev.concordat.cli;

import java.util.List;

/** The help texts, made from what the commands declare. */
final class Help {
    private Help() {}

    /** What the tool is, and its commands. */
    static void print(List<Command> commands, Terminal terminal) {
        terminal.print("concordat: versioned protobuf contracts, checked and published as stub artifacts");
        terminal.print("");
        terminal.print("Usage: concordat <command> [flags]");
        terminal.print("");
        int width = commands.stream()
                .mapToInt(command -> command.name().length())
                .max()
                .orElse(0);
        for (Command command : commands) {
            terminal.print("  " + padded(command.name(), width) + "  " + command.purpose());
        }
        terminal.print("");
        terminal.print("\"concordat <command> --help\" tells a command's flags, \"concordat --version\" the version.");
        terminal.print(
                "Exit status: 0 fine, 100 violations or contracts that do not compile, 1 no answer, 2 usage or configuration");
        terminal.print("(1 of breaking, build and export, as of buf), 3 version conflict, 70 a bug of ours.");
    }

    /** A command's flags. */
    static void print(Command command, Terminal terminal) {
        StringBuilder usage = new StringBuilder("Usage: concordat ").append(command.name());
        command.inputs().forEach(input -> usage.append(" [<").append(input).append(">]"));
        terminal.print(command.purpose());
        terminal.print("");
        terminal.print(command.flags().isEmpty() ? usage.toString() : usage + " [flags]");
        if (!command.flags().isEmpty()) {
            terminal.print("");
        }
        int width = command.flags().stream()
                .mapToInt(flag -> flag.synopsis().length())
                .max()
                .orElse(0);
        for (Flag flag : command.flags()) {
            terminal.print("  " + padded(flag.synopsis(), width) + "  " + flag.purpose());
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
