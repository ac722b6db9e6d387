package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Declared.Kind;
import dev.concordat.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Follows enums that have the same values under another name. */
final class RenamedEnums {
    static final String RULE = "ENUM_SAME_NAME";

    private RenamedEnums() {}

    static List<Story> stories(Comparison comparison) {
        List<EnumType> gone = new ArrayList<>();
        for (Declared declared : comparison.deletions().fromPackages(Kind.ENUM)) {
            EnumType enumType = comparison.previous().enumType(declared.fullName());
            // An enum inside a message that is gone is told with the message.
            if (enumType != null && !comparison.isGoneAround(declared)) {
                gone.add(enumType);
            }
        }
        List<Story> stories = new ArrayList<>();
        if (!gone.isEmpty()) {
            Replacements<EnumType> replacements = new Replacements<>(RenamedEnums::shape, EnumType::fullName);
            replacements.of(gone, comparison.addedEnums()).forEach(pair -> stories.add(story(pair)));
        }
        return stories;
    }

    /** What an enum consists of. */
    static String shape(EnumType enumType) {
        TreeSet<String> shape = new TreeSet<>();
        enumType.values()
                .forEach(value -> shape.add(value.number() + " " + value.name().value()));
        return String.join("\n", shape);
    }

    private static Story story(Pair<EnumType> pair) {
        EnumType before = pair.previous();
        EnumType after = pair.current();
        return new Story(
                RULE,
                after.name().location(),
                before.name().location(),
                "Enum \"%s\" is called \"%s\" now, with the same values. Give it back its name: generated code knows it by that."
                        .formatted(
                                before.nestedName(),
                                Labels.inPackage(after.fullName(), after.packageName(), before.packageName())),
                Set.of(
                        new Subject.Deleted(before.fullName()),
                        new Subject.Replaced(before.fullName(), after.fullName())));
    }
}
