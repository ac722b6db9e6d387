package dev.concordat.check.reuse;

import dev.concordat.schema.Element;
import dev.concordat.schema.Location;

/**
 * What a number or a name was in a release and is now.
 *
 * @param before what it stood for
 * @param location where it stands now
 * @param message the two meanings, a sentence
 */
record Difference(Element before, Location location, String message) {}
