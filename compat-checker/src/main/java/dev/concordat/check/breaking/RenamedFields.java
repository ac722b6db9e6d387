package dev.concordat.check.breaking;

import dev.concordat.check.Quotation;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells a field's new name once, though it is also another one in JSON and, for a map, that of the entry. */
final class RenamedFields {
    static final String RULE = "FIELD_SAME_NAME";

    private RenamedFields() {}

    static List<Story> stories(Comparison comparison) {
        List<Story> stories = new ArrayList<>();
        for (Pair<Field> pair : comparison.fields()) {
            Field before = pair.previous();
            Field after = pair.current();
            if (!before.isExtension()
                    && !before.name().value().equals(after.name().value())
                    && !before.jsonName().value().equals(after.jsonName().value())) {
                stories.add(story(before, after, comparison));
            }
        }
        return stories;
    }

    private static Story story(Field before, Field after, Comparison comparison) {
        Set<Subject> subjects = new LinkedHashSet<>();
        subjects.add(new Subject.NameOf(before.parent(), before.number()));
        if (isMap(before) && isMap(after)) {
            String entry = before.type().value().typeName();
            subjects.add(new Subject.Deleted(entry));
            String entryAfter = after.type().value().typeName();
            if (comparison
                    .previous()
                    .entryTypes(entry)
                    .equals(comparison.current().entryTypes(entryAfter))) {
                subjects.add(new Subject.Replaced(entry, entryAfter));
            }
        }
        return new Story(
                RULE,
                after.name().location(),
                before.name().location(),
                "Field %s of \"%s\" changed name from \"%s\" to \"%s\", in JSON from \"%s\" to \"%s\". Give it back its name%s: code and JSON that exist know it by that."
                        .formatted(
                                after.number(),
                                Labels.last(after.parent()),
                                before.name().value(),
                                after.name().value(),
                                Quotation.inside(before.jsonName().value()),
                                Quotation.inside(after.jsonName().value()),
                                takenBy(before, after, comparison)),
                subjects);
    }

    /** What to do besides about a field that has the name of another one, which cannot have it back before. */
    static String takenBy(Field before, Field after, Comparison comparison) {
        Message message = comparison.current().message(after.parent());
        return message == null || before.isExtension() || after.isExtension()
                ? ""
                : message.fieldNamed(before.name().value())
                        .map(other -> " and field %s another one".formatted(other.number()))
                        .orElse("");
    }

    private static boolean isMap(Field field) {
        return field.cardinality().value() == Cardinality.MAP;
    }
}
