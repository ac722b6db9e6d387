package dev.concordat.check.touched;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.FileOutline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file of outlines is read as it was written, or not at all. */
final class OutlineFormatTest {
    private static final int BITS = 8;
    private static final Path OUTLINES = Path.of("src/test/resources/outlines");

    private final Random random = new Random(11);

    @Test
    void readsWhatItWrote() {
        for (int round = 0; round < 200; round++) {
            Map<ObjectId, FileOutline> outlines = outlines(random.nextInt(40));
            assertEquals(outlines, OutlineFormat.read(OutlineFormat.write(outlines)));
        }
    }

    @Test
    void writesEveryTextOnce() {
        String text = "a".repeat(1000);
        Map<ObjectId, FileOutline> outlines = new HashMap<>();
        for (int at = 1; at < 10; at++) {
            byte[] id = new byte[20];
            id[0] = (byte) at;
            outlines.put(ObjectId.fromRaw(id), new FileOutline(text, List.of(text), List.of(text), false, false));
        }
        assertTrue(OutlineFormat.write(outlines).length < 2000);
    }

    @Test
    void readsNothingOfAFileInWhichABitIsAnotherOne() {
        byte[] file = OutlineFormat.write(outlines(5));
        for (int bit = 0; bit < file.length * BITS; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / BITS] ^= (byte) (1 << bit % BITS);
            assertEquals(Map.of(), OutlineFormat.read(damaged));
        }
    }

    @Test
    void readsNothingOfAFileThatIsCutOff() {
        byte[] file = OutlineFormat.write(outlines(5));
        for (int length = 0; length < file.length; length++) {
            assertEquals(Map.of(), OutlineFormat.read(Arrays.copyOf(file, length)));
        }
    }

    /** Somebody may have meant to damage it. */
    @Test
    void takesNoHarmFromAFileWhoseChecksumIsRightAndNothingElse() {
        byte[] file = OutlineFormat.write(outlines(5));
        int begin = "Concordat outlines 3\n".length() + Integer.BYTES;
        for (int round = 0; round < 100_000; round++) {
            byte[] damaged = Arrays.copyOf(file, begin + random.nextInt(file.length - begin));
            for (int at = random.nextInt(4); at >= 0 && damaged.length > begin; at--) {
                damaged[begin + random.nextInt(damaged.length - begin)] = (byte) random.nextInt();
            }
            assertDoesNotThrow(() -> OutlineFormat.read(OutlineFormat.withChecksum(damaged)));
        }
    }

    /** Outlines that an older Concordat kept are believed as long as the format has the same number. */
    @Test
    void hasAnotherNumberWhenOutlinesSaySomethingElse() throws IOException {
        StringBuilder told = new StringBuilder(format()).append('\n');
        try (Stream<Path> contracts = Files.list(OUTLINES)) {
            for (Path contract : contracts
                    .filter(file -> file.toString().endsWith(".proto"))
                    .sorted()
                    .toList()) {
                String name = contract.getFileName().toString();
                told.append(name).append('\n');
                tell(FileOutline.of(new SourceText(name, Files.readAllBytes(contract))), told);
            }
        }
        assertEquals(
                Files.readString(OUTLINES.resolve("expected.txt")),
                told.toString(),
                "If outlines are meant to say this, give the format another number, here and in OutlineFormat.");
    }

    /** Each of the words begins what the rest might be. */
    @Test
    @Timeout(60)
    void readsALongRowOfWordsOnce() {
        for (String word : List.of("extend.", "extend .", "googleapis//", "googleapis/*", "googleapis /**/")) {
            byte[] contract = ("syntax = \"proto3\"; package a; message A {} " + word.repeat(300_000))
                    .getBytes(StandardCharsets.US_ASCII);
            assertEquals("a", FileOutline.of(new SourceText(word, contract)).packageName());
        }
    }

    private static String format() {
        String file = new String(OutlineFormat.write(Map.of()), StandardCharsets.ISO_8859_1);
        return file.substring(0, file.indexOf('\n') + 1);
    }

    private static void tell(FileOutline outline, StringBuilder told) {
        told.append(outline.packageName().isEmpty() ? "  no package" : "  package " + outline.packageName())
                .append('\n');
        for (String imported : outline.imports()) {
            told.append(outline.passedOn().contains(imported) ? "  import public " : "  import ")
                    .append(imported)
                    .append('\n');
        }
        told.append(outline.mayExtend() ? "  may extend\n" : "");
        told.append(outline.mayExpandAny() ? "  may expand an Any\n" : "");
    }

    private Map<ObjectId, FileOutline> outlines(int count) {
        Map<ObjectId, FileOutline> outlines = new HashMap<>();
        for (int at = 0; at < count; at++) {
            byte[] id = new byte[20];
            random.nextBytes(id);
            List<String> imports = new ArrayList<>();
            for (int imported = random.nextInt(4); imported > 0; imported--) {
                imports.add(text());
            }
            List<String> passedOn = imports.subList(0, random.nextInt(imports.size() + 1));
            outlines.put(
                    ObjectId.fromRaw(id),
                    new FileOutline(text(), imports, passedOn, random.nextBoolean(), random.nextBoolean()));
        }
        return outlines;
    }

    private String text() {
        return List.of("", "a", "a.v1", "a/v1/größe.proto", "b/v1/\u65e5\ud83d\ude00.proto", "c\n\"")
                .get(random.nextInt(6));
    }
}
