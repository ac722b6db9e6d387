package dev.concordat.schema.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchiveTest {
    private static final byte[] PLAIN = new TarSandbox()
            .entry("top/", '5', "")
            .file("top/a.proto", "a")
            .file("./top/proto/b.proto", "b")
            .file("top/proto/README.md", "x".repeat(1000))
            .toBytes();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "a.tar, 'top/a.proto top/proto/b.proto'",
        "a.tar#strip_components=1, 'a.proto proto/b.proto'",
        "a.tar#strip_components=2, b.proto",
        "a.tar#subdir=top/proto, b.proto",
        "'a.tar#strip_components=1,subdir=proto', b.proto",
        "a.tar.gz, 'top/a.proto top/proto/b.proto'",
        "a.tgz, 'top/a.proto top/proto/b.proto'",
        "a.tar.zst, 'top/a.proto top/proto/b.proto'",
        "a.zip#subdir=top, 'a.proto proto/b.proto'",
        "'z#format=zip,strip_components=1', 'a.proto proto/b.proto'",
        "'g#format=tar,compression=gzip', 'top/a.proto top/proto/b.proto'",
    })
    void readsTheContractsOf(String input, String files) throws IOException, ContractException {
        write("a.tar", PLAIN);
        write("a.tar.gz", gzip(PLAIN));
        write("a.tgz", gzip(PLAIN));
        write("g", gzip(PLAIN));
        write("a.tar.zst", zstd(PLAIN));
        byte[] zip = zip("top/", "", "top/a.proto", "a", "top/proto/b.proto", "b", "top/x", "x");
        write("a.zip", zip);
        write("z", zip);
        try (OpenInput open = InputReference.parse(input).open(directory)) {
            List<String> found = open.tree().files(".");
            assertEquals(files, String.join(" ", found));
            String last = found.get(found.size() - 1);
            assertArrayEquals("b".getBytes(UTF_8), open.tree().read(last).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-#format=tar", "-#format=tar,compression=none"})
    void readsStandardInput(String input) throws ContractException {
        try (OpenInput open = InputReference.parse(input).open(directory, new ByteArrayInputStream(PLAIN))) {
            assertEquals(2, open.tree().files(".").size());
        }
    }

    @Test
    void readsLongNames() throws IOException, ContractException {
        String name = "a/".repeat(80) + "a.proto";
        write("pax.tar", new TarSandbox().pax("path", name).file("short", "p").toBytes());
        write(
                "gnu.tar",
                new TarSandbox()
                        .entry("././@LongLink", 'L', name + "\0")
                        .file("short", "g")
                        .toBytes());
        for (String archive : List.of("pax.tar", "gnu.tar")) {
            assertEquals(
                    List.of(name),
                    InputReference.parse(archive).open(directory).tree().files("."));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.proto",
                "a/../../b.proto",
                "/etc/a.proto",
                "a//b.proto",
                "a/./b.proto",
                "C:/a.proto",
                "a\\b.proto",
                "a\nb.proto"
            })
    void refusesNamesThatLeaveTheArchive(String name) throws IOException {
        write("a.tar", new TarSandbox().file("good.proto", "").file(name, "").toBytes());
        write("a.zip", zip("good.proto", "", name, ""));
        assertFailure(Failure.NO_ANSWER, "refused", "a.tar");
        assertFailure(Failure.NO_ANSWER, "refused", "a.zip");
    }

    @Test
    void refusesNamesThatAreThereTwice() throws IOException {
        write(
                "a.tar",
                new TarSandbox().file("a.proto", "1").file("./a.proto", "2").toBytes());
        assertFailure(Failure.NO_ANSWER, "two entries \"a.proto\"", "a.tar");
        byte[] zip = zip("a.proto", "1", "b.proto", "2");
        write("a.zip", replaced(zip, "b.proto", "a.proto"));
        assertFailure(Failure.NO_ANSWER, "two entries \"a.proto\"", "a.zip");
    }

    @Test
    void refusesContractsThatAreLinks() throws IOException, ContractException {
        write(
                "a.tar",
                new TarSandbox()
                        .link("README", "x")
                        .link("a.proto", "/etc/passwd")
                        .toBytes());
        assertFailure(Failure.CONTRACT, "\"a.proto\" of archive a.tar is a link", "a.tar");
        byte[] zip = zip("a.proto", "/etc/passwd");
        int entry = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[entry + 5] = 3;
        zip[entry + 41] = (byte) 0xA1;
        write("a.zip", zip);
        assertFailure(Failure.CONTRACT, "is a link", "a.zip");
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        write("a.tar", new TarSandbox().file("a.proto", "").unended());
        assertFailure(Failure.NO_ANSWER, "ends in the middle", "a.tar");
        write("b.tar", Arrays.copyOf(PLAIN, 700));
        assertFailure(Failure.NO_ANSWER, "ends in the middle", "b.tar");
        write("a.tgz", Arrays.copyOf(gzip(PLAIN), 40));
        assertFailure(Failure.NO_ANSWER, "cannot be read", "a.tgz");
        byte[] zip = zip("a.proto", "a");
        write("a.zip", Arrays.copyOf(zip, zip.length - 1));
        assertFailure(Failure.NO_ANSWER, "no directory at its end", "a.zip");
    }

    @Test
    void refusesWhatIsPackedOtherwiseThanItsNameSays() throws IOException {
        write("a.tar", gzip(PLAIN));
        write("a.tgz", PLAIN);
        write("a.tar.zst", PLAIN);
        write("a.zip", PLAIN);
        for (String archive : List.of("a.tar", "a.tgz", "a.tar.zst", "a.zip")) {
            assertFailure(Failure.NO_ANSWER, "cannot be read", archive);
        }
        assertFailure(Failure.NO_ANSWER, "There is no such file", "none.zip");
        assertFailure(Failure.NO_ANSWER, "There is no such file", "none.tar");
    }

    @Test
    void readsNoFileThatIsTooLarge() throws IOException {
        String large = "x".repeat((4 << 20) + 1);
        write("a.tgz", gzip(new TarSandbox().file("a.proto", large).toBytes()));
        write("a.zip", zip("a.proto", large));
        assertFailure(Failure.NO_ANSWER, "more than 4 MiB", "a.tgz");
        assertFailure(Failure.NO_ANSWER, "more than 4 MiB", "a.zip");
    }

    /** An entry that claims to be small may unpack to anything. */
    @Test
    void readsNoMoreThanAnEntryClaims() throws IOException {
        byte[] zip = zip("a.proto", "x".repeat(1 << 20));
        int entry = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        Arrays.fill(zip, entry + 24, entry + 28, (byte) 1);
        zip[entry + 26] = 0;
        zip[entry + 27] = 0;
        write("a.zip", zip);
        assertFailure(Failure.NO_ANSWER, "another size than it says", "a.zip");
    }

    /** A reader may refuse anything, with a reason, and must do it soon. */
    @Test
    @Timeout(60)
    void survivesAnyBytes() throws IOException {
        byte[] zip = zip("a.proto", "a", "b/c.proto", "message");
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            for (byte[] whole : List.of(PLAIN, zip)) {
                byte[] damaged = whole.clone();
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                String input = whole == zip ? "-#format=zip" : "-#format=tar";
                try (OpenInput open = InputReference.parse(input).open(directory, new ByteArrayInputStream(damaged))) {
                    for (String file : open.tree().files(".")) {
                        open.tree().read(file);
                    }
                } catch (ContractException e) {
                    assertTrue(e.failure() == Failure.NO_ANSWER || e.failure() == Failure.CONTRACT);
                }
            }
        }
    }

    private void assertFailure(Failure expected, String text, String input) {
        ContractException e = assertThrows(ContractException.class, () -> {
            try (OpenInput open = InputReference.parse(input).open(directory)) {
                for (String file : open.tree().files(".")) {
                    open.tree().read(file);
                }
            }
        });
        assertEquals(expected, e.failure(), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains(text), e.getMessage());
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(directory.resolve(name), content);
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int at = 0; at < namesAndContents.length; at += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[at]));
                zip.write(namesAndContents[at + 1].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        byte[] result = bytes.clone();
        byte[] wanted = from.getBytes(UTF_8);
        for (int at = indexOf(result, wanted); at >= 0; at = indexOf(result, wanted)) {
            System.arraycopy(to.getBytes(UTF_8), 0, result, at, wanted.length);
        }
        return result;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
