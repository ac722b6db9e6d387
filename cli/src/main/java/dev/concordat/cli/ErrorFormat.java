package dev.concordat.cli;

import dev.concordat.check.report.JsonReport;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.util.Locale;

/** How violations are printed. */
enum ErrorFormat {
    TEXT,
    JSON;

    static final Flag FLAG =
            Flag.valued("--error-format", "format", "text (the default) or json, one object a line as buf writes it");

    /** The format that was asked for. */
    static ErrorFormat of(Arguments arguments) throws ContractException {
        String name = arguments.value(FLAG.name()).orElse("text");
        return switch (name) {
            case "text" -> TEXT;
            case "json" -> JSON;
            default ->
                throw ContractException.of(
                        Failure.CONFIGURATION, "Unknown error format \"%s\".".formatted(name), "Write text or json.");
        };
    }

    /** Runs work; contracts that do not compile are printed as violations of type COMPILE, on standard output. */
    int guard(Terminal terminal, Work work) throws ContractException {
        try {
            return work.run();
        } catch (ContractException e) {
            if (e.failure() != Failure.CONTRACT) {
                throw e;
            }
            if (this == JSON) {
                terminal.printReport(JsonReport.printProblems(e.problems()));
            } else {
                e.problems().forEach(problem -> terminal.print(problem.toString()));
            }
            return ExitStatus.VIOLATIONS;
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a command does once its arguments are read. */
    interface Work {
        int run() throws ContractException;
    }
}
