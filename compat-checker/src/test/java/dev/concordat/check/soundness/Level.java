package dev.concordat.check.soundness;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.CheckConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a configuration promises about values. */
enum Level {
    FILE("FILE", false),
    PACKAGE("PACKAGE", false),
    WIRE_JSON("WIRE_JSON LOSSY", true),
    WIRE("WIRE LOSSY", true),
    /** Promises that messages stay readable, nothing about values. */
    WIRE_ALONE("WIRE", true);

    private final String use;
    private final boolean reservingGivesUp;

    Level(String use, boolean reservingGivesUp) {
        this.use = use;
        this.reservingGivesUp = reservingGivesUp;
    }

    /** The levels that promise that no value changes. */
    static List<Level> promising() {
        return List.of(FILE, PACKAGE, WIRE_JSON, WIRE);
    }

    /** What is reported of a change. */
    List<Violation> violations(Contract previous, Contract current) throws ContractException {
        CheckConfig config = new CheckConfig(List.of(use.split(" ")), List.of(), List.of(), Map.of(), false);
        return new BreakingChecker().check(previous.schema(), current.schema(), Optional.empty(), config);
    }

    /** Whether who reserves a number gives up the data under it. */
    boolean reservingGivesUp() {
        return reservingGivesUp;
    }
}
