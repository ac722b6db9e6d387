package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells renumbering as such: the findings about the numbers that an element left and took become one, which says what its author did. Two elements
 * that exchanged numbers become one finding together.
 */
final class Renumbering {
    static final String FIELD_RULE = "FIELD_SAME_NUMBER";
    static final String ENUM_VALUE_RULE = "ENUM_VALUE_SAME_NUMBER";

    /** The check of a rule whose findings are made of other rules' findings, when those are on. */
    static final Check TOLD_FROM_OTHERS = (comparison, reporter) -> {};

    private final List<Finding> open;
    private final List<Violation> told = new ArrayList<>();

    private Renumbering(List<Finding> findings) {
        this.open = new ArrayList<>(findings);
    }

    /** The violations of these findings, renumbering told as such for the active ones of the two rules. */
    static List<Violation> tell(List<Finding> findings, Comparison comparison, Set<String> activeRules) {
        Renumbering renumbering = new Renumbering(findings);
        if (activeRules.contains(FIELD_RULE)) {
            comparison.messages().forEach(pair -> renumbering.tell(FIELD_RULE, Moved.fields(pair)));
        }
        if (activeRules.contains(ENUM_VALUE_RULE)) {
            comparison.enums().forEach(pair -> renumbering.tell(ENUM_VALUE_RULE, Moved.values(pair)));
        }
        renumbering.open.forEach(finding -> renumbering.told.add(finding.violation()));
        return renumbering.told;
    }

    private void tell(String ruleId, List<Moved> moves) {
        Set<Moved> rest = new LinkedHashSet<>(moves);
        for (Moved move : moves) {
            if (rest.remove(move)) {
                Optional<Moved> partner =
                        rest.stream().filter(move::exchangedWith).findFirst();
                partner.ifPresent(rest::remove);
                tell(ruleId, move, partner);
            }
        }
    }

    private void tell(String ruleId, Moved move, Optional<Moved> partner) {
        List<Violation> constituents = take(move);
        if (!constituents.isEmpty()) {
            String message = partner.map(move::swapMessage).orElseGet(move::moveMessage);
            told.add(new Violation(
                    ruleId, Optional.of(move.location()), Optional.of(move.previousLocation()), message, constituents));
        }
    }

    /** Takes the findings about both numbers of a move. */
    private List<Violation> take(Moved move) {
        Set<Subject> subjects =
                new HashSet<>(List.of(new Subject(move.owner(), move.from()), new Subject(move.owner(), move.to())));
        List<Violation> taken = new ArrayList<>();
        open.removeIf(finding -> {
            boolean belongs = finding.subject().filter(subjects::contains).isPresent();
            if (belongs) {
                taken.add(finding.violation());
            }
            return belongs;
        });
        return taken;
    }
}
