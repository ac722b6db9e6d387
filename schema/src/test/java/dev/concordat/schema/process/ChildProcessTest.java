package dev.concordat.schema.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
final class ChildProcessTest {
    @TempDir
    private Path directory;

    @Test
    void answersExitCodeAndBothOutputs() throws ContractException {
        assertEquals(new Result(3, "out ä\n", "err\n"), shell("echo out ä; echo err >&2; exit 3"));
    }

    @Test
    void runsInTheDirectoryWithoutInput() throws ContractException {
        assertEquals(
                new Result(0, directory.toString() + "\n0\n", ""),
                shell("pwd -P | sed 's/^.private//'; wc -c | tr -d ' '"));
    }

    @Test
    void passesOnOnlyNecessaryVariables() throws ContractException {
        String names = shell("env").stdout();
        List<String> allowed = List.of(
                "PATH",
                "LANG",
                "LC_ALL",
                "LC_CTYPE",
                "TMPDIR",
                "TMP",
                "TEMP",
                "PWD",
                "OLDPWD",
                "SHLVL",
                "_",
                "CONCORDAT_CHILD");
        assertEquals(
                List.of(),
                names.lines()
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(name -> !allowed.contains(name))
                        .toList());
    }

    @Test
    void passesOnNamedVariables() throws ContractException {
        List<String> command = List.of("sh", "-c", "echo $SECRET");
        assertEquals(
                "word\n",
                ChildProcess.run(command, directory, limits(10), Map.of("SECRET", "word"))
                        .stdout());
    }

    @Test
    void stopsAfterTheTimeLimit() {
        assertEquals(
                "\"sh\" was stopped because it ran longer than 1 s. Look at the contracts changed last: very large or deeply"
                        + " nested ones can cause this.",
                failure("sleep 50").getMessage());
    }

    @Test
    void stopsAChildThatIgnoresSignals() {
        assertEquals(
                Failure.NO_ANSWER,
                failure("trap '' TERM INT HUP; while :; do sleep 1; done").failure());
    }

    @Test
    void stopsAFloodOfOutput() {
        String message = flood("while :; do echo flood; done").problems().get(0).toString();
        assertTrue(message.startsWith("\"sh\" was stopped because it wrote more than 1 MiB to its output."), message);
    }

    @Test
    void stopsAFloodOfMessages() {
        String message =
                flood("while :; do echo flood >&2; done").problems().get(0).toString();
        assertTrue(message.startsWith("\"sh\" was stopped because it wrote more than 1 MiB of messages."), message);
    }

    @Test
    void refusesTooMuchOutputOfAChildThatHasEnded() {
        assertEquals(Failure.NO_ANSWER, flood("head -c 1048577 /dev/zero").failure());
    }

    @Test
    void keepsOutputOfExactlyTheLimit() throws ContractException {
        assertEquals(1 << 20, shell("head -c 1048576 /dev/zero").stdout().length());
    }

    @Test
    void stopsAFloodOfFiles() {
        String message = flood("while :; do head -c 100000 /dev/zero >> file; done")
                .problems()
                .get(0)
                .toString();
        assertTrue(message.startsWith("\"sh\" was stopped because it wrote more than 2 MiB of files."), message);
    }

    @Test
    void countsOnlyFilesThatAreNew() throws Exception {
        Files.write(directory.resolve("large"), new byte[3 << 20]);
        assertEquals(0, shell("echo small > small; sleep 0.2").exitCode());
    }

    @Test
    void leavesNoGrandchildAfterTheTimeLimit() throws Exception {
        failure("sh -c 'echo $$ > pid; sleep 50' & sleep 40");
        assertEnded();
    }

    @Test
    void leavesNoGrandchildWhoseParentEnded() throws Exception {
        shell("(setsid sh -c 'echo $$ > pid; exec sleep 50' &) ; while [ ! -s pid ]; do :; done");
        assertEnded();
    }

    @Test
    void endsAForkingChild() throws Exception {
        failure("f() { sleep 30 & sleep 0.05; f; }; echo $$ > pid; f");
        assertEnded();
    }

    @Test
    void killsTheChildWhenInterrupted() throws Exception {
        Thread thread =
                new Thread(() -> assertThrows(ContractException.class, () -> shell("echo $$ > pid; sleep 50", 50)));
        thread.start();
        while (!Files.exists(directory.resolve("pid")) || Files.size(directory.resolve("pid")) == 0) {
            Thread.sleep(10);
        }
        thread.interrupt();
        thread.join();
        assertEnded();
    }

    @Test
    void namesACommandThatDoesNotExist() {
        ContractException e = assertThrows(
                ContractException.class,
                () -> ChildProcess.run(List.of(directory.resolve("no-such").toString()), directory, limits(1)));
        assertTrue(
                e.problems().get(0).toString().startsWith("\"no-such\" could not be run: "),
                e.problems().get(0).toString());
    }

    private void assertEnded() throws Exception {
        long pid = Long.parseLong(Files.readString(directory.resolve("pid")).trim());
        // Killed, but perhaps not yet collected by its new parent.
        boolean runs = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
                && !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        assertFalse(runs, "process " + pid + " is alive");
    }

    private ContractException failure(String script) {
        return assertThrows(ContractException.class, () -> shell(script, 1));
    }

    /** What is stopped for another reason than time. */
    private ContractException flood(String script) {
        return assertThrows(ContractException.class, () -> shell(script));
    }

    /** What ends by itself has time to, on a busy machine too. */
    private Result shell(String script) throws ContractException {
        return shell(script, 30);
    }

    private Result shell(String script, int seconds) throws ContractException {
        return ChildProcess.run(List.of("sh", "-c", script), directory, limits(seconds));
    }

    private Limits limits(int seconds) {
        return new Limits(Duration.ofSeconds(seconds), 1 << 20, directory, 2 << 20);
    }
}
