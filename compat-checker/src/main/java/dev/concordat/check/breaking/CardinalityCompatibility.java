package dev.concordat.check.breaking;

import static dev.concordat.schema.Cardinality.EXPLICIT;
import static dev.concordat.schema.Cardinality.IMPLICIT;
import static dev.concordat.schema.Cardinality.MAP;
import static dev.concordat.schema.Cardinality.REPEATED;
import static dev.concordat.schema.Cardinality.REQUIRED;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import java.util.List;
import java.util.Set;

/** Which cardinalities a field may change between, level by level. */
final class CardinalityCompatibility {
    static final Check SAME =
            compatible(List.of(Set.of(IMPLICIT), Set.of(EXPLICIT), Set.of(REQUIRED), Set.of(REPEATED), Set.of(MAP)));
    static final Check WIRE_JSON =
            compatible(List.of(Set.of(IMPLICIT, EXPLICIT), Set.of(REQUIRED), Set.of(REPEATED), Set.of(MAP)));
    static final Check WIRE = compatible(List.of(Set.of(IMPLICIT, EXPLICIT), Set.of(REQUIRED), Set.of(REPEATED, MAP)));

    private CardinalityCompatibility() {}

    private static Check compatible(List<Set<Cardinality>> groups) {
        return (comparison, reporter) -> Checks.fields((previous, current, to) -> {
                    // The fields of a map entry are protobuf's own; presence does not apply to them.
                    boolean entry = comparison
                            .current()
                            .message(current.parent())
                            .filter(Message::mapEntry)
                            .isPresent();
                    if (!entry && group(previous, groups) != group(current, groups)) {
                        Checks.same("cardinality", Field::cardinality).compare(previous, current, to);
                    }
                })
                .run(comparison, reporter);
    }

    private static int group(Field field, List<Set<Cardinality>> groups) {
        for (int at = 0; at < groups.size(); at++) {
            if (groups.get(at).contains(field.cardinality().value())) {
                return at;
            }
        }
        throw new IllegalStateException("No group for " + field.cardinality().value() + ".");
    }
}
