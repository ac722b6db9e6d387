package dev.concordat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ViolationTest {
    private static final SourceText TEXT =
            new SourceText("a.proto", "one\ntwo\nthree\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @Test
    void sortsByPlaceRuleAndMessageWithoutAPlaceFirst() {
        SourceText text = new SourceText("\ud83d\ude00.proto", new byte[3]);
        Violation last = Violation.of("A", Optional.of(new Location(text, 0, 1)), Optional.empty(), "m");
        Violation halfwidth = Violation.of(
                "A",
                Optional.of(new Location(new SourceText("\uff5e.proto", new byte[3]), 0, 1)),
                Optional.empty(),
                "m");
        Violation gone = Violation.of("FILE_NO_DELETE", Optional.empty(), Optional.empty(), "Gone.");
        Violation first = at(0, 3, "B", "m");
        Violation secondA = at(4, 7, "A", "m");
        Violation secondB = at(4, 7, "B", "a");
        Violation secondC = at(4, 7, "B", "b");
        assertEquals(
                List.of(gone, first, secondA, secondB, secondC, halfwidth, last),
                Violation.sorted(List.of(last, secondC, halfwidth, secondB, first, gone, secondA)));
    }

    @Test
    void tellsOnceWhatWouldBePrintedAlikeAndKeepsTheConstituentsOfBoth() {
        Violation one = new Violation("A", place(0, 3), place(4, 7), "m", List.of(at(0, 3, "X", "x")));
        Violation other = new Violation("A", place(0, 3), place(8, 13), "m", List.of(at(0, 3, "Y", "y")));
        List<Violation> sorted = Violation.sorted(List.of(other, one));
        assertEquals(1, sorted.size());
        assertEquals(
                List.of("X", "Y"),
                sorted.get(0).constituents().stream().map(Violation::ruleId).toList());
    }

    @Test
    void givesAnotherRemedyInPlaceOfTheLastSentence() {
        assertEquals(
                "Field \"a. b\\\" c. d\" is gone. A zero is lost. Keep the jar.",
                at(0, 3, "A", "Field \"a. b\\\" c. d\" is gone. A zero is lost. Restore it; \"x. y\" is read.")
                        .withRemedy("Keep the jar.")
                        .message());
        assertEquals(
                "Field 2 moved. Keep the jar. Besides: Field 3 is gone. Restore it.",
                at(0, 3, "A", "Field 2 moved. Put it back. Besides: Field 3 is gone. Restore it.")
                        .withRemedy("Keep the jar.")
                        .message());
    }

    @Test
    void partsWhatEndsElsewhere() {
        assertEquals(
                2,
                Violation.sorted(List.of(at(0, 3, "A", "m"), at(0, 7, "A", "m")))
                        .size());
    }

    @Test
    void isAnotherWhereAnythingDiffersButWhatWouldShowIt() {
        Violation one = new Violation("A", place(0, 3), place(4, 7), "m", List.of(at(0, 3, "X", "x")));
        assertEquals(one, one.shownBy(new WitnessSearch(Optional::empty)));
        for (Violation other : List.of(
                new Violation("B", place(0, 3), place(4, 7), "m", one.constituents()),
                new Violation("A", place(0, 4), place(4, 7), "m", one.constituents()),
                new Violation("A", place(0, 3), Optional.empty(), "m", one.constituents()),
                new Violation("A", place(0, 3), place(4, 7), "n", one.constituents()),
                new Violation("A", place(0, 3), place(4, 7), "m", List.of()))) {
            assertNotEquals(one, other);
        }
    }

    private static Violation at(int start, int end, String rule, String message) {
        return Violation.of(rule, place(start, end), Optional.empty(), message);
    }

    private static Optional<Location> place(int start, int end) {
        return Optional.of(new Location(TEXT, start, end));
    }
}
