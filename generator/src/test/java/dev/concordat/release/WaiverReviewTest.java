package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.check.report.Notice;
import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import dev.concordat.waiver.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WaiverReviewTest {
    private static final Waiver PLAIN = waiver("It is not read.", false);
    private static final Waiver WIRE = waiver("Drained by Friday", true);

    @Test
    void reviewersSeeWhatTheChangeAddsAlone() {
        WaiverReview review = new WaiverReview(
                List.of(accepted(PLAIN, false), accepted(WIRE, true), accepted(PLAIN, true)),
                List.of(),
                List.of(),
                List.of());
        assertEquals(
                List.of(
                        new Notice(
                                new Place("waivers.yaml", 3, 5),
                                "New waiver for FIELD_NO_DELETE, on the wire too, in shop/a.proto: Field 2 was deleted. "
                                        + "Reason: Drained by Friday. Owner: @shop, until 2027-01-31."),
                        new Notice(
                                new Place("waivers.yaml", 3, 5),
                                "New waiver for FIELD_NO_DELETE in shop/a.proto: Field 2 was deleted. "
                                        + "Reason: It is not read. Owner: @shop, until 2027-01-31.")),
                review.news());
    }

    @Test
    void readersAreToldHowManyThereAre() {
        Problem expired = Problem.at(new Place("waivers.yaml", 3, 5), "It expired.", "Decide.");
        assertEquals(
                List.of(
                        "waivers.yaml accepts 1 violation.",
                        "1 waiver of waivers.yaml accepts nothing any more; \"concordat waive --prune\" removes what is spent.",
                        "waivers.yaml:3:5: It expired. Decide."),
                new WaiverReview(List.of(accepted(PLAIN, false)), List.of(), List.of(expired), List.of(PLAIN)).notes());
        assertEquals(
                List.of(
                        "waivers.yaml accepts 2 violations.",
                        "2 waivers of waivers.yaml accept nothing any more; \"concordat waive --prune\" removes what is spent."),
                new WaiverReview(
                                List.of(accepted(PLAIN, false), accepted(WIRE, false)),
                                List.of(),
                                List.of(),
                                List.of(PLAIN, WIRE))
                        .notes());
        assertEquals(List.of(), new WaiverReview(List.of(), List.of(), List.of(), List.of()).notes());
        assertEquals(
                List.of(),
                new WaiverReview(List.of(), List.of(expired), List.of(expired), List.of(PLAIN)).notes(),
                "what stands against the change is told once");
        Problem ofAnother = Problem.at(new Place("waivers.yaml", 9, 5), "It accepts nothing.", "Remove it.");
        assertEquals(
                List.of(
                        "1 waiver of waivers.yaml accepts nothing any more; \"concordat waive --prune\" removes what is spent."),
                new WaiverReview(List.of(), List.of(ofAnother), List.of(), List.of(PLAIN)).notes());
    }

    @Test
    void aBreakIsInTheFileThatIsThereOrWas() {
        Violation nowhere = Violation.of("PACKAGE_NO_DELETE", Optional.empty(), Optional.empty(), "It is gone.");
        assertEquals("", new Break("shop", nowhere, "f", false).file());
        Location now = at("../../shop/now.proto");
        Location before = at("shop/before.proto");
        Violation there = Violation.of("FIELD_NO_DELETE", Optional.of(now), Optional.of(before), "It is gone.");
        assertEquals("shop/now.proto", new Break("shop", there, "f", false).file());
        assertEquals("It is gone.", new Break("shop", there, "f", false).finding());
        Violation gone = Violation.of("FILE_NO_DELETE", Optional.empty(), Optional.of(before), "It is gone.");
        assertEquals("shop/before.proto", new Break("shop", gone, "f", false).file());
    }

    private static Location at(String path) {
        return new Location(new SourceText(path, new byte[0]), 0, 0);
    }

    private static Acceptance accepted(Waiver waiver, boolean added) {
        Violation violation = Violation.of(waiver.rule(), Optional.empty(), Optional.empty(), waiver.finding());
        return new Acceptance(waiver, new Break("shop", violation, waiver.fingerprint(), waiver.wire()), added);
    }

    private static Waiver waiver(String reason, boolean wire) {
        return new Waiver(
                "a".repeat(32),
                "shop",
                "shop/a.proto",
                "FIELD_NO_DELETE",
                "Field 2 was deleted.",
                reason,
                "@shop",
                LocalDate.of(2027, 1, 31),
                wire,
                new Place("waivers.yaml", 3, 5));
    }
}
