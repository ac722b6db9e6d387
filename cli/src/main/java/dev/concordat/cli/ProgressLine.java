package dev.concordat.cli;

import dev.concordat.pipeline.Progress;

/** Progress on a terminal; elsewhere long work is silent. */
final class ProgressLine {
    private ProgressLine() {}

    static Progress on(Terminal terminal) {
        return terminal.interactive() ? step -> terminal.tell("  " + step) : Progress.SILENT;
    }
}
