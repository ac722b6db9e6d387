package dev.concordat.check;

import java.util.Set;

/** Something that contracts are checked for. */
public interface Rule {

    /** The id that configuration and reports name it by; buf's where the meaning is buf's. */
    String id();

    /** What it asks for, one sentence. */
    String purpose();

    /** The categories it belongs to. */
    Set<Category> categories();
}
