package dev.concordat.schema.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A module of buf's registry that contracts import from.
 *
 * @param name registry, owner and module: {@code buf.build/googleapis/googleapis}
 * @param pin the version that buf.lock pins
 * @param jar the jar that stands for it, in place of what buf keeps, where concordat.yaml names one
 */
public record Dependency(String name, Optional<Pin> pin, Optional<ImportedJar> jar) {
    /** Names become parts of paths. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(:[0-9]{1,5})?(/[A-Za-z0-9_-][A-Za-z0-9._-]*){2}");

    private static final Pattern REFERENCE = Pattern.compile("(" + NAME.pattern() + ")(:[^:\\s]+)?");

    /**
     * One version of a module.
     *
     * @param commit the registry's name for it
     * @param digest what its files hash to, with the kind of digest before a colon
     */
    public record Pin(String commit, String digest) {}

    /** A module that no jar stands for. */
    public Dependency(String name, Optional<Pin> pin) {
        this(name, pin, Optional.empty());
    }

    @Override
    public String toString() {
        return name + pin.map(found -> ":" + found.commit()).orElse("");
    }

    /** The dependencies that a configuration names. */
    static List<Dependency> read(YamlMapping root) {
        List<Dependency> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String text : root.textsOrEmpty("deps")) {
            var matcher = REFERENCE.matcher(text);
            if (!matcher.matches()) {
                root.report(
                        root.place("deps"),
                        "\"%s\" names no module.".formatted(text),
                        "Write registry/owner/module, perhaps with :label behind.");
            } else if (!names.add(matcher.group(1))) {
                root.report(root.place("deps"), "\"%s\" is here a second time.".formatted(text), "Keep one of them.");
            } else {
                found.add(new Dependency(matcher.group(1), Optional.empty()));
            }
        }
        return found;
    }

    /** Whether a text is the name of a module. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The name of a module, which an empty text is none of, as in buf. */
    static Optional<String> name(YamlMapping module) {
        Optional<String> name = module.word("name").filter(text -> !text.isEmpty());
        name.filter(text -> !isName(text))
                .ifPresent(text -> module.report(
                        module.place("name"),
                        "\"%s\" is no name of a module.".formatted(text),
                        "Write registry/owner/module."));
        return name;
    }
}
