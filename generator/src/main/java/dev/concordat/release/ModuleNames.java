package dev.concordat.release;

import dev.concordat.schema.Place;
import java.util.Optional;

/**
 * What concordat.yaml says about a module; what it does not say follows from the module's path.
 *
 * @param id the module's id
 * @param group the Maven group of its artifacts
 * @param artifact the artifact of its messages
 * @param place where it is said
 */
public record ModuleNames(Optional<String> id, Optional<String> group, Optional<String> artifact, Place place) {}
