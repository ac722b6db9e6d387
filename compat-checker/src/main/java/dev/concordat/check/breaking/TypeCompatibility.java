package dev.concordat.check.breaking;

import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import java.util.List;
import java.util.Map;

/** Which types a field may change between, level by level. */
final class TypeCompatibility {
    static final String REMEDY = "Keep it, or add a field under a new number beside it.";

    private TypeCompatibility() {}

    static Check at(Level level) {
        return (comparison, reporter) -> {
            Structures structures = new Structures(comparison, level);
            Checks.fields((previous, current, to) -> {
                        FieldType before = previous.type().value();
                        FieldType after = current.type().value();
                        if (!before.equals(after) && !structures.allow(before, after)) {
                            report(previous, current, structures.otherDefaults(before, after), to);
                        }
                    })
                    .run(comparison, reporter);
        };
    }

    private static void report(Field previous, Field current, Map<Integer, String> otherDefaults, Reporter reporter) {
        FieldType before = previous.type().value();
        FieldType after = current.type().value();
        boolean sameName = before.kind().isNamed() && before.typeName().equals(after.typeName());
        Reporter about = before.kind() == after.kind()
                ? reporter.about(new Subject.Replaced(before.typeName(), after.typeName()))
                : reporter;
        List<Subject> defaults = otherDefaults.keySet().stream()
                .limit(Listing.MOST)
                .map(number -> (Subject) new Subject.Default(before.typeName(), number))
                .toList();
        about.about(Subject.ofMap(previous, current))
                .about(defaults)
                .report(
                        current.type().location(),
                        previous.type().location(),
                        "%s changed %s from \"%s\" to \"%s\"%s. %s"
                                .formatted(
                                        Labels.of(current),
                                        sameName ? "encoding" : "type",
                                        sameName ? before.kind() : before,
                                        sameName ? after.kind() : after,
                                        otherDefaults.isEmpty()
                                                ? ""
                                                : ", which has another default for "
                                                        + Listing.listed(List.copyOf(otherDefaults.values())),
                                        REMEDY));
    }
}
