package dev.concordat.check.reuse;

import dev.concordat.schema.Location;

/**
 * What a number or a name was in a release and is now.
 *
 * @param location where it stands now
 * @param message the two meanings, a sentence
 */
record Difference(Location location, String message) {}
