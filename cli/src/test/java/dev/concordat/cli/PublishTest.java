package dev.concordat.cli;

import static dev.concordat.cli.ScratchRegistry.ROUTE_GUIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishTest {
    private static final String GUIDE = "registry/dev/concordat/contracts/proto-routeguide/";

    @TempDir
    private Path directory;

    @Test
    void releasesAreCompletedAndNeverWrittenAgain() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
        assertEquals(0, registry.concordat("release").status());
        Outcome publish = registry.concordat("publish", "--to", "file:registry");
        assertEquals(0, publish.status(), publish.toString());
        List<String> complete = ScratchRegistry.listing(registry.directory().resolve("registry"));
        assertTrue(Files.readString(registry.directory().resolve(GUIDE + "maven-metadata.xml"))
                .contains("<release>1.0.0</release>"));

        Outcome again = registry.concordat("publish", "--to", "file:registry");
        assertTrue(again.out().startsWith("Nothing to do: "), again.out());
        assertEquals(complete, ScratchRegistry.listing(registry.directory().resolve("registry")));
        assertEquals("", toldOnATerminal(registry, "publish", "--to", "file:registry"));

        Files.delete(registry.directory().resolve(GUIDE + "1.0.0/proto-routeguide-1.0.0.jar"));
        Files.delete(registry.directory().resolve(GUIDE + "1.0.0/proto-routeguide-1.0.0.jar.sha1"));
        Files.delete(registry.directory().resolve(GUIDE + "maven-metadata.xml"));
        assertEquals(0, registry.concordat("publish", "--to", "file:registry").status());
        assertEquals(complete, ScratchRegistry.listing(registry.directory().resolve("registry")));
    }

    private static String toldOnATerminal(ScratchRegistry registry, String... arguments) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(told, true, StandardCharsets.UTF_8),
                true,
                registry.directory());
        assertEquals(0, new Main(Commands.all(), terminal).run(List.of(arguments)));
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void otherBytesUnderAReleasedVersionAreRefusedBeforeAnythingIsWritten() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
        assertEquals(0, registry.concordat("release").status());
        registry.write(GUIDE + "1.0.0/proto-routeguide-1.0.0.jar", "something else");
        List<String> before = ScratchRegistry.listing(registry.directory().resolve("registry"));
        Outcome publish = registry.concordat("publish", "--to", "file:registry");
        assertEquals(3, publish.status(), publish.toString());
        assertTrue(publish.err().contains("proto-routeguide-1.0.0.jar\" is in "), publish.err());
        assertTrue(publish.err().contains("A released version never changes"), publish.err());
        assertEquals(before, ScratchRegistry.listing(registry.directory().resolve("registry")));
    }

    @Test
    void whatChangedSinceIsASnapshotWithItsQualifier() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
        assertEquals(0, registry.concordat("release").status());
        registry.edit(ROUTE_GUIDE, ScratchRegistry::grown);
        Outcome publish = registry.concordat("publish", "--to", "file:registry", "--qualifier", "pr812");
        assertEquals(0, publish.status(), publish.toString());
        assertTrue(
                publish.out().contains("published dev.concordat.contracts:proto-routeguide:1.1.0-pr812-SNAPSHOT\n"),
                publish.out());
        assertFalse(publish.out().contains("concordat-options:1.1"), publish.out());
    }

    @Test
    void pomsDeclareNoTransportNoGuavaAndNoJavaxAnnotation() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
        assertEquals(0, registry.concordat("publish", "--to", "file:registry").status());
        int poms = 0;
        try (Stream<Path> walk = Files.walk(registry.directory().resolve("registry"))) {
            for (Path pom :
                    walk.filter(path -> path.toString().endsWith(".pom")).toList()) {
                String text = Files.readString(pom);
                for (String banned : List.of("netty", "okhttp", "guava", "javax.annotation")) {
                    assertFalse(text.contains(banned), pom + " names " + banned);
                }
                poms++;
            }
        }
        assertEquals(5, poms);
    }

    @Test
    void stubsAreTheSameBytesWhereverTheyAreBuilt() throws IOException, InterruptedException {
        List<String> here = released("here", "UTC");
        List<String> there = released("a/long way/off", "Asia/Kathmandu");
        assertEquals(here, there);
        assertTrue(here.size() > 20, here.toString());
    }

    @Test
    void anHttpRepositoryGetsPomsFirstAndMainJarsLast() throws IOException, InterruptedException {
        Map<String, byte[]> stored = new ConcurrentHashMap<>();
        List<String> puts = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, stored, puts));
        server.start();
        try {
            ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
            addAlphabeticallyFirst(registry);
            assertEquals(0, registry.concordat("release").status());
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/maven";
            Outcome publish = registry.concordat("publish", "--to", url);
            assertEquals(0, publish.status(), publish.toString());
            List<String> guide = puts.stream()
                    .filter(path -> path.contains("/proto-routeguide/1.0.0/") && path.matches(".*\\.(pom|jar)"))
                    .toList();
            assertTrue(guide.get(0).endsWith("proto-routeguide-1.0.0.pom"), guide.toString());
            assertTrue(guide.get(guide.size() - 1).endsWith("proto-routeguide-1.0.0.jar"), guide.toString());
            assertEquals(
                    List.of("concordat-options", "proto-routeguide", "proto-alpha", "contracts-bom"),
                    puts.stream()
                            .filter(path ->
                                    path.matches(".*/(concordat|proto)-[a-z]+-1.0.0.jar|.*/contracts-bom-1.0.0.pom"))
                            .map(path -> path.replaceFirst(".*/(.*)-1.0.0.*", "$1"))
                            .toList());
            int before = puts.size();
            assertTrue(registry.concordat("publish", "--to", url).out().startsWith("Nothing to do: "));
            assertEquals(before, puts.size());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aBranchIsShownThePlatformThatItReleasedLast() throws IOException, InterruptedException {
        ScratchRegistry registry = ScratchRegistry.create(directory.resolve("a"));
        assertEquals(0, registry.concordat("release").status());
        registry.edit(ROUTE_GUIDE, ScratchRegistry::grown).commit("More");
        assertEquals(0, registry.concordat("release").status());
        assertPlatform("1.1.0", registry);
        registry.git("tag", "-a", "-m", "Not good.", "retracted/contracts-bom/v1.1.0", "HEAD");
        registry.git("checkout", "-q", "-b", "1.x", "contracts-bom/v1.0.0");
        assertPlatform("1.0.0", registry);
    }

    private static void assertPlatform(String version, ScratchRegistry registry) {
        Outcome publish = registry.concordat("publish", "--to", "file:registry");
        assertEquals(0, publish.status(), publish.toString());
        assertTrue(publish.out().contains("<version>" + version + "</version>"), publish.out());
    }

    /** A module that depends on the route guide and has a name before it. */
    private static void addAlphabeticallyFirst(ScratchRegistry registry) throws IOException, InterruptedException {
        registry.write("contracts/alpha/alpha/v1/alpha.proto", """
                        syntax = "proto3";
                        package alpha.v1;
                        import "routeguide/v1/route_guide.proto";
                        option java_package = "com.example.alpha.v1";
                        option java_multiple_files = true;
                        message Alpha { routeguide.v1.Point point = 1; }
                        """)
                .edit("buf.yaml", text -> text.replace("breaking:", "  - path: contracts/alpha\nbreaking:"))
                .commit("Alpha");
    }

    private static void answer(HttpExchange exchange, Map<String, byte[]> stored, List<String> puts)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("PUT")) {
            stored.put(path, body);
            puts.add(path);
            exchange.sendResponseHeaders(201, -1);
        } else if (stored.containsKey(path)) {
            byte[] bytes = stored.getOrDefault(path, new byte[0]);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } else {
            byte[] text = "not here".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, text.length);
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private List<String> released(String name, String zone) throws IOException, InterruptedException {
        TimeZone usual = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            ScratchRegistry registry = ScratchRegistry.create(directory.resolve(name));
            assertEquals(0, registry.concordat("release").status());
            Outcome publish = registry.concordat("publish", "--to", "file:registry");
            assertEquals(0, publish.status(), publish.toString());
            return ScratchRegistry.listing(registry.directory().resolve("registry"));
        } finally {
            TimeZone.setDefault(usual);
        }
    }
}
