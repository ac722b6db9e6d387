package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves out what is gone because something else is, or is another thing: what a deleted message held, the entry of a map field, an old name. */
final class Consequences {
    private final List<Finding> findings;
    /** By the id's family and the full name of what is gone. */
    private final Map<String, Finding> deletions = new HashMap<>();
    /** By the full name of the map entry, or the extension, that is gone with what the field was. */
    private final Map<String, Finding> fieldDeletions = new HashMap<>();

    private Consequences(List<Finding> findings) {
        this.findings = findings;
        for (Finding finding : findings) {
            for (Subject subject : finding.subjects()) {
                if (subject instanceof Subject.Deleted deleted) {
                    if (isField(finding)) {
                        fieldDeletions.putIfAbsent(deleted.fullName(), finding);
                    } else {
                        deletions.putIfAbsent(family(finding) + deleted.fullName(), finding);
                    }
                }
            }
        }
    }

    /** The violations, each with its consequences as constituents. */
    static List<Violation> told(List<Finding> findings) {
        return new Consequences(findings).told();
    }

    private List<Violation> told() {
        IdentityHashMap<Finding, List<Violation>> consequences = new IdentityHashMap<>();
        List<Finding> causes = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Finding> cause = cause(finding);
            if (cause.isPresent()) {
                consequences
                        .computeIfAbsent(cause.get(), unused -> new ArrayList<>())
                        .add(finding.violation());
            } else {
                causes.add(finding);
            }
        }
        List<Violation> told = new ArrayList<>();
        for (Finding cause : causes) {
            List<Violation> constituents = consequences.getOrDefault(cause, new ArrayList<>());
            if (!constituents.isEmpty()) {
                constituents.add(cause.violation());
            }
            told.add(cause.violation().with(constituents));
        }
        return told;
    }

    private Optional<Finding> cause(Finding finding) {
        if (isField(finding)) {
            return Optional.empty();
        }
        for (Subject subject : finding.subjects()) {
            if (subject instanceof Subject.Deleted deleted) {
                String name = deleted.fullName();
                // What is furthest out is looked for first, so that a cause is no consequence itself.
                for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
                    Finding outer = deletions.get(family(finding) + name.substring(0, dot));
                    if (outer != null) {
                        return Optional.of(outer);
                    }
                }
                return Optional.ofNullable(fieldDeletions.get(name));
            }
        }
        return Optional.empty();
    }

    private static boolean isField(Finding finding) {
        return finding.violation().ruleId().startsWith("FIELD_");
    }

    /** A rule about packages finds the same as one about files, at other places. */
    private static String family(Finding finding) {
        return finding.violation().ruleId().startsWith("PACKAGE_") ? "package " : "file ";
    }
}
