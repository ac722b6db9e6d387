package dev.concordat.check.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What both checkers print is read and compared, whatever their words. */
final class AnswerTest {
    private static final String FORMAT =
            "{\"path\":\"a.proto\",\"start_line\":5,\"start_column\":3,\"end_line\":5,\"end_column\":%d,\"type\":\"%s\",\"message\":\"%s\"}\n";

    private static String line(int endColumn, String rule, String message) {
        return FORMAT.formatted(endColumn, rule, message);
    }

    @Test
    void wordsDoNotMatterButPlacesDo() {
        Answer bufs = Answer.parse(line(9, "FIELD_SAME_TYPE", "was") + line(11, "FIELD_SAME_NAME", "was"));
        Answer ours = Answer.parse(line(9, "FIELD_SAME_TYPE", "is") + line(12, "FIELD_SAME_NAME", "is"));
        assertEquals(Map.of(new Found("a.proto", "FIELD_SAME_NAME", "5:3-5:11"), List.of("was")), bufs.without(ours));
        assertEquals(Map.of(new Found("a.proto", "FIELD_SAME_NAME", "5:3-5:12"), List.of("is")), ours.without(bufs));
    }

    @Test
    void findingsAtOnePlaceAreCounted() {
        Answer two = Answer.parse(line(9, "ENUM_NO_DELETE", "A") + line(9, "ENUM_NO_DELETE", "B"));
        Answer one = Answer.parse(line(9, "ENUM_NO_DELETE", "A and B"));
        assertEquals(2, two.size());
        assertEquals(List.of("B"), two.without(one).get(new Found("a.proto", "ENUM_NO_DELETE", "5:3-5:9")));
        assertTrue(one.without(two).isEmpty());
    }

    @Test
    void aFileThatIsGoneHasNoPath() {
        Answer answer = Answer.parse(
                "{\"start_line\":1,\"start_column\":1,\"end_line\":1,\"end_column\":1,\"type\":\"FILE_NO_DELETE\",\"message\":\"gone\"}\n");
        assertTrue(answer.messages().containsKey(new Found("", "FILE_NO_DELETE", "1:1-1:1")));
    }

    @Test
    void contractsThatDoNotCompileAreARefusal() {
        Answer answer = Answer.parse(line(9, "COMPILE", "cannot find `b.C` in this scope"));
        assertEquals(Optional.of("a.proto: cannot find `b.C` in this scope"), answer.refusal());
    }
}
