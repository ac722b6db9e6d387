package dev.concordat.cli;

import java.util.List;
import java.util.stream.Stream;

/** Flags for logs, which buf's callers give to any of its commands, so that they need not change. */
final class LogFlags {
    private static final String NO_LOG = "Nothing: taken as buf takes it, and no log is written";

    private static final List<Flag> ALL = List.of(
            Flag.alone("--debug", NO_LOG),
            Flag.alone("--verbose", NO_LOG),
            Flag.alone("-v", NO_LOG),
            Flag.alone("--no-warn", NO_LOG),
            Flag.valued("--log-format", "format", NO_LOG));

    private LogFlags() {}

    /** These flags behind a command's own. */
    static List<Flag> behind(Flag... own) {
        return Stream.concat(Stream.of(own), ALL.stream()).toList();
    }
}
