package dev.concordat.schema.config;

import dev.concordat.schema.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the rules and categories of a section stand in their file. Any two are equal, because where something stands is no part of what it says.
 */
public final class RulePlaces {
    /** The places of what no file says. */
    static final RulePlaces NONE = new RulePlaces(Map.of());

    private final Map<String, Place> placesById;

    private RulePlaces(Map<String, Place> placesById) {
        this.placesById = placesById;
    }

    /** The places of the ids and categories that a section lists. */
    static RulePlaces of(YamlMapping section) {
        Map<String, Place> places = new LinkedHashMap<>();
        section.textPlaces("use").forEach(places::putIfAbsent);
        section.textPlaces("except").forEach(places::putIfAbsent);
        section.mapping("ignore_only")
                .ifPresent(rules -> rules.keys().forEach(id -> places.putIfAbsent(id, rules.place(id))));
        return new RulePlaces(places);
    }

    /** Where a rule or category stands first, empty when no file names it. */
    public Optional<Place> of(String id) {
        return Optional.ofNullable(placesById.get(id));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RulePlaces;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return placesById.size() + " places";
    }
}
