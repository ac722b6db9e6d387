package dev.concordat.cli.export;

import java.util.Set;

/**
 * What is left of contracts after pruning.
 *
 * @param declarations the full names of messages, enums, services, rpcs and extensions
 */
record Retained(Set<String> declarations) {

    /** Copies the set. */
    Retained {
        declarations = Set.copyOf(declarations);
    }

    boolean holds(String fullName) {
        return declarations.contains(fullName);
    }
}
