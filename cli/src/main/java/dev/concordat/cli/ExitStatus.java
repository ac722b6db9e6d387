package dev.concordat.cli;

/** The exit statuses, which scripts rely on. */
final class ExitStatus {
    static final int FINE = 0;
    static final int NO_ANSWER = 1;
    static final int CONFIGURATION = 2;
    static final int CONFLICT = 3;
    static final int OUR_BUG = 70;
    static final int VIOLATIONS = 100;

    private ExitStatus() {}
}
