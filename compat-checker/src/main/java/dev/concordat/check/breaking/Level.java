package dev.concordat.check.breaking;

import static dev.concordat.schema.Cardinality.EXPLICIT;
import static dev.concordat.schema.Cardinality.IMPLICIT;
import static dev.concordat.schema.Cardinality.MAP;
import static dev.concordat.schema.Cardinality.REPEATED;
import static dev.concordat.schema.Kind.BOOL;
import static dev.concordat.schema.Kind.BYTES;
import static dev.concordat.schema.Kind.FIXED32;
import static dev.concordat.schema.Kind.FIXED64;
import static dev.concordat.schema.Kind.INT32;
import static dev.concordat.schema.Kind.INT64;
import static dev.concordat.schema.Kind.SFIXED32;
import static dev.concordat.schema.Kind.SFIXED64;
import static dev.concordat.schema.Kind.SINT32;
import static dev.concordat.schema.Kind.SINT64;
import static dev.concordat.schema.Kind.STRING;
import static dev.concordat.schema.Kind.UINT32;
import static dev.concordat.schema.Kind.UINT64;

import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Kind;
import java.util.List;
import java.util.Set;

/** How much of a field must stay so that readers understand what writers wrote (protobuf's language guide, "Updating a message type"). */
enum Level {
    /** Nothing may change. */
    SAME,
    /** Binary and JSON messages stay readable. */
    WIRE_JSON,
    /** Binary messages stay readable. */
    WIRE,
    /** Binary messages keep every value. */
    LOSSLESS;

    private static final List<Set<Kind>> WIRE_JSON_KINDS =
            List.of(Set.of(INT32, UINT32), Set.of(INT64, UINT64), Set.of(FIXED32, SFIXED32), Set.of(FIXED64, SFIXED64));
    private static final List<Set<Kind>> WIRE_KINDS = List.of(
            Set.of(INT32, INT64, UINT32, UINT64, BOOL),
            Set.of(SINT32, SINT64),
            Set.of(FIXED32, SFIXED32),
            Set.of(FIXED64, SFIXED64));
    private static final Set<Cardinality> SINGLE = Set.of(IMPLICIT, EXPLICIT);
    private static final Set<Cardinality> MANY = Set.of(REPEATED, MAP);

    /** Whether a field may change from one kind of type to another. */
    boolean allows(Kind previous, Kind current) {
        return switch (this) {
            case SAME, LOSSLESS -> previous == current;
            case WIRE_JSON -> areInOneGroup(previous, current, WIRE_JSON_KINDS);
            // Every string is valid bytes; not all bytes are valid strings.
            case WIRE -> areInOneGroup(previous, current, WIRE_KINDS) || (previous == STRING && current == BYTES);
        };
    }

    /** Whether a field may change from one cardinality to another. */
    boolean allows(Cardinality previous, Cardinality current) {
        return switch (this) {
            case SAME -> previous == current;
            case WIRE_JSON -> areInOneGroup(previous, current, List.of(SINGLE));
            case WIRE -> areInOneGroup(previous, current, List.of(SINGLE, MANY));
            // Readers that track presence still know what was written by those that do not.
            case LOSSLESS -> previous == current || (previous == IMPLICIT && current == EXPLICIT);
        };
    }

    private static <T> boolean areInOneGroup(T previous, T current, List<Set<T>> groups) {
        if (previous.equals(current)) {
            return true;
        }
        for (Set<T> group : groups) {
            if (group.contains(previous) && group.contains(current)) {
                return true;
            }
        }
        return false;
    }
}
