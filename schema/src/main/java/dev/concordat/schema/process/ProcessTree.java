package dev.concordat.schema.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A child process and all that it started. A grandchild whose parent has ended is no descendant any more, so every process of the tree carries a mark
 * in its environment, by which it is found where the system shows environments (Linux).
 */
final class ProcessTree {
    static final String MARK = "CONCORDAT_CHILD";

    private static final Path PROCESSES = Path.of("/proc");
    private static final int ROUNDS = 200;
    private static final long PAUSE_MILLISECONDS = 10;

    private final ProcessHandle root;
    private final String mark;

    ProcessTree(ProcessHandle root, String mark) {
        this.root = root;
        this.mark = MARK + "=" + mark;
    }

    /** Kills every process of the tree, again and again while new ones appear. */
    void kill() {
        boolean interrupted = false;
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> alive = alive();
            if (alive.isEmpty()) {
                break;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessHandle> alive() {
        Stream<ProcessHandle> descendants = Stream.concat(Stream.of(root), root.descendants());
        return Stream.concat(descendants, marked().stream())
                .distinct()
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private List<ProcessHandle> marked() {
        if (!Files.isReadable(PROCESSES.resolve("self/environ"))) {
            return List.of();
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(this::carriesMark).toList();
        }
    }

    private boolean carriesMark(ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(PROCESSES.resolve(process.pid() + "/environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException e) {
            // Ended meanwhile, or another user's: not one of ours.
            return false;
        }
    }
}
