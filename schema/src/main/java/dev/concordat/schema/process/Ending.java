package dev.concordat.schema.process;

/** The end of this program that a signal has begun: it decides the exit status, and what fails because of it is nobody's concern. */
public final class Ending {
    private Ending() {}

    /** Does not return when this program is ending. */
    public static void giveWay() {
        // Java refuses to take back even what it never had.
        withdraw(new Thread("concordat-ending"));
    }

    /** Has something done when a signal ends this program; when it is ending already, does it, and does not return. */
    static void add(Thread atExit) {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            atExit.start();
            waitForTheEnd();
        }
    }

    /** Takes it back; when this program is ending, does not return. */
    static void withdraw(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                // Nothing is left to do but to wait.
            }
        }
    }
}
