package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files and enums of two versions are as they were, those of third parties too.
 *
 * @param sameText the paths of the files that have the text they had
 * @param changedEnums the full names of the enums whose values are others, so that the default of their fields may be another
 */
record WorldDifference(Set<String> sameText, Set<String> changedEnums) {
    /** Where nothing is asked. */
    static final WorldDifference NONE = new WorldDifference(Set.of(), Set.of());

    /** What differs between two versions. */
    static WorldDifference between(Schema previous, Schema current) {
        Set<String> sameText = new HashSet<>();
        for (ProtoFile before : previous.files()) {
            ProtoFile after = current.file(before.path()).orElse(null);
            if (after != null && hasSameText(before, after)) {
                sameText.add(before.path());
            }
        }
        Set<String> changedEnums = new HashSet<>();
        for (ProtoFile before : previous.files()) {
            if (!sameText.contains(before.path())) {
                addChanged(before.enums(), current, changedEnums);
                before.messages().forEach(message -> addChanged(message, current, changedEnums));
            }
        }
        return new WorldDifference(sameText, changedEnums);
    }

    /** Files of an image have no text, so nothing can be said about it. */
    private static boolean hasSameText(ProtoFile before, ProtoFile after) {
        return before.text().bytes().length > 0
                && (before.text() == after.text()
                        || Arrays.equals(before.text().bytes(), after.text().bytes()));
    }

    private static void addChanged(Message message, Schema current, Set<String> changed) {
        addChanged(message.enums(), current, changed);
        message.messages().forEach(nested -> addChanged(nested, current, changed));
    }

    private static void addChanged(List<EnumType> enums, Schema current, Set<String> changed) {
        for (EnumType before : enums) {
            EnumType after = current.enumType(before.fullName()).orElse(null);
            if (after == null || Difference.between(before, after)) {
                changed.add(before.fullName());
            }
        }
    }

    /** Whether a file has the text it had. */
    boolean hasSameText(ProtoFile file) {
        return sameText.contains(file.path());
    }

    /** Whether a previous enum has other values now. */
    boolean isChanged(EnumType before) {
        return changedEnums.contains(before.fullName());
    }

    /** Whether the type of a previous field is an enum that has other values now. */
    boolean hasChangedEnum(Field before) {
        return before.type().value().kind() == Kind.ENUM
                && changedEnums.contains(before.type().value().typeName());
    }
}
