package dev.concordat.check.input;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Problem;
import java.util.function.UnaryOperator;

/** Names the state that contracts are compared with in the problems it has: its files are called as those of today are. */
public final class EarlierState {
    private EarlierState() {}

    /**
     * Asks something of an earlier state.
     *
     * @param description what it is, for a sentence that ends with it
     */
    static <T> T answer(String description, Question<T> question) throws ContractException {
        return answer(question, problem -> named(problem, description));
    }

    /**
     * Looks for an earlier state.
     *
     * @param written what was given to find it by
     */
    public static <T> T find(String written, Question<T> question) throws ContractException {
        return answer(
                question,
                problem -> new Problem(
                        problem.place(),
                        "To compare with \"%s\": %s".formatted(written, problem.message()),
                        problem.remedy()));
    }

    private static <T> T answer(Question<T> question, UnaryOperator<Problem> naming) throws ContractException {
        try {
            return question.answer();
        } catch (ContractException e) {
            throw new ContractException(
                    e.failure(), e.problems().stream().map(naming).toList());
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
    public interface Question<T> {
        /** Answers it. */
        T answer() throws ContractException;
    }
}
