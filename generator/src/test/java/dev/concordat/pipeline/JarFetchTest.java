package dev.concordat.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.input.ImportCache;
import dev.concordat.generate.MavenContext;
import dev.concordat.generate.MavenSource;
import dev.concordat.publish.PublishedJar;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.ImportedJar;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars of a real Maven repository in a directory, resolved by the real resolver. */
final class JarFetchTest {
    private static final MavenSource NONE = () -> {
        throw new AssertionError("Maven was asked.");
    };

    @TempDir
    private Path directory;

    private Context context;

    @BeforeEach
    void openMaven() {
        RemoteRepository repository = new RemoteRepository.Builder(
                        "test",
                        "default",
                        directory.resolve("repository").toUri().toString())
                .build();
        context = Runtimes.INSTANCE
                .getRuntime()
                .create(ContextOverrides.create()
                        .withUserSettings(false)
                        .withLocalRepositoryOverride(directory.resolve("local"))
                        .repositories(List.of(repository))
                        .addRepositoriesOp(ContextOverrides.AddRepositoriesOp.REPLACE)
                        .build());
    }

    @AfterEach
    void closeMaven() {
        context.close();
    }

    @Test
    void bringsAJarOnceAndAsksNobodyAfterwards() throws IOException, ContractException {
        byte[] jar = publish("acme/money.proto");
        ImportedJar wanted = jar(Optional.of(ImportCache.sha256(jar)));
        assertTrue(fetch(maven()).fetch(wanted));
        assertFalse(fetch(NONE).fetch(wanted));
        assertEquals(
                List.of("acme/money.proto"),
                List.copyOf(cache().find(wanted).orElseThrow().keySet()));
    }

    @Test
    void tellsTheDigestOfWhatIsThereNow() throws IOException, ContractException {
        byte[] jar = publish("acme/money.proto");
        ImportedJar found = fetch(maven()).fetchLatest(jar(Optional.empty()));
        assertEquals(jar(Optional.of(ImportCache.sha256(jar))), found);
        assertFalse(fetch(NONE).fetch(found));
    }

    @Test
    void keepsNoJarWithAnotherDigest() throws IOException, ContractException {
        byte[] jar = publish("acme/money.proto");
        ImportedJar wanted = jar(Optional.of("0".repeat(64)));
        assertRefused(Failure.NO_ANSWER, "so it is not used", wanted);
        assertEquals(Optional.empty(), cache().find(wanted));
        assertEquals(Optional.empty(), cache().find(jar(Optional.of(ImportCache.sha256(jar)))));
    }

    @Test
    void refusesAJarThatNoRepositoryHas() {
        assertRefused(Failure.NO_ANSWER, "com.acme:common:1.4.0 is neither in", jar(Optional.of("0".repeat(64))));
    }

    @Test
    void refusesAJarWithoutContracts() throws IOException {
        byte[] jar = publish("com/acme/Money.class");
        assertRefused(Failure.NO_ANSWER, "holds no .proto file", jar(Optional.of(ImportCache.sha256(jar))));
    }

    @Test
    void refusesAJarWhoseNamesLeadOut() throws IOException {
        byte[] jar = publish("../money.proto");
        assertRefused(Failure.NO_ANSWER, "The archive is refused", jar(Optional.of(ImportCache.sha256(jar))));
    }

    @Test
    void refusesToTakeAJarOnTrust() throws IOException {
        publish("acme/money.proto");
        assertRefused(Failure.CONFIGURATION, "has no digest", jar(Optional.empty()));
    }

    private void assertRefused(Failure failure, String part, ImportedJar wanted) {
        ContractException e =
                assertThrows(ContractException.class, () -> fetch(maven()).fetch(wanted));
        assertEquals(failure, e.failure());
        assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
    }

    private JarFetch fetch(MavenSource maven) {
        return new JarFetch(new PublishedJar(maven, directory.resolve("registry")), cache());
    }

    private ImportCache cache() {
        return new ImportCache(directory.resolve("cache"));
    }

    private MavenSource maven() {
        return MavenSource.of(new MavenContext(
                context.repositorySystem(),
                context.repositorySystemSession(),
                context.remoteRepositories(),
                context.lookup().lookup(TransporterProvider.class).orElseThrow()));
    }

    private static ImportedJar jar(Optional<String> sha256) {
        return new ImportedJar("com.acme", "common", "1.4.0", sha256);
    }

    /** Publishes a jar with one file. */
    private byte[] publish(String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(path));
            zip.write("syntax = \"proto3\";\n".getBytes(StandardCharsets.UTF_8));
        }
        Path published = directory.resolve("repository/com/acme/common/1.4.0/common-1.4.0.jar");
        Files.createDirectories(published.getParent());
        Files.write(published, bytes.toByteArray());
        return bytes.toByteArray();
    }
}
