package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import java.util.List;

/** One command of the tool: it turns arguments into a request, calls the core once and prints the result. */
interface Command {

    /** The word that calls it. */
    String name();

    /** What it does, in one line. */
    String purpose();

    /** What its arguments without flags are called. */
    List<String> inputs();

    /** The flags it understands. */
    List<Flag> flags();

    /**
     * Runs it.
     *
     * @return the exit status (DESIGN section 9)
     */
    int run(Arguments arguments, Terminal terminal) throws ContractException;

    /** The exit status for wrong usage or configuration: 1 for the commands that buf has too, as buf; else 2. */
    default int configurationStatus() {
        return ExitStatus.CONFIGURATION;
    }

    /** The names of its flags. */
    default List<String> flagNames() {
        return flags().stream().map(Flag::name).toList();
    }
}
