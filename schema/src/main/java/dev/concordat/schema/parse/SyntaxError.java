package dev.concordat.schema.parse;

/** Leaves a statement that cannot be understood; what is wrong has been logged. Costs nothing: it has no stack trace and is made once a file. */
final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxError() {
        super("A statement cannot be understood.", null, false, false);
    }
}
