package dev.concordat.check.breaking;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Kind;
import dev.concordat.schema.ResolvedFeatures.Utf8Validation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds changes that leave messages readable and change values in them; those that do not leave them readable are other rules' to tell. */
final class Losses {
    private Losses() {}

    /** Types that read the same bytes, and have not the same values. */
    static void ofTypes(Comparison comparison, Reporter reporter) {
        Structures readable = new Structures(comparison, Level.WIRE);
        Structures lossless = new Structures(comparison, Level.LOSSLESS);
        Checks.fields((previous, current, to) -> {
                    FieldType before = previous.type().value();
                    FieldType after = current.type().value();
                    if (!before.equals(after) && readable.allow(before, after) && !lossless.allow(before, after)) {
                        ofType(previous, current)
                                .ifPresent(loss -> to.report(
                                        current.type().location(),
                                        previous.type().location(),
                                        "%s changed type from \"%s\" to \"%s\". %s %s"
                                                .formatted(
                                                        Labels.of(current),
                                                        before,
                                                        after,
                                                        loss,
                                                        TypeCompatibility.REMEDY)));
                    }
                })
                .run(comparison, reporter);
    }

    /** Cardinalities that read the same bytes, and do not tell the same. */
    static void ofCardinalities(Comparison comparison, Reporter reporter) {
        Structures readable = new Structures(comparison, Level.WIRE);
        Checks.fields((previous, current, to) -> {
                    Cardinality before = previous.cardinality().value();
                    Cardinality after = current.cardinality().value();
                    if (Level.WIRE.allows(before, after)
                            && !Level.LOSSLESS.allows(before, after)
                            && readable.allow(
                                    previous.type().value(), current.type().value())
                            && !comparison.isOfMapEntry(previous, current)) {
                        to.report(
                                current.cardinality().location(),
                                previous.cardinality().location(),
                                "%s changed cardinality from \"%s\" to \"%s\". %s %s"
                                        .formatted(
                                                Labels.of(current),
                                                before,
                                                after,
                                                ofCardinality(before),
                                                TypeCompatibility.REMEDY));
                    }
                })
                .run(comparison, reporter);
    }

    private static String ofCardinality(Cardinality before) {
        return switch (before) {
            case EXPLICIT -> "A zero that is set is not told from one that is not.";
            case MAP -> "Readers of before keep the last of the entries with the same key.";
            default -> "The order of the entries is lost, and all but the last with the same key.";
        };
    }

    /** What is lost, as sentences; nothing where the new type has all that the old one has, and the other way round. */
    private static Optional<String> ofType(Field previous, Field current) {
        FieldType before = previous.type().value();
        FieldType after = current.type().value();
        if (before.kind() == Kind.STRING && after.kind() == Kind.BYTES) {
            return Optional.of(
                    previous.features().utf8Validation() == Utf8Validation.VERIFY
                            ? "Readers of before refuse new bytes that are not UTF-8."
                            : "Readers of before take new bytes that are not UTF-8 for other text.");
        }
        if (before.kind().isNamed()) {
            return Optional.of(
                    before.kind() == Kind.ENUM
                            ? "One of the enums is open and the other is closed: numbers without a name are lost."
                            : "They read the same bytes, but not all values in them are the same.");
        }
        return IntegerRange.of(before.kind())
                .flatMap(had -> IntegerRange.of(after.kind()).flatMap(has -> ofRanges(had, has)));
    }

    private static Optional<String> ofRanges(IntegerRange before, IntegerRange after) {
        List<String> losses = new ArrayList<>();
        if (!after.holds(before)) {
            BigInteger example = after.exampleOfMissing(before);
            losses.add("Of what was written, %s change: %s is read as %s."
                    .formatted(after.missing(before), example, after.read(example)));
        }
        if (!before.holds(after)) {
            BigInteger example = before.exampleOfMissing(after);
            losses.add("Readers of before take new %s for others: %s for %s."
                    .formatted(before.missing(after), example, before.read(example)));
        }
        return losses.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", losses));
    }
}
