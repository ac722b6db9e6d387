package dev.concordat.release;

import java.util.Locale;

/** How far a change moves a version, the smallest first. */
public enum Bump {
    /** Nothing that a consumer can see in a type. */
    PATCH,
    /** Something was added or deprecated. */
    MINOR,
    /** Something that consumers may rely on was taken away. */
    MAJOR;

    /** The larger of the two. */
    public Bump or(Bump other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The word that people read. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
