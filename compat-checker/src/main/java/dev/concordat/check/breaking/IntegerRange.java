package dev.concordat.check.breaking;

import dev.concordat.schema.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole numbers of a type, both ends included. Types that read the same bytes agree on the numbers that both have (protobuf's guide to encoding).
 *
 * @param bits how many of its lowest bits are read of a number that is out of range
 */
record IntegerRange(Kind kind, BigInteger least, BigInteger greatest, int bits) {
    private static final BigInteger BOTH_HALVES = BigInteger.ONE.shiftLeft(32).add(BigInteger.valueOf(5));
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** The range of a kind, empty for one without whole numbers. */
    static Optional<IntegerRange> of(Kind kind) {
        return switch (kind) {
            case BOOL -> Optional.of(new IntegerRange(kind, BigInteger.ZERO, BigInteger.ONE, 1));
            case INT32, SINT32, SFIXED32 -> Optional.of(signed(kind, 32));
            case INT64, SINT64, SFIXED64 -> Optional.of(signed(kind, 64));
            case UINT32, FIXED32 -> Optional.of(unsigned(kind, 32));
            case UINT64, FIXED64 -> Optional.of(unsigned(kind, 64));
            default -> Optional.empty();
        };
    }

    private static IntegerRange signed(Kind kind, int bits) {
        BigInteger bound = BigInteger.ONE.shiftLeft(bits - 1);
        return new IntegerRange(kind, bound.negate(), bound.subtract(BigInteger.ONE), bits);
    }

    private static IntegerRange unsigned(Kind kind, int bits) {
        return new IntegerRange(
                kind, BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE), bits);
    }

    /** Whether it has all numbers of another type. */
    boolean holds(IntegerRange other) {
        return least.compareTo(other.least) <= 0 && greatest.compareTo(other.greatest) >= 0;
    }

    /** The numbers of another type that it has not, such as {@code values above 2147483647 and below -2147483648}. */
    String missing(IntegerRange other) {
        if (kind == Kind.BOOL) {
            return "values other than 0 and 1";
        }
        List<String> missing = new ArrayList<>();
        if (greatest.compareTo(other.greatest) < 0) {
            missing.add("above " + greatest);
        }
        if (least.compareTo(other.least) > 0) {
            missing.add("below " + least);
        }
        return "values " + String.join(" and ", missing);
    }

    /** One of them that shows it well. */
    BigInteger exampleOfMissing(IntegerRange other) {
        for (BigInteger plain : List.of(FIVE, BOTH_HALVES, BigInteger.ONE.negate())) {
            if (other.contains(plain) && !contains(plain)) {
                return plain;
            }
        }
        return other.greatest;
    }

    /** What is read for a number that it has not. */
    String read(BigInteger number) {
        if (kind == Kind.BOOL) {
            return "true";
        }
        BigInteger low = number.mod(BigInteger.ONE.shiftLeft(bits));
        return (low.compareTo(greatest) > 0 ? low.subtract(BigInteger.ONE.shiftLeft(bits)) : low).toString();
    }

    private boolean contains(BigInteger number) {
        return least.compareTo(number) <= 0 && greatest.compareTo(number) >= 0;
    }
}
