package dev.concordat.check.breaking;

import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an author did, where it would otherwise be told in pieces.
 *
 * @param ruleId the rule that tells it
 * @param location where, in the current contracts; empty when the file is gone
 * @param message what happened and what to do
 * @param subjects what the pieces are about
 * @param moved the fields that are under another number now, or in a message of another name, so that no rule compares them
 */
record Story(
        String ruleId,
        Optional<Location> location,
        Location previousLocation,
        String message,
        Set<Subject> subjects,
        List<Pair<Field>> moved) {

    /** Copies the collections. */
    Story {
        subjects = Set.copyOf(subjects);
        moved = List.copyOf(moved);
    }

    /** A story of what is there. */
    Story(String ruleId, Location location, Location previousLocation, String message, Set<Subject> subjects) {
        this(ruleId, Optional.of(location), previousLocation, message, subjects, List.of());
    }

    /** The same story, about these too. */
    Story about(List<Subject> others) {
        Set<Subject> all = new HashSet<>(subjects);
        all.addAll(others);
        return new Story(ruleId, location, previousLocation, message, all, moved);
    }

    /** A story of what is gone with its file. */
    static Story ofGone(String ruleId, Location previousLocation, String message, Set<Subject> subjects) {
        return new Story(ruleId, Optional.empty(), previousLocation, message, subjects, List.of());
    }
}
