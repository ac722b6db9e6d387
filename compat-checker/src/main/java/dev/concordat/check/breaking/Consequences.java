package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.check.WitnessSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Leaves out what is gone because something else is, or is another thing: what a deleted message held, what went with one that moved, the entry and the type
 * of a map field, an old name; the default of a field where the type that it is in is told to have another; that a type or a cardinality is another one where
 * it is told what is lost by that; and that a field is required now, or no more, where its cardinality tells it.
 */
final class Consequences {
    private static final String TYPE = "_TYPE";
    private static final String CARDINALITY = "_CARDINALITY";
    private static final String MOVED = "moved ";
    private static final String LOSSLESS = "FIELD_LOSSLESS_";
    private static final String REQUIRED = "MESSAGE_SAME_REQUIRED_FIELDS";
    /** What the ids of rules begin with that ask whether a type or a cardinality is the same, or how far. */
    private static final List<String> SAMENESS =
            List.of("FIELD_SAME_", "FIELD_WIRE_COMPATIBLE_", "FIELD_WIRE_JSON_COMPATIBLE_");

    private final List<Finding> findings;
    /** By the id's family, whether it moved, and the full name of what is gone. */
    private final Map<String, Finding> deletions = new HashMap<>();
    /** By the full name of the map entry, or the extension, that is gone with what the field was. */
    private final Map<String, Finding> fieldDeletions = new HashMap<>();

    /** By the rule's id and the field that is a map no more, or one now. */
    private final Map<String, Finding> cardinalities = new HashMap<>();

    /** By the number of the field that has another cardinality. */
    private final Map<Subject.NumberOf, Finding> cardinalitiesByNumber = new HashMap<>();

    /** By what of a field they are about, and its number. */
    private final Map<String, Finding> losses = new HashMap<>();

    /** The types that are told to have another default. */
    private final Map<Subject.Default, Finding> typesByDefault = new HashMap<>();

    private Consequences(List<Finding> findings) {
        this.findings = findings;
        for (Finding finding : findings) {
            for (Subject subject : finding.subjects()) {
                if (subject instanceof Subject.NumberOf number) {
                    aspect(finding, LOSSLESS).ifPresent(aspect -> losses.putIfAbsent(aspect + number, finding));
                    if (finding.violation().ruleId().endsWith(CARDINALITY)) {
                        cardinalitiesByNumber.putIfAbsent(number, finding);
                    }
                } else if (subject instanceof Subject.MapOf map) {
                    cardinalities.putIfAbsent(key(finding.violation().ruleId(), map), finding);
                } else if (subject instanceof Subject.Default other && isType(finding)) {
                    typesByDefault.putIfAbsent(other, finding);
                } else if (subject instanceof Subject.Moved moved) {
                    deletions.putIfAbsent(family(finding) + MOVED + moved.fullName(), finding);
                } else if (subject instanceof Subject.Deleted deleted) {
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
        IdentityHashMap<Finding, List<Finding>> consequences = new IdentityHashMap<>();
        List<Finding> causes = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Finding> cause = cause(finding);
            if (cause.isPresent()) {
                consequences
                        .computeIfAbsent(first(cause.get()), unused -> new ArrayList<>())
                        .add(finding);
            } else {
                causes.add(finding);
            }
        }
        List<Violation> told = new ArrayList<>();
        for (Finding cause : causes) {
            told.add(with(consequences.getOrDefault(cause, List.of()), cause));
        }
        return told;
    }

    private static Violation with(List<Finding> consequences, Finding cause) {
        if (consequences.isEmpty()) {
            return cause.violation();
        }
        List<Violation> constituents = new ArrayList<>(List.of(cause.violation()));
        WitnessSearch witness = cause.violation().witness();
        for (Finding consequence : consequences) {
            constituents.add(consequence.violation());
            if (isField(consequence)) {
                witness = witness.or(consequence.violation().witness());
            }
        }
        return cause.violation().shownBy(witness).with(constituents);
    }

    /** What is no consequence itself. */
    private Finding first(Finding cause) {
        Finding first = cause;
        for (Optional<Finding> next = cause(first); next.isPresent(); next = cause(first)) {
            first = next.get();
        }
        return first;
    }

    private Optional<Finding> cause(Finding finding) {
        if (isField(finding)) {
            return loss(finding).or(() -> isType(finding) ? causeOfType(finding) : causeOfDefault(finding));
        }
        for (Subject subject : finding.subjects()) {
            if (subject instanceof Subject.NumberOf number
                    && finding.violation().ruleId().equals(REQUIRED)) {
                return Optional.ofNullable(cardinalitiesByNumber.get(number));
            }
            if (subject instanceof Subject.Moved moved) {
                return around(family(finding) + MOVED, moved.fullName());
            }
            if (subject instanceof Subject.Deleted deleted) {
                return around(family(finding), deleted.fullName())
                        .or(() -> Optional.ofNullable(fieldDeletions.get(deleted.fullName())));
            }
        }
        return Optional.empty();
    }

    /** What is gone around a name. What is furthest out is looked for first, so that a cause is no consequence itself. */
    private Optional<Finding> around(String family, String name) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            Finding outer = deletions.get(family + name.substring(0, dot));
            if (outer != null) {
                return Optional.of(outer);
            }
        }
        return Optional.empty();
    }

    /** That it is another one says less than what is lost by that. What has another default is not read as before, so that nothing is told to be lost. */
    private Optional<Finding> loss(Finding finding) {
        if (losses.isEmpty()) {
            return Optional.empty();
        }
        return finding.subjects().stream()
                .filter(Subject.NumberOf.class::isInstance)
                .flatMap(number -> SAMENESS.stream()
                        .flatMap(beginning -> aspect(finding, beginning).stream())
                        .flatMap(aspect -> Stream.ofNullable(losses.get(aspect + number))))
                .findFirst();
    }

    /** What of a field a rule is about whose id begins like this. */
    private static Optional<String> aspect(Finding finding, String beginning) {
        String ruleId = finding.violation().ruleId();
        return ruleId.startsWith(beginning) ? Optional.of(ruleId.substring(beginning.length())) : Optional.empty();
    }

    /** The type of a map is its entry's, so that one that is no map any more, or becomes one, has another type too: its cardinality tells it. */
    private Optional<Finding> causeOfType(Finding finding) {
        String rule = finding.violation().ruleId();
        String cardinality = rule.substring(0, rule.length() - TYPE.length()) + CARDINALITY;
        for (Subject subject : finding.subjects()) {
            if (subject instanceof Subject.MapOf map) {
                return Optional.ofNullable(cardinalities.get(key(cardinality, map)));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> causeOfDefault(Finding finding) {
        return finding.subjects().stream()
                .filter(Subject.Default.class::isInstance)
                .flatMap(subject -> Stream.ofNullable(typesByDefault.get(subject)))
                .findFirst();
    }

    private static boolean isType(Finding finding) {
        return finding.violation().ruleId().endsWith(TYPE);
    }

    private static String key(String ruleId, Subject.MapOf map) {
        return ruleId + " " + map.number() + " " + map.owner();
    }

    private static boolean isField(Finding finding) {
        return finding.violation().ruleId().startsWith("FIELD_");
    }

    /** A rule about packages finds the same as one about files, at other places. */
    private static String family(Finding finding) {
        return finding.violation().ruleId().startsWith("PACKAGE_") ? "package " : "file ";
    }
}
