package dev.concordat.release;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a change of the tools means to those who use the stubs. */
final class ToolChanges {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private ToolChanges() {}

    /** At least one reason, for a release whose tools part of the input digest differs. */
    static List<Reason> between(Tools previous, Tools current) {
        List<Reason> reasons = new ArrayList<>();
        for (Map.Entry<String, String> library : current.runtime().entrySet()) {
            String before = previous.runtime().getOrDefault(library.getKey(), "none");
            if (!before.equals(library.getValue())) {
                // A consumer that manages an older version would not start.
                Bump bump = isNewer(library.getValue(), before) ? Bump.MINOR : Bump.PATCH;
                reasons.add(
                        Reason.of(bump, "needs %s %s, was %s".formatted(library.getKey(), library.getValue(), before)));
            }
        }
        if (previous.stubFormat() != current.stubFormat()) {
            reasons.add(Reason.of(
                    Bump.PATCH, "stub format %s, was %s".formatted(current.stubFormat(), previous.stubFormat())));
        }
        if (!previous.lockDigest().equals(current.lockDigest())) {
            reasons.add(Reason.of(Bump.PATCH, "concordat.lock changed"));
        }
        return reasons.isEmpty() ? List.of(Reason.of(Bump.PATCH, "contracts of third parties changed")) : reasons;
    }

    /** Whether a version is newer than another, number by number; any version is newer than none. */
    private static boolean isNewer(String version, String other) {
        Matcher left = NUMBER.matcher(version);
        Matcher right = NUMBER.matcher(other);
        while (left.find()) {
            int order = right.find() ? new BigInteger(left.group()).compareTo(new BigInteger(right.group())) : 1;
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }
}
