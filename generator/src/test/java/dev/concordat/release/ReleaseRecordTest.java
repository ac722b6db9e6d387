package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.change.RetiredNumber;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReleaseRecordTest {
    private static final ReleaseTag TAG = new ReleaseTag("routeguide", new Version(1, 1, 0));

    @Test
    void isPrintedInOneWay() {
        assertEquals(
                """
                routeguide 1.1.0

                record: 1
                bump: minor
                change: field "altitude" added
                input-own: %1$s
                input-reached: %2$s
                input-tools: %3$s
                dependency: common 1.0.0
                artifact: %1$s  proto-routeguide-1.1.0.jar
                artifact: %2$s  proto-routeguide-1.1.0.pom
                retired: routeguide.v1.Point 3 height
                runtime: com.google.protobuf:protobuf-java 4.33.2
                tool: 0.1.0
                lock: %3$s
                stub-format: 1
                """.formatted(digest('a'), digest('b'), digest('c')), example().print());
    }

    @Test
    void isReadBackAsItWasPrinted() throws ContractException {
        assertEquals(example(), ReleaseRecord.parse(TAG, example().print()));
    }

    @Test
    void isReadBackWhateverItHolds() throws ContractException {
        Random random = new Random(20261);
        for (int round = 0; round < 2_000; round++) {
            ReleaseRecord written = randomRecord(random);
            String text = written.print();
            assertEquals(written, ReleaseRecord.parse(written.tag(), text), text);
            assertTrue(text.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c)), text);
        }
    }

    @Test
    void isRefusedWhenASingleCharacterDiffers() throws ContractException {
        Random random = new Random(20262);
        String text = example().print();
        for (int at = 0; at < text.length(); at++) {
            String changed = text.substring(0, at) + (char) (33 + random.nextInt(15)) + text.substring(at + 1);
            if (!changed.equals(text)) {
                try {
                    assertEquals(changed, ReleaseRecord.parse(TAG, changed).print());
                } catch (ContractException e) {
                    assertEquals(Failure.NO_ANSWER, e.failure());
                }
            }
        }
    }

    @Test
    void namesTheTagThatHoldsNoRecord() {
        for (String message : List.of(
                "",
                "\n",
                "routeguide 1.1.0\n",
                "Release 1.1.0\n\nBy hand.\n",
                example().print() + "\n")) {
            Refusal.of(() -> ReleaseRecord.parse(TAG, message))
                    .is(Failure.NO_ANSWER)
                    .says("\"routeguide/v1.1.0\"");
        }
    }

    @Test
    void isNotReadInAFormatOfTheFuture() {
        String later = example().print().replace("record: 1", "record: 2");
        Refusal.of(() -> ReleaseRecord.parse(TAG, later)).is(Failure.NO_ANSWER).says("format 2");
    }

    private static ReleaseRecord example() {
        return new ReleaseRecord(
                TAG,
                Optional.of(Bump.MINOR),
                List.of("field \"altitude\" added"),
                new InputDigest(digest('a'), digest('b'), digest('c')),
                List.of(new ReleaseTag("common", Version.FIRST)),
                List.of(),
                sorted(Map.of("proto-routeguide-1.1.0.pom", digest('b'), "proto-routeguide-1.1.0.jar", digest('a'))),
                List.of(),
                List.of(new RetiredNumber("routeguide.v1.Point", 3, "height")),
                new Tools("0.1.0", digest('c'), 1, sorted(Map.of("com.google.protobuf:protobuf-java", "4.33.2"))));
    }

    private static ReleaseRecord randomRecord(Random random) {
        Optional<Bump> bump = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(List.of(Bump.values()).get(random.nextInt(3)));
        SortedMap<String, String> artifacts = new TreeMap<>();
        some(random, () -> artifacts.put("x" + text(random), digest(random)));
        SortedMap<String, String> runtime = new TreeMap<>();
        some(random, () -> runtime.put(word(random), word(random)));
        return new ReleaseRecord(
                tag(random),
                bump,
                some(random, () -> text(random)),
                new InputDigest(digest(random), digest(random), digest(random)),
                some(random, () -> tag(random)),
                some(random, () -> tag(random)),
                artifacts,
                some(random, () -> text(random)),
                some(random, () -> new RetiredNumber(word(random), random.nextInt(), word(random))),
                new Tools(word(random), digest(random), random.nextInt(1000), runtime));
    }

    private static <T> List<T> some(Random random, Supplier<T> supplier) {
        return Stream.generate(supplier).limit(random.nextInt(4)).toList();
    }

    private static ReleaseTag tag(Random random) {
        return new ReleaseTag(
                "m" + random.nextInt(99), new Version(random.nextInt(9), random.nextInt(99), random.nextInt(99)));
    }

    private static String word(Random random) {
        return "w" + Integer.toString(random.nextInt(1 << 20), 36);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        String hostile = "\\u{a}\n\r\t\u0000\u001b\u202e\u2028\ud800\udc00: }é日\ufffe";
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(
                    random.nextBoolean()
                            ? hostile.substring(random.nextInt(hostile.length()))
                                    .substring(0, 1)
                            : Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1)));
        }
        return text.toString();
    }

    private static String digest(Random random) {
        return Character.toString("0123456789abcdef".charAt(random.nextInt(16))).repeat(64);
    }

    private static String digest(char digit) {
        return Character.toString(digit).repeat(64);
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return new TreeMap<>(map);
    }
}
