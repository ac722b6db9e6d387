package dev.concordat.check.breaking;

import dev.concordat.check.WitnessSearch;
import dev.concordat.check.witness.Witnesses;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives findings a search for what shows them; nothing is looked for before one of them is printed. */
final class Evidence {
    private final Comparison comparison;
    private @Nullable Witnesses witnesses;

    Evidence(Comparison comparison) {
        this.comparison = comparison;
    }

    /** A finding with a search for what shows it. */
    Finding attach(Finding finding) {
        WitnessSearch search = of(finding.violation().ruleId(), finding.subjects());
        return new Finding(finding.violation().shownBy(search), finding.subjects());
    }

    /** A search for what shows a rule's finding about these. */
    WitnessSearch of(String ruleId, Collection<Subject> subjects) {
        List<Subject> kept = List.copyOf(subjects);
        return kept.isEmpty() ? WitnessSearch.NONE : new WitnessSearch(() -> Shown.find(ruleId, kept, this::witnesses));
    }

    /** One for all findings. */
    private synchronized Witnesses witnesses() {
        Witnesses made = witnesses;
        if (made == null) {
            made = new Witnesses(
                    comparison.previous().world(), comparison.current().world());
            witnesses = made;
        }
        return made;
    }
}
