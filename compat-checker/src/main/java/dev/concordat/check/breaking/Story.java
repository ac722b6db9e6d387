package dev.concordat.check.breaking;

import dev.concordat.schema.Location;
import java.util.Set;

/**
 * What an author did, where it would otherwise be told in pieces.
 *
 * @param ruleId the rule that tells it
 * @param location where, in the current contracts
 * @param message what happened and what to do
 * @param subjects what the pieces are about
 */
record Story(String ruleId, Location location, Location previousLocation, String message, Set<Subject> subjects) {

    /** Copies the set. */
    Story {
        subjects = Set.copyOf(subjects);
    }
}
