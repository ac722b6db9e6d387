package dev.concordat.check.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * The real buf, one process a step; what it said once is kept.
 *
 * @param executable buf itself, not the script that npm puts before it
 * @param answers the directory for what it says: the exit status in the first line, then its output
 * @param seconds how long it may run
 */
record Buf(Path executable, Path answers, int seconds) {
    private static final int VIOLATIONS = 100;
    private static final String TIMED_OUT = "none";

    /** What buf says about a step whose states are on disk, with the rules that are on there. */
    Answer answer(Step step, States states) throws IOException, InterruptedException {
        Path kept = answers.resolve(step + ".txt");
        if (!Files.exists(kept)) {
            Files.createDirectories(answers);
            Path fresh = answers.resolve("fresh.txt");
            Files.writeString(fresh, ask(states));
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return parse(Files.readString(kept));
    }

    private String ask(States states) throws IOException, InterruptedException {
        Path output = answers.resolve("output.txt");
        Path errors = answers.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "breaking",
                        "--against",
                        "../" + States.PREVIOUS,
                        "--error-format",
                        "json")
                .directory(states.current().toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return TIMED_OUT + "\nno answer within " + seconds + " seconds\n";
        }
        int status = process.exitValue();
        Path text = status == 0 || status == VIOLATIONS ? output : errors;
        return status + "\n" + Files.readString(text, StandardCharsets.UTF_8);
    }

    private static Answer parse(String kept) {
        int end = kept.indexOf('\n');
        String status = kept.substring(0, end);
        String output = kept.substring(end + 1);
        return status.equals("0") || status.equals(Integer.toString(VIOLATIONS))
                ? Answer.parse(output)
                : Answer.refused("exit status %s: %s".formatted(status, output.strip()));
    }
}
