package dev.concordat.cli;

import java.util.List;

/** All commands, in the order of the help text. */
final class Commands {
    private Commands() {}

    static List<Command> all() {
        return List.of(
                new CheckCommand(),
                new WaiveCommand(),
                new BreakingCommand(),
                new BuildCommand(),
                new ExportCommand(),
                new FetchCommand(),
                new ReleaseCommand(),
                new PublishCommand(),
                new RulesCommand());
    }
}
