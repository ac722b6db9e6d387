package dev.concordat.release;

import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import java.util.Optional;

/**
 * Something that makes a release due.
 *
 * @param bump how far it moves the version
 * @param text what it is
 * @param place where it is, when it is in a file
 */
public record Reason(Bump bump, String text, Optional<Place> place) {

    static Reason of(Bump bump, String text) {
        return new Reason(bump, text, Optional.empty());
    }

    static Reason at(Bump bump, String text, Optional<Location> location) {
        return new Reason(bump, text, location.map(Reason::place));
    }

    private static Place place(Location location) {
        Position start = location.startPosition();
        return new Place(location.path(), start.line(), start.column());
    }
}
