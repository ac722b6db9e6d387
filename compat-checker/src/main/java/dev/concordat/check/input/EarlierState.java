package dev.concordat.check.input;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Problem;

/** Names the state that contracts are compared with in the problems it has: its files are called as those of today are. */
final class EarlierState {
    private EarlierState() {}

    /**
     * Asks something of an earlier state.
     *
     * @param description what it is, for a sentence that ends with it
     */
    static <T> T answer(String description, Question<T> question) throws ContractException {
        try {
            return question.answer();
        } catch (ContractException e) {
            throw new ContractException(
                    e.failure(),
                    e.problems().stream()
                            .map(problem -> named(problem, description))
                            .toList());
        }
    }

    private static Problem named(Problem problem, String description) {
        return problem.place().isEmpty() && problem.message().contains(description)
                ? problem
                : new Problem(
                        problem.place(),
                        "In %s, to compare with: %s".formatted(description, problem.message()),
                        problem.remedy());
    }

    /** Something that only an earlier state can answer. */
    interface Question<T> {
        T answer() throws ContractException;
    }
}
