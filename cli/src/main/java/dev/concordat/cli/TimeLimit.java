package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Ends the process when a command takes longer than it may: a gate that hangs is no gate. Whatever a contract holds, a run ends with an answer or says
 * that it has none.
 */
final class TimeLimit {
    static final Flag FLAG =
            Flag.valued("--timeout", "duration", "How long it may take, such as 90s or 5m; 0 for ever (default 2m)");

    private static final Duration DEFAULT = Duration.ofMinutes(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Pattern GRAMMAR = Pattern.compile("0|(?:\\d{1,9}(?:\\.\\d{0,9})?(?:h|m|s|ms|us|\u00b5s|ns))+");

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?)([a-z\u00b5]+)");

    private final Thread watch;

    private TimeLimit(Thread watch) {
        this.watch = watch;
    }

    /**
     * Starts the clock for the thread that calls.
     *
     * @param end ends the process at once, with this exit status
     */
    static TimeLimit start(Arguments arguments, Terminal terminal, IntConsumer end) throws ContractException {
        Duration limit = limit(arguments);
        Thread worker = Thread.currentThread();
        Thread watch = new Thread(() -> watch(limit, worker, terminal, end), "time limit");
        watch.setDaemon(true);
        if (!limit.isZero()) {
            watch.start();
        }
        return new TimeLimit(watch);
    }

    /** Stops the clock: there is an answer, and whoever reads it may take any time. */
    void stop() {
        watch.interrupt();
    }

    private static Duration limit(Arguments arguments) throws ContractException {
        String text = arguments.value(FLAG.name()).orElse("");
        if (text.isEmpty()) {
            return DEFAULT;
        }
        if (!GRAMMAR.matcher(text).matches()) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "\"%s\" is no duration.".formatted(text),
                    "Write hours, minutes and seconds: 90s, 5m, 1h30m; 0 is no limit.");
        }
        BigDecimal nanoseconds = PART.matcher(text)
                .results()
                .map(part -> new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanoseconds(part.group(2)))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        // Whatever is not zero is a limit, and no wait is longer than Java can wait.
        return nanoseconds.signum() == 0
                ? Duration.ZERO
                : Duration.ofMillis(nanoseconds
                        .movePointLeft(6)
                        .setScale(0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(Long.MAX_VALUE))
                        .longValue());
    }

    private static long nanoseconds(String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(1).toNanos();
            case "m" -> Duration.ofMinutes(1).toNanos();
            case "s" -> Duration.ofSeconds(1).toNanos();
            case "ms" -> Duration.ofMillis(1).toNanos();
            case "ns" -> 1;
            default -> 1_000;
        };
    }

    private static void watch(Duration limit, Thread worker, Terminal terminal, IntConsumer end) {
        Thread last = new Thread(() -> tell(limit, worker, terminal), "last words");
        last.setDaemon(true);
        try {
            Thread.sleep(limit.toMillis());
            last.start();
            // Whoever does not read them does not keep the process.
            last.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            return;
        }
        end.accept(ExitStatus.NO_ANSWER);
    }

    private static void tell(Duration limit, Thread worker, Terminal terminal) {
        terminal.tell(
                "There is no answer after %s seconds. Give it more time with %s, or look at the files changed last."
                        .formatted(limit.toSeconds(), FLAG.name()));
        for (StackTraceElement frame : worker.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.concordat.")) {
                terminal.tell("It was at " + frame.getClassName() + "." + frame.getMethodName() + ".");
                break;
            }
        }
    }
}
