package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process when a command takes longer than it may: a gate that hangs is no gate. Whatever a contract holds, a run ends with an answer or says
 * that it has none.
 */
final class TimeLimit {
    static final Flag FLAG =
            Flag.valued("--timeout", "duration", "How long it may take, such as 90s or 5m; 0s for ever (default 2m)");

    private static final Duration DEFAULT = Duration.ofMinutes(2);
    private static final Pattern GRAMMAR = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");

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

    /** Stops the clock. */
    void stop() {
        watch.interrupt();
    }

    private static Duration limit(Arguments arguments) throws ContractException {
        String text = arguments.value(FLAG.name()).orElse("");
        if (text.isEmpty()) {
            return DEFAULT;
        }
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "\"%s\" is no duration.".formatted(text),
                    "Write hours, minutes and seconds: 90s, 5m, 1h30m.");
        }
        return Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static void watch(Duration limit, Thread worker, Terminal terminal, IntConsumer end) {
        try {
            Thread.sleep(limit.toMillis());
        } catch (InterruptedException e) {
            return;
        }
        terminal.tell(
                "There is no answer after %s seconds. Give it more time with %s, or look at the files changed last."
                        .formatted(limit.toSeconds(), FLAG.name()));
        for (StackTraceElement frame : worker.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.concordat.")) {
                terminal.tell("It was at " + frame.getClassName() + "." + frame.getMethodName() + ".");
                break;
            }
        }
        terminal.out().flush();
        terminal.err().flush();
        end.accept(ExitStatus.NO_ANSWER);
    }
}
