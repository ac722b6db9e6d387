package dev.concordat.check;

import dev.concordat.schema.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A place where contracts break a rule.
 *
 * @param ruleId the rule
 * @param location where, in the current contracts; empty when the file is gone
 * @param previousLocation where it was in the previous contracts
 * @param message what, on which element, from what to what, and what to do
 * @param constituents the violations that this one tells as one, as buf would print them; empty for most
 * @param witness looks for data that shows what it does
 */
public record Violation(
        String ruleId,
        Optional<Location> location,
        Optional<Location> previousLocation,
        String message,
        List<Violation> constituents,
        WitnessSearch witness)
        implements Comparable<Violation> {

    /** What a part of a message begins with that none of the constituents tells. */
    public static final String BESIDES = " Besides: ";

    /** Copies the list. */
    public Violation {
        constituents = List.copyOf(constituents);
    }

    /** A violation that nothing is known to show. */
    public Violation(
            String ruleId,
            Optional<Location> location,
            Optional<Location> previousLocation,
            String message,
            List<Violation> constituents) {
        this(ruleId, location, previousLocation, message, constituents, WitnessSearch.NONE);
    }

    /** A violation that stands for itself. */
    public static Violation of(
            String ruleId, Optional<Location> location, Optional<Location> previous, String message) {
        return new Violation(ruleId, location, previous, message, List.of());
    }

    /** The violations in order; those that would be printed alike stand once, with the constituents of all. */
    public static List<Violation> sorted(Collection<Violation> violations) {
        List<Violation> sorted = new ArrayList<>();
        for (Violation violation : violations.stream().sorted().toList()) {
            int last = sorted.size() - 1;
            if (last >= 0 && sorted.get(last).compareTo(violation) == 0) {
                sorted.set(last, sorted.get(last).with(violation.constituents()));
            } else {
                sorted.add(violation);
            }
        }
        return List.copyOf(sorted);
    }

    /** The same with these violations among its constituents. */
    public Violation with(List<Violation> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Violation> all = new ArrayList<>(constituents);
        all.addAll(more);
        return new Violation(ruleId, location, previousLocation, message, sorted(all), witness);
    }

    /** The same with a search for what shows it. */
    public Violation shownBy(WitnessSearch search) {
        return new Violation(ruleId, location, previousLocation, message, constituents, search);
    }

    /** The same with another remedy, for who cannot change the contract: the last sentence of what it tells, before what else changed. */
    public Violation withRemedy(String remedy) {
        int start = 0;
        int end = message.length();
        boolean quoted = false;
        for (int at = 0; at < end; at++) {
            char character = message.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && message.startsWith("." + BESIDES, at)) {
                end = at + 1;
            } else if (!quoted && message.startsWith(". ", at)) {
                start = at + 2;
            }
        }
        String told = message.substring(0, start) + remedy + message.substring(end);
        return new Violation(ruleId, location, previousLocation, told, constituents, witness);
    }

    /** The path it is printed with; empty when there is no file any more. */
    public String path() {
        return location.map(Location::path).orElse("");
    }

    /** The same whatever would show it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Violation violation
                && ruleId.equals(violation.ruleId)
                && location.equals(violation.location)
                && previousLocation.equals(violation.previousLocation)
                && message.equals(violation.message)
                && constituents.equals(violation.constituents);
    }

    @Override
    public int hashCode() {
        return (ruleId.hashCode() * 31 + location.hashCode()) * 31 + message.hashCode();
    }

    /** By file and place, which offsets order as lines and columns do, at no cost. */
    @Override
    public int compareTo(Violation other) {
        int order = Utf8Order.compare(path(), other.path());
        order = order != 0 ? order : Integer.compare(offset(Location::start), other.offset(Location::start));
        order = order != 0 ? order : ruleId.compareTo(other.ruleId);
        order = order != 0 ? order : Utf8Order.compare(message, other.message);
        return order != 0 ? order : Integer.compare(offset(Location::end), other.offset(Location::end));
    }

    private int offset(ToIntFunction<Location> of) {
        return location.isPresent() ? of.applyAsInt(location.get()) : 0;
    }
}
