package dev.concordat.publish;

import dev.concordat.generate.MavenContext;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.PutTask;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.transfer.NoTransporterException;

/**
 * A repository behind HTTP, one file at a time through Maven Resolver's transport, with the credentials, proxies and mirrors of settings.xml. What was stored is
 * decided by reading it back, never by a status alone: servers report failure after storing, and success before.
 */
final class HttpRepository implements ArtifactRepository {
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Pattern STATUS = Pattern.compile("(?i)\\bstatus(?: code)?: ([1-5][0-9]{2})\\b");
    private static final Set<Integer> REFUSED = Set.of(401, 403);
    /** What asking again does not change. */
    private static final Set<Integer> FINAL = Set.of(400, 401, 403, 405, 409, 413);

    private final MavenContext maven;
    private final RemoteRepository remote;

    HttpRepository(MavenContext maven, RemoteRepository remote) {
        this.maven = maven;
        this.remote = remote;
    }

    @Override
    public String description() {
        return remote.getUrl();
    }

    @Override
    public Optional<byte[]> read(String path) throws ContractException {
        Answer answer = get(path);
        for (int attempt = 1; attempt < TRIES && answer.isWorthRepeating(); attempt++) {
            pause(attempt);
            answer = get(path);
        }
        if (answer.failure() != null) {
            throw failed(path, answer.failure());
        }
        return answer.bytes();
    }

    @Override
    public void create(String path, byte[] bytes) throws ContractException {
        Optional<byte[]> there = read(path);
        byte[] stored = there.isPresent() ? there.get() : put(path, bytes);
        if (!Arrays.equals(stored, bytes)) {
            throw Conflict.problem(path, description(), bytes, stored);
        }
    }

    /** Somebody else may replace it at once; who needs to know looks again. */
    @Override
    public void replace(String path, byte[] bytes) throws ContractException {
        put(path, bytes);
    }

    /** Sends a file, and answers what is there then. */
    private byte[] put(String path, byte[] bytes) throws ContractException {
        Answer answer = tryPut(path, bytes);
        Optional<byte[]> stored = read(path);
        for (int attempt = 1; attempt < TRIES && mayComeYet(answer, stored, bytes); attempt++) {
            pause(attempt);
            answer = tryPut(path, bytes);
            stored = read(path);
        }
        if (answer.failure() != null && !isStored(stored, bytes)) {
            throw failed(path, answer.failure());
        }
        return stored.orElseThrow(
                () -> ContractException.of(
                        Failure.NO_ANSWER,
                        "Repository %s took \"%s\", and does not have it.".formatted(description(), path),
                        "Give the address that files are also read from, and run the command again: it goes on where it stopped."));
    }

    /** Whether it helps to send it again: the server failed, or does not show yet what it took. */
    private static boolean mayComeYet(Answer answer, Optional<byte[]> stored, byte[] bytes) {
        return answer.failure() == null ? stored.isEmpty() : !isStored(stored, bytes) && answer.isWorthRepeating();
    }

    private static boolean isStored(Optional<byte[]> stored, byte[] bytes) {
        return stored.isPresent() && Arrays.equals(stored.get(), bytes);
    }

    private Answer get(String path) throws ContractException {
        try (Transporter transporter = transporter()) {
            try {
                GetTask task = new GetTask(URI.create(path));
                transporter.get(task);
                return Answer.of(task.getDataBytes());
            } catch (Exception e) {
                return transporter.classify(e) == Transporter.ERROR_NOT_FOUND ? Answer.nothing() : Answer.failed(e);
            }
        }
    }

    private Answer tryPut(String path, byte[] bytes) throws ContractException {
        try (Transporter transporter = transporter()) {
            try {
                transporter.put(new PutTask(URI.create(path)).setDataBytes(bytes));
                return Answer.nothing();
            } catch (Exception e) {
                return Answer.failed(e);
            }
        }
    }

    private Transporter transporter() throws ContractException {
        try {
            return maven.transporters().newTransporter(maven.session(), remote);
        } catch (NoTransporterException e) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "\"%s\" is no address of a repository.".formatted(description()),
                    "Write file:, http: or https:.");
        }
    }

    private static void pause(int attempt) {
        long millis = FIRST_PAUSE.toMillis() << attempt;
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status of a response that is a failure, 0 where there was none: Maven's transports say it in words alone, beside which there may be other numbers. */
    private static int status(Exception failure) {
        Matcher matcher = STATUS.matcher(String.valueOf(failure.getMessage()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private ContractException failed(String path, Exception e) {
        String message = String.valueOf(e.getMessage());
        String remedy = REFUSED.contains(status(e))
                ? "Give the server \"%s\" a username and a password in ~/.m2/settings.xml.".formatted(remote.getId())
                : "When the repository answers again, run the command again: it goes on where it stopped.";
        return ContractException.of(
                Failure.NO_ANSWER,
                "Repository %s did not take or give \"%s\": %s.".formatted(description(), path, message),
                remedy);
    }

    /** What the server said: bytes, that there is nothing, or a failure. */
    private record Answer(
            Optional<byte[]> bytes,
            @org.jspecify.annotations.Nullable Exception failure) {
        static Answer of(byte[] bytes) {
            return new Answer(Optional.of(bytes), null);
        }

        static Answer nothing() {
            return new Answer(Optional.empty(), null);
        }

        static Answer failed(Exception failure) {
            return new Answer(Optional.empty(), failure);
        }

        /** Whether another try may help: no refusal, and nothing that says the request itself is wrong. */
        boolean isWorthRepeating() {
            return failure != null && !FINAL.contains(status(failure));
        }
    }
}
