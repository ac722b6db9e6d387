package dev.concordat.check.witness;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Follows fields that moved from number to number.
 *
 * @param previous the message as it was
 * @param current the message as it is
 */
record Namesakes(Side previous, Side current) {

    /** A number, those that its names have in the other version, and so on: where a field moved, also of what gave way to it. */
    SortedSet<Integer> of(int number) {
        SortedSet<Integer> found = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(number);
        while (!open.isEmpty()) {
            int next = open.remove();
            if (found.add(next)) {
                follow(previous, next, current, open);
                follow(current, next, previous, open);
            }
        }
        return found;
    }

    private static void follow(Side from, int number, Side to, Deque<Integer> open) {
        FieldDescriptor field = from.message().findFieldByNumber(number);
        FieldDescriptor namesake = field == null ? null : to.message().findFieldByName(field.getName());
        if (namesake != null) {
            open.add(namesake.getNumber());
        }
    }
}
