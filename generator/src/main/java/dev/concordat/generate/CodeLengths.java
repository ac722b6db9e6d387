package dev.concordat.generate;

import java.util.Arrays;

/**
 * The code lengths of a block's two codes, run by run (RFC 1951, section 3.2.7).
 *
 * @param literals how many literal and length codes there are
 * @param distances how many distance codes there are
 * @param runs symbols of the code length alphabet, with a run's extra bits from bit 8 on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CodeLengths(int literals, int distances, int[] runs) {
    private static final int SYMBOLS = 19;
    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;

    static CodeLengths of(int[] literalLengths, int[] distanceLengths) {
        int literals = used(literalLengths, 257);
        int distances = used(distanceLengths, 1);
        int[] lengths = Arrays.copyOf(literalLengths, literals + distances);
        System.arraycopy(distanceLengths, 0, lengths, literals, distances);
        int[] runs = new int[lengths.length];
        int count = 0;
        for (int at = 0; at < lengths.length; ) {
            int same = at + 1;
            while (same < lengths.length && lengths[same] == lengths[at]) {
                same++;
            }
            for (int left = same - at, first = 1; left > 0; first = 0) {
                int taken = taken(lengths[at], left, first);
                runs[count++] = run(lengths[at], taken);
                left -= taken;
            }
            at = same;
        }
        return new CodeLengths(literals, distances, Arrays.copyOf(runs, count));
    }

    /** How often each symbol of the code length alphabet occurs. */
    int[] frequencies() {
        int[] frequencies = new int[SYMBOLS];
        for (int run : runs) {
            frequencies[run & 0xFF]++;
        }
        return frequencies;
    }

    /** How many bits follow the symbols. */
    long extraBits() {
        long bits = 0;
        for (int run : runs) {
            bits += extraBits(run & 0xFF);
        }
        return bits;
    }

    void write(BitOutput out, HuffmanCode code) {
        for (int run : runs) {
            int symbol = run & 0xFF;
            code.write(out, symbol);
            out.write(run >>> 8, extraBits(symbol));
        }
    }

    /** How many of a run's equal lengths its next symbol covers; the first of a run that is not of zeros stands for itself. */
    private static int taken(int length, int left, int first) {
        if (left < 3 || (length != 0 && first == 1)) {
            return 1;
        }
        return Math.min(left, length == 0 ? 138 : 6);
    }

    private static int run(int length, int taken) {
        if (taken == 1) {
            return length;
        }
        if (length != 0) {
            return REPEAT | ((taken - 3) << 8);
        }
        return taken <= 10 ? ZEROS | ((taken - 3) << 8) : MANY_ZEROS | ((taken - 11) << 8);
    }

    private static int extraBits(int symbol) {
        return switch (symbol) {
            case REPEAT -> 2;
            case ZEROS -> 3;
            case MANY_ZEROS -> 7;
            default -> 0;
        };
    }

    private static int used(int[] lengths, int least) {
        int used = lengths.length;
        while (used > least && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }
}
