package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.waiver.Waiver;
import dev.concordat.waiver.WaiversFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A contract that is released, a change that breaks it, and waivers for that. */
abstract class WaivedChange {
    static final String BOTH = "message Order { string a = 1; string b = 2; }";
    static final String RENAMED = "message Order { string a = 1; string c = 2; }";
    static final String ONE = "message Order { string a = 1; }";
    static final LocalDate LATER = ContractClone.TODAY.plusDays(1);
    static final String REASON = "Nobody reads it.";

    @TempDir
    Path directory;

    ContractClone clone = new ContractClone(Path.of(""));

    @BeforeEach
    void releaseTheFirstVersion() throws IOException, ContractException {
        clone = ContractClone.create(directory, "shop").proto("shop", "", BOTH);
        clone.commit();
        clone.release();
    }

    /** Waives a break until tomorrow. */
    final Break waive(Break found) throws ContractException {
        return waive(found, REASON, LATER, false);
    }

    final Break waive(Break found, String reason, LocalDate expires, boolean wire) throws ContractException {
        return waive(directory, found, reason, expires, wire);
    }

    /** Waives a break of the clone in a directory. */
    static Break waive(Path directory, Break found, String reason, LocalDate expires, boolean wire)
            throws ContractException {
        new WaiversFile(directory, "")
                .add(List.of(new Waiver(
                        found.fingerprint(),
                        found.module(),
                        found.file(),
                        found.violation().ruleId(),
                        found.finding(),
                        reason,
                        "@shop",
                        expires,
                        wire,
                        Place.of("waivers.yaml"))));
        return found;
    }

    static Break only(Plan plan) {
        assertEquals(1, plan.breaks().size(), () -> PlanText.print(plan));
        return plan.breaks().get(0);
    }

    static List<String> rules(Plan plan) {
        return plan.violations().stream().map(Violation::ruleId).toList();
    }

    static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    static List<String> fingerprints(List<Waiver> waivers) {
        return waivers.stream().map(Waiver::fingerprint).toList();
    }
}
