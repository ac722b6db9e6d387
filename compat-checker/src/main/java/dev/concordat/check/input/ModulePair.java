package dev.concordat.check.input;

import dev.concordat.check.breaking.Part;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import java.util.List;
import java.util.Set;

/**
 * Files of a module in two versions.
 *
 * @param previous the files before
 * @param current the files now, none for a module that is gone
 * @param rules what is checked: what any of these does not allow is told
 */
record ModulePair(Part previous, Part current, Set<CheckConfig> rules) {
    /** Keeps an unchangeable copy. */
    ModulePair {
        rules = Set.copyOf(rules);
    }

    /** What is left of a module that is gone. */
    static final Part NOTHING = new Part(new Schema(List.of()), Set.of(), Set.of(), Set.of());
}
