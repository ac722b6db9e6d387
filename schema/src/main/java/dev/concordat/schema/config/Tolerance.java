package dev.concordat.schema.config;

import java.util.EnumSet;
import java.util.Set;

/** What is no problem of a tree of contracts. */
enum Tolerance {
    /** It is of an earlier state: what only the author of a change can mend, or means nothing on this machine. */
    EARLIER,
    /** Links to contracts, which are left out then. */
    LINKS,
    /** A buf.lock that cannot be read: what it pins is missed only where it is imported. */
    LOCK,
    /** Names of files that read well here and not everywhere. */
    NAMES;

    /** What buf has no problem with either, as its users' contracts are what they are. */
    static Set<Tolerance> of(PathFilter filter, boolean earlier) {
        Set<Tolerance> tolerances = EnumSet.of(NAMES);
        if (earlier) {
            tolerances.add(EARLIER);
        }
        if (filter.linksLeftOut()) {
            tolerances.add(LINKS);
        }
        return tolerances;
    }
}
