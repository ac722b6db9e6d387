package dev.concordat.release;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A semantic version without pre-release or build parts. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
    /** The first version of a module that keeps its promises. */
    public static final Version FIRST = new Version(1, 0, 0);

    /** The first version of a module that promises nothing yet. */
    public static final Version FIRST_UNSTABLE = new Version(0, 1, 0);

    private static final int LARGEST = 999_999_999;
    private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
    private static final Pattern TEXT = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER);

    /** Refuses numbers that the text form cannot hold. */
    public Version {
        for (int number : new int[] {major, minor, patch}) {
            if (number < 0 || number > LARGEST) {
                throw new IllegalStateException("Version number " + number + " is out of range.");
            }
        }
    }

    /** The version that the text spells, empty when it spells none: three numbers without leading zeros. */
    public static Optional<Version> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                : Optional.empty();
    }

    /**
     * The version that follows after a change, empty when the numbers are used up.
     *
     * <p>Before 1.0.0 semver's own rule holds: a break moves the minor number, all else the patch number.
     */
    public Optional<Version> next(Bump bump) {
        return switch (major > 0 ? bump : bump == Bump.MAJOR ? Bump.MINOR : Bump.PATCH) {
            case MAJOR -> major == LARGEST ? Optional.empty() : Optional.of(new Version(major + 1, 0, 0));
            case MINOR -> minor == LARGEST ? Optional.empty() : Optional.of(new Version(major, minor + 1, 0));
            case PATCH -> patch == LARGEST ? Optional.empty() : Optional.of(new Version(major, minor, patch + 1));
        };
    }

    /** The lowest version that this one must not break with: of the same major, before 1.0.0 of the same minor. */
    Version firstCompatible() {
        return new Version(major, major > 0 ? 0 : minor, 0);
    }

    /** By number, the oldest first. */
    @Override
    public int compareTo(Version other) {
        int order = Integer.compare(major, other.major);
        order = order != 0 ? order : Integer.compare(minor, other.minor);
        return order != 0 ? order : Integer.compare(patch, other.patch);
    }

    /** The three numbers with dots. */
    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
