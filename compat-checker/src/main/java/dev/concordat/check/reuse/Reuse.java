package dev.concordat.check.reuse;

import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;

/**
 * A number or a name that means something else than in a release.
 *
 * @param use the number or name
 * @param file the current file
 * @param location where the number or the name stands now
 * @param message what it was, what it is and what to do
 */
public record Reuse(Use use, ProtoFile file, Location location, String message) {}
