package dev.concordat.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.generate.Coordinates;
import dev.concordat.generate.StandaloneMaven;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server whose port has the digits of a refusal, so that they are in what a broken connection says. */
final class HttpRepositoryTest {
    private static final byte[] BYTES = "a jar".getBytes(StandardCharsets.UTF_8);

    private final StandaloneMaven maven = StandaloneMaven.online();
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = serverWithPortOf401();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        maven.close();
    }

    @Test
    void asksAgainWhenTheConnectionBreaks() throws ContractException {
        server.createContext("/", exchange -> {
            if (requests.getAndIncrement() > 0) {
                answer(exchange);
            }
            exchange.close();
        });
        repository().create("g/a/1/a.jar", BYTES);
        assertArrayEquals(BYTES, stored.get("/g/a/1/a.jar"));
    }

    @Test
    void doesNotAskForCredentialsWhenTheConnectionBreaks() {
        server.stop(0);
        ContractException refused =
                assertThrows(ContractException.class, () -> repository().read("g/a/1/a.jar"));
        assertEquals(Failure.NO_ANSWER, refused.failure());
        String problem = refused.problems().get(0).toString();
        assertTrue(problem.contains(":401"), problem);
        assertFalse(problem.contains("username"), problem);
    }

    @Test
    void asksForCredentialsAtOnceWhenItIsRefused() {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        ContractException refused =
                assertThrows(ContractException.class, () -> repository().read("g/a/1/a.jar"));
        assertTrue(
                refused.problems().get(0).toString().contains("Give the server \"contracts\" a username"),
                refused.problems().get(0).toString());
        assertEquals(1, requests.get());
    }

    @Test
    void metadataThatDoesNotStayIsNotTakenForListed() {
        server.createContext("/", exchange -> {
            answer(exchange);
            if (exchange.getRequestMethod().equals("GET")) {
                stored.remove(exchange.getRequestURI().getPath());
            }
            exchange.close();
        });
        Coordinates project = new Coordinates("com.example", "proto-shop", "1.0.0");
        ContractException refused = assertThrows(
                ContractException.class, () -> Metadata.list(repository(), project, List.of("1.0.0"), Instant.EPOCH));
        assertEquals(Failure.NO_ANSWER, refused.failure());
        assertTrue(
                refused.problems().get(0).toString().contains("does not stay as it is written"),
                refused.problems().get(0).toString());
    }

    @Test
    void metadataThatSomebodyElseReplacesMeanwhileIsNoConflict() throws ContractException {
        String path = "/com/example/proto-shop/maven-metadata.xml";
        server.createContext("/", exchange -> {
            answer(exchange);
            if (exchange.getRequestMethod().equals("PUT") && requests.getAndIncrement() == 0) {
                stored.put(path, "<versions><version>0.9.0</version></versions>".getBytes(StandardCharsets.UTF_8));
            }
            exchange.close();
        });
        Coordinates project = new Coordinates("com.example", "proto-shop", "1.0.0");
        Metadata.list(repository(), project, List.of("1.0.0"), Instant.EPOCH);
        String metadata = new String(body(path), StandardCharsets.UTF_8);
        assertTrue(metadata.contains("<version>0.9.0</version>"), metadata);
        assertTrue(metadata.contains("<version>1.0.0</version>"), metadata);
    }

    @Test
    void whatIsTakenAndNotThereIsNoConflict() {
        server.createContext("/", exchange -> {
            answer(exchange);
            stored.clear();
            exchange.close();
        });
        ContractException refused =
                assertThrows(ContractException.class, () -> repository().create("g/a/1/a.jar", BYTES));
        assertEquals(Failure.NO_ANSWER, refused.failure());
        assertTrue(
                refused.problems().get(0).toString().contains("took \"g/a/1/a.jar\", and does not have it."),
                refused.problems().get(0).toString());
    }

    @Test
    void otherBytesThatCameInBetweenAreAConflict() {
        server.createContext("/", exchange -> {
            answer(exchange);
            stored.replaceAll((path, bytes) -> "another jar".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        ContractException refused =
                assertThrows(ContractException.class, () -> repository().create("g/a/1/a.jar", BYTES));
        assertEquals(Failure.CONFLICT, refused.failure());
    }

    private ArtifactRepository repository() throws ContractException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return new RepositoryTarget(url, RepositoryTarget.DEFAULT_ID).open(maven);
    }

    private static HttpServer serverWithPortOf401() throws IOException {
        for (int port = 40100; port < 40200; port++) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (BindException e) {
                // Somebody else's: the next one.
            }
        }
        throw new AssertionError("No port is free.");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("PUT")) {
            stored.put(path, body);
            exchange.sendResponseHeaders(201, -1);
        } else if (stored.containsKey(path)) {
            exchange.sendResponseHeaders(200, body(path).length);
            exchange.getResponseBody().write(body(path));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private byte[] body(String path) {
        return stored.getOrDefault(path, new byte[0]);
    }
}
