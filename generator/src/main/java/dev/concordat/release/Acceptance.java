package dev.concordat.release;

import dev.concordat.check.report.Notice;
import dev.concordat.waiver.Waiver;

/**
 * A violation that a waiver accepts.
 *
 * @param added whether the change brings the waiver
 */
public record Acceptance(Waiver waiver, Break found, boolean added) {

    /** What a reviewer must see: what is accepted, why, and who answers for it. */
    public Notice notice() {
        return new Notice(
                waiver.place(),
                "New waiver for %s%s in %s: %s Reason: %s Owner: %s, until %s."
                        .formatted(
                                waiver.rule(),
                                waiver.wire() ? ", on the wire too," : "",
                                waiver.file(),
                                waiver.finding(),
                                ended(waiver.reason()),
                                waiver.owner(),
                                waiver.expires()));
    }

    private static String ended(String sentence) {
        return sentence.matches(".*[.!?]") ? sentence : sentence + ".";
    }
}
