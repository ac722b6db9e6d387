package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.Dependency.Pin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code buf.lock}: the versions of all modules that contracts import from, directly or not. */
final class BufLock {
    static final String FILE = "buf.lock";

    /** It becomes a part of paths. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{32}");

    private static final Pattern DIGEST = Pattern.compile("(b5|shake256):[0-9a-f]{128}");
    /** Locks before v2 may have no digest, or one of a kind that says nothing any more. */
    private static final Pattern NO_DIGEST = Pattern.compile("|b[13]-.*");

    private static final String REMEDY = "Run \"buf dep update\", or remove the file where nothing is imported.";

    private BufLock() {}

    /**
     * The dependencies that a lock pins.
     *
     * @param beside the version of the buf.yaml that the lock belongs to; the two go together
     */
    static List<Dependency> parse(String printedPath, byte[] content, ConfigVersion beside) throws ContractException {
        return YamlMapping.readFirst(printedPath, content, root -> read(root, beside));
    }

    private static List<Dependency> read(YamlMapping root, ConfigVersion beside) {
        String text = root.word("version").orElse("v1beta1");
        Optional<ConfigVersion> version = ConfigVersion.of(text);
        if (version.isEmpty() || (version.get() == ConfigVersion.V2) != (beside == ConfigVersion.V2)) {
            String message = version.isEmpty()
                    ? "Unknown version \"%s\".".formatted(text)
                    : "A lock of version %s does not go with a buf.yaml of version %s.".formatted(text, beside);
            root.report(root.place("version"), message, REMEDY);
            // Every other key would only be measured by the wrong version.
            root.acceptAnyKey();
            return List.of();
        }
        List<Dependency> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMapping entry : root.mappings("deps")) {
            dependency(root, entry, version.get()).ifPresent(dependency -> {
                if (!names.add(dependency.name())) {
                    root.report(entry.place(), "\"%s\" is here a second time.".formatted(dependency.name()), REMEDY);
                }
                found.add(dependency);
            });
        }
        if (version.get() == ConfigVersion.V2) {
            // Code, which is never run.
            root.mappings("plugins").forEach(YamlMapping::acceptAnyKey);
            root.mappings("policies").forEach(YamlMapping::acceptAnyKey);
        }
        return found;
    }

    private static Optional<Dependency> dependency(YamlMapping root, YamlMapping entry, ConfigVersion version) {
        boolean newest = version == ConfigVersion.V2;
        String name = newest
                ? entry.word("name").orElse("")
                : String.join(
                        "/",
                        entry.word("remote").orElse(""),
                        entry.word("owner").orElse(""),
                        entry.word("repository").orElse(""));
        if (!newest) {
            // What older versions of buf wrote besides.
            entry.word("branch");
            entry.word("create_time");
        }
        String commit = entry.word("commit").orElse("");
        String digest = entry.word("digest").orElse("");
        if (!Dependency.isName(name) || !COMMIT.matcher(commit).matches()) {
            root.report(entry.place(), "The entry names no commit of a module.", REMEDY);
            return Optional.empty();
        }
        boolean pinned = DIGEST.matcher(digest).matches() && digest.startsWith(newest ? "b5:" : "shake256:");
        if (!pinned && (newest || !NO_DIGEST.matcher(digest).matches())) {
            root.report(
                    entry.place("digest"),
                    "The entry has no digest that a lock of version %s has.".formatted(version),
                    REMEDY);
        }
        return Optional.of(new Dependency(name, pinned ? Optional.of(new Pin(commit, digest)) : Optional.empty()));
    }

    /** What a configuration names, as the lock pins it, and what else the lock pins. */
    static List<Dependency> pinned(List<Dependency> named, List<Dependency> locked) {
        Map<String, Dependency> all = new LinkedHashMap<>();
        named.forEach(dependency -> all.put(dependency.name(), dependency));
        locked.forEach(dependency -> all.put(dependency.name(), dependency));
        return List.copyOf(all.values());
    }
}
