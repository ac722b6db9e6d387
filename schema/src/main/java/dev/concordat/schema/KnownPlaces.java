package dev.concordat.schema;

import java.util.Arrays;

/** The places of a file that is not there itself: those that an image tells of. An offset is a place's number in the order of the file. */
final class KnownPlaces {
    /** The line above, the column below, both from 0. */
    private final long[] places;

    /** Places, each as {@link SourceText#place} makes it, in any order. */
    KnownPlaces(long[] places) {
        long[] sorted = places.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (long place : sorted) {
            if (count == 0 || sorted[count - 1] != place) {
                sorted[count++] = place;
            }
        }
        this.places = Arrays.copyOf(sorted, count);
    }

    int size() {
        return places.length;
    }

    /** The first place that is not before this one. */
    int offset(int line, int column) {
        int found = Arrays.binarySearch(places, SourceText.place(line, column));
        return found >= 0 ? found : -found - 1;
    }

    /** The position of a place; that of a place before the first or behind the last one is the file's first. */
    Position position(int offset) {
        long place = offset < places.length ? places[offset] : 0;
        return new Position((int) (place >>> Integer.SIZE) + 1, (int) place + 1);
    }
}
