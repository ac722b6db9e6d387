package dev.concordat.waiver;

import dev.concordat.schema.Place;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One accepted break. All but the fingerprint is for those who review it, and must say what the fingerprint stands for.
 *
 * @param fingerprint what tells the violation from all others of the module
 * @param module the module's id
 * @param file the contract, relative to the top of the repository
 * @param rule the rule that is broken
 * @param finding what the check says
 * @param reason why it is accepted
 * @param owner who answers for it
 * @param expires the last day on which it can be released
 * @param wire whether it also accepts that services which are already running misread messages of a stable package
 * @param place where the record stands
 */
public record Waiver(
        String fingerprint,
        String module,
        String file,
        String rule,
        String finding,
        String reason,
        String owner,
        LocalDate expires,
        boolean wire,
        Place place) {
    /** What a fingerprint looks like. */
    public static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

    /** The waiver as the tag of the release says it. */
    public String line() {
        return "%s %s%s, %s until %s: %s".formatted(fingerprint, rule, wire ? " (wire)" : "", owner, expires, reason);
    }

    /** Whether another one says the same, be it at another place. */
    public boolean saysTheSameAs(Waiver other) {
        return equals(new Waiver(
                other.fingerprint,
                other.module,
                other.file,
                other.rule,
                other.finding,
                other.reason,
                other.owner,
                other.expires,
                other.wire,
                place));
    }

    /** The fingerprint of a line. */
    public static String fingerprintOf(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line : line.substring(0, blank);
    }
}
