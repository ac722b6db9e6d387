package dev.concordat.check.breaking;

import dev.concordat.schema.Field;

/** Which cardinalities a field may change between, level by level. */
final class CardinalityCompatibility {
    private static final PairCheck<Field> EQUAL =
            Checks.same("cardinality", Field::cardinality, TypeCompatibility.REMEDY);

    private CardinalityCompatibility() {}

    static Check at(Level level) {
        return (comparison, reporter) -> Checks.fields((previous, current, to) -> {
                    boolean allowed = level.allows(
                            previous.cardinality().value(),
                            current.cardinality().value());
                    // The fields of a map entry are protobuf's own; presence does not apply to them.
                    if (!allowed && !comparison.isOfMapEntry(previous, current)) {
                        EQUAL.compare(previous, current, to.about(Subject.ofMap(previous, current)));
                    }
                })
                .run(comparison, reporter);
    }
}
