package dev.concordat.release;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a release tag: {@code routeguide/v1.2.0}. */
public record ReleaseTag(String id, Version version) {
    /** What a module's id looks like. */
    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private static final Pattern NUMBERS = Pattern.compile("(" + ID + ")/v[0-9]+\\.[0-9]+\\.[0-9]+");

    private static final String RETRACTED = "retracted/";

    /** Refuses what is no id. */
    public ReleaseTag {
        if (!ID.matcher(id).matches()) {
            throw new IllegalStateException("\"" + id + "\" is no module id.");
        }
    }

    /** The release that a tag is named after, empty for other tags. */
    public static Optional<ReleaseTag> parse(String name) {
        int slash = name.indexOf("/v");
        if (slash < 0 || !ID.matcher(name.substring(0, slash)).matches()) {
            return Optional.empty();
        }
        return Version.parse(name.substring(slash + 2))
                .map(version -> new ReleaseTag(name.substring(0, slash), version));
    }

    /** The module of a tag that looks like a release and spells no version, empty for other tags. */
    static Optional<String> misspelledId(String name) {
        Matcher matcher = NUMBERS.matcher(name);
        return matcher.matches() && parse(name).isEmpty() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The release that a tag takes back, empty for other tags. */
    static Optional<ReleaseTag> parseRetracted(String name) {
        return name.startsWith(RETRACTED) ? parse(name.substring(RETRACTED.length())) : Optional.empty();
    }

    /** The tag's name without {@code refs/tags/}. */
    public String name() {
        return id + "/v" + version;
    }

    /** The tag's full ref name. */
    public String ref() {
        return "refs/tags/" + name();
    }

    @Override
    public String toString() {
        return name();
    }
}
