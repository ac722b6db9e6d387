package dev.concordat.generate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A canonical Huffman code (RFC 1951, section 3.2.2).
 *
 * @param lengths the number of bits of each symbol's code, 0 for symbols that do not occur
 * @param codes the codes, their bits in the order they are written
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HuffmanCode(int[] lengths, int[] codes) {

    /** The code for symbols that occur this often, none longer than the limit. */
    static HuffmanCode of(int[] frequencies, int limit) {
        int[] weights = frequencies.clone();
        // A decoder wants a complete code, which takes two symbols.
        for (int symbol = 0, used = used(weights); used < 2; symbol++) {
            if (weights[symbol] == 0) {
                weights[symbol] = 1;
                used++;
            }
        }
        int[] lengths = lengths(weights);
        while (longest(lengths) > limit) {
            for (int symbol = 0; symbol < weights.length; symbol++) {
                weights[symbol] = (weights[symbol] + 1) / 2;
            }
            lengths = lengths(weights);
        }
        return ofLengths(lengths);
    }

    /** The code that these lengths define. */
    static HuffmanCode ofLengths(int[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int bits = 1; bits <= longest(lengths); bits++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == bits) {
                    codes[symbol] = Integer.reverse(code++) >>> (Integer.SIZE - bits);
                }
            }
            code <<= 1;
        }
        return new HuffmanCode(lengths, codes);
    }

    /** How many bits symbols of these frequencies take. */
    long cost(int[] frequencies) {
        long bits = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            bits += (long) frequencies[symbol] * lengths[symbol];
        }
        return bits;
    }

    void write(BitOutput out, int symbol) {
        out.write(codes[symbol], lengths[symbol]);
    }

    /** The depths of the leaves of a Huffman tree; ties go by the order in which nodes came to be. */
    private static int[] lengths(int[] weights) {
        int symbols = weights.length;
        int[] parents = new int[2 * symbols];
        long[] sums = new long[2 * symbols];
        PriorityQueue<Integer> open = new PriorityQueue<>(
                Comparator.<Integer>comparingLong(node -> sums[node]).thenComparingInt(node -> node));
        for (int symbol = 0; symbol < symbols; symbol++) {
            sums[symbol] = weights[symbol];
            if (weights[symbol] > 0) {
                open.add(symbol);
            }
        }
        int root = symbols;
        while (open.size() > 1) {
            int left = open.remove();
            int right = open.remove();
            parents[left] = root;
            parents[right] = root;
            sums[root] = sums[left] + sums[right];
            open.add(root++);
        }
        int[] depths = new int[2 * symbols];
        for (int node = root - 2; node >= 0; node--) {
            depths[node] = parents[node] == 0 ? 0 : depths[parents[node]] + 1;
        }
        return Arrays.copyOf(depths, symbols);
    }

    private static int used(int[] weights) {
        int used = 0;
        for (int weight : weights) {
            used += weight > 0 ? 1 : 0;
        }
        return used;
    }

    private static int longest(int[] lengths) {
        int longest = 0;
        for (int length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
