package dev.concordat.schema.process;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A process tree that may not have begun yet. Who kills it while its first process is started waits for that, and none is started later: so none is left. */
final class StartedTree {
    private final String mark;
    private @Nullable ProcessTree tree;
    private boolean killed;

    StartedTree(String mark) {
        this.mark = mark;
    }

    /** Starts its first process. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (killed) {
            throw new IOException("this program is ending");
        }
        Process process = builder.start();
        tree = new ProcessTree(process.toHandle(), mark);
        return process;
    }

    synchronized void kill() {
        killed = true;
        if (tree != null) {
            tree.kill();
        }
    }
}
