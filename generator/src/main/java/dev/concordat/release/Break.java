package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.report.Fingerprint;
import dev.concordat.check.report.Printable;
import dev.concordat.schema.Location;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A violation as waivers see it.
 *
 * @param module the id of the module that breaks
 * @param fingerprint what tells it from all other violations of the module
 * @param wire whether services that are already running misread messages of a stable package, or are called no more
 */
public record Break(String module, Violation violation, String fingerprint, boolean wire) {
    private static final Pattern TOP = Pattern.compile("^(?:\\.\\./)+");

    /** The file that it is in, or was in, relative to the top of the repository. */
    public String file() {
        Optional<Location> place = violation.location().or(violation::previousLocation);
        return place.map(Location::path)
                .map(path -> TOP.matcher(path).replaceFirst(""))
                .orElse("");
    }

    /** What the check says of it. */
    public String finding() {
        return Printable.message(violation.message());
    }

    /** Whether the words for those who review a waiver say what it stands for. */
    boolean isTold(String rule, String inFile, String told) {
        return rule.equals(violation.ruleId())
                && inFile.equals(file())
                && Fingerprint.lasting(told).equals(Fingerprint.lasting(finding()));
    }
}
