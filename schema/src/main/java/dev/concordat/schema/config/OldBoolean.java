package dev.concordat.schema.config;

import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The words that YAML 1.1 had for true and false beside those of 1.2; buf reads them where one of the two is expected, in quotes or not. */
final class OldBoolean {
    private static final Set<String> TRUE = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");

    private OldBoolean() {}

    /** What a word stood for; with a tag of another type it is a mistake. */
    static Optional<Boolean> of(Node node) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
            return Optional.empty();
        }
        boolean yes = TRUE.contains(scalar.getValue());
        return yes || FALSE.contains(scalar.getValue()) ? Optional.of(yes) : Optional.empty();
    }
}
