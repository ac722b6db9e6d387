package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.Dependency.Pin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code buf.lock}: the versions of all modules that contracts import from, directly or not. */
final class BufLock {
    static final String FILE = "buf.lock";

    /** Both become parts of paths. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{1,64}");

    private static final Pattern DIGEST = Pattern.compile("(b5|shake256):[0-9a-f]{128}");

    private BufLock() {}

    /** The dependencies that a lock pins. */
    static List<Dependency> parse(String printedPath, byte[] content) throws ContractException {
        return YamlMapping.read(printedPath, content, BufLock::read);
    }

    private static List<Dependency> read(YamlMapping root) {
        String version = root.requiredText("version");
        // What it pins besides is of no use here.
        root.acceptAnyKey();
        List<Dependency> found = new ArrayList<>();
        for (YamlMapping entry : root.mappings("deps")) {
            String name = version.equals("v2")
                    ? entry.requiredText("name")
                    : String.join(
                            "/",
                            entry.requiredText("remote"),
                            entry.requiredText("owner"),
                            entry.requiredText("repository"));
            String commit = entry.word("commit").orElse("");
            String digest = entry.text("digest").orElse("");
            if (!Dependency.isName(name) || !COMMIT.matcher(commit).matches()) {
                root.report(entry.place(), "The entry names no commit of a module.", "Run \"buf dep update\".");
            } else {
                boolean checked = DIGEST.matcher(digest).matches();
                found.add(new Dependency(name, checked ? Optional.of(new Pin(commit, digest)) : Optional.empty()));
            }
        }
        return found;
    }

    /** What a configuration names, as the lock pins it, and what else the lock pins. */
    static List<Dependency> pinned(List<Dependency> named, List<Dependency> locked) {
        Map<String, Dependency> all = new LinkedHashMap<>();
        named.forEach(dependency -> all.put(dependency.name(), dependency));
        locked.forEach(dependency -> all.put(dependency.name(), dependency));
        return List.copyOf(all.values());
    }
}
