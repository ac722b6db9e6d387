package dev.concordat.cli.export;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be written.
 *
 * @param files the content of each file by its import path
 * @param notes what the person who exports should know
 */
public record Export(SortedMap<String, byte[]> files, List<String> notes) {

    /** Keeps unchangeable copies. */
    public Export {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        notes = List.copyOf(notes);
    }

    /** An export of which there is nothing to say. */
    public static Export of(Map<String, byte[]> files) {
        return new Export(new TreeMap<>(files), List.of());
    }
}
