package dev.concordat.schema;

import java.util.List;
import java.util.stream.Collectors;

/** Bad input, or an answer that could not be had: every problem of the stage that found it. */
public final class ContractException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final transient List<Problem> problems;

    /** An exception with at least one problem. */
    public ContractException(Failure failure, List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalStateException("A failure of kind " + failure + " without a problem.");
        }
        this.failure = failure;
        this.problems = List.copyOf(problems);
    }

    /** An exception with one problem that no file is to blame for. */
    public static ContractException of(Failure failure, String message, String remedy) {
        return new ContractException(failure, List.of(Problem.of(message, remedy)));
    }

    /** An exception with one problem at a place. */
    public static ContractException at(Failure failure, Place place, String message, String remedy) {
        return new ContractException(failure, List.of(Problem.at(place, message, remedy)));
    }

    /** Why the command failed. */
    public Failure failure() {
        return failure;
    }

    /** What is wrong, in the order it was found. */
    public List<Problem> problems() {
        return problems;
    }
}
