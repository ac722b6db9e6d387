package dev.concordat.schema.config;

import java.util.Optional;
import java.util.stream.Stream;

/** A version of buf's configuration format; it decides which keys, rules and categories there are. */
public enum ConfigVersion {
    /** The first: a module may have several roots, and categories are other sets of rules. */
    V1BETA1("v1beta1"),
    /** One module a file; what holds where there is no file. */
    V1("v1"),
    /** A whole workspace in one file. */
    V2("v2");

    private final String text;

    ConfigVersion(String text) {
        this.text = text;
    }

    /** The version that a file names. */
    static Optional<ConfigVersion> of(String text) {
        return Stream.of(values()).filter(version -> version.text.equals(text)).findFirst();
    }

    /** The version as a file names it. */
    @Override
    public String toString() {
        return text;
    }
}
