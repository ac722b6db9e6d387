package dev.concordat.generate;

import java.util.Arrays;

/** One block of a deflate stream, with the code of RFC 1951, section 3.2.6 or 3.2.7, whichever takes less. */
final class DeflateBlock {
    /** The symbol that ends a block. */
    static final int END = 256;

    private static final int LONGEST_CODE = 15;
    private static final int LONGEST_LENGTH_CODE = 7;
    private static final int[] LENGTH_BASES = new int[29];
    private static final int[] LENGTH_BITS = new int[29];
    private static final int[] DISTANCE_BASES = new int[30];
    private static final int[] DISTANCE_BITS = new int[30];
    private static final byte[] LENGTH_SYMBOLS = new byte[Matches.LONGEST + 1];
    private static final int[] LENGTH_CODE_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final HuffmanCode FIXED_LITERALS;
    private static final HuffmanCode FIXED_DISTANCES;

    static {
        for (int symbol = 0, base = 3; symbol < 28; symbol++) {
            LENGTH_BITS[symbol] = Math.max(0, symbol / 4 - 1);
            LENGTH_BASES[symbol] = base;
            base += 1 << LENGTH_BITS[symbol];
        }
        LENGTH_BASES[28] = Matches.LONGEST;
        for (int symbol = 0, base = 1; symbol < 30; symbol++) {
            DISTANCE_BITS[symbol] = Math.max(0, symbol / 2 - 1);
            DISTANCE_BASES[symbol] = base;
            base += 1 << DISTANCE_BITS[symbol];
        }
        for (int length = 3, symbol = 0; length <= Matches.LONGEST; length++) {
            symbol += symbol < 28 && LENGTH_BASES[symbol + 1] == length ? 1 : 0;
            LENGTH_SYMBOLS[length] = (byte) symbol;
        }
        int[] literals = new int[288];
        Arrays.fill(literals, 0, 144, 8);
        Arrays.fill(literals, 144, 256, 9);
        Arrays.fill(literals, 256, 280, 7);
        Arrays.fill(literals, 280, 288, 8);
        FIXED_LITERALS = HuffmanCode.ofLengths(literals);
        int[] distances = new int[30];
        Arrays.fill(distances, 5);
        FIXED_DISTANCES = HuffmanCode.ofLengths(distances);
    }

    private final BitOutput out;
    private final HuffmanCode literals;
    private final HuffmanCode distances;

    private DeflateBlock(BitOutput out, HuffmanCode literals, HuffmanCode distances) {
        this.out = out;
        this.literals = literals;
        this.distances = distances;
    }

    /** Writes the block's kind and code, chosen for symbols that occur this often. */
    static DeflateBlock begin(BitOutput out, int[] literalFrequencies, int[] distanceFrequencies) {
        HuffmanCode literals = HuffmanCode.of(literalFrequencies, LONGEST_CODE);
        HuffmanCode distances = HuffmanCode.of(distanceFrequencies, LONGEST_CODE);
        CodeLengths lengths = CodeLengths.of(literals.lengths(), distances.lengths());
        HuffmanCode lengthCode = HuffmanCode.of(lengths.frequencies(), LONGEST_LENGTH_CODE);
        long own = literals.cost(literalFrequencies)
                + distances.cost(distanceFrequencies)
                + lengthCode.cost(lengths.frequencies())
                + lengths.extraBits()
                + 14
                + 3L * lengthCodes(lengthCode);
        if (own >= FIXED_LITERALS.cost(literalFrequencies) + FIXED_DISTANCES.cost(distanceFrequencies)) {
            out.write(1, 2);
            return new DeflateBlock(out, FIXED_LITERALS, FIXED_DISTANCES);
        }
        out.write(2, 2);
        out.write(lengths.literals() - 257, 5);
        out.write(lengths.distances() - 1, 5);
        out.write(lengthCodes(lengthCode) - 4, 4);
        for (int at = 0; at < lengthCodes(lengthCode); at++) {
            out.write(lengthCode.lengths()[LENGTH_CODE_ORDER[at]], 3);
        }
        lengths.write(out, lengthCode);
        return new DeflateBlock(out, literals, distances);
    }

    /** The symbol of a match's length. */
    static int lengthSymbol(int length) {
        return END + 1 + LENGTH_SYMBOLS[length];
    }

    /** The symbol of a match's distance. */
    static int distanceSymbol(int distance) {
        if (distance <= 2) {
            return distance - 1;
        }
        int bits = 30 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * bits + ((distance - 1) >>> bits);
    }

    void literal(int symbol) {
        literals.write(out, symbol);
    }

    void match(int length, int distance) {
        int lengthSymbol = LENGTH_SYMBOLS[length];
        literals.write(out, END + 1 + lengthSymbol);
        out.write(length - LENGTH_BASES[lengthSymbol], LENGTH_BITS[lengthSymbol]);
        int distanceSymbol = distanceSymbol(distance);
        distances.write(out, distanceSymbol);
        out.write(distance - DISTANCE_BASES[distanceSymbol], DISTANCE_BITS[distanceSymbol]);
    }

    private static int lengthCodes(HuffmanCode code) {
        int used = LENGTH_CODE_ORDER.length;
        while (used > 4 && code.lengths()[LENGTH_CODE_ORDER[used - 1]] == 0) {
            used--;
        }
        return used;
    }
}
