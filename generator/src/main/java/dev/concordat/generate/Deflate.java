package dev.concordat.generate;

/**
 * Compresses as RFC 1951 says, into the same bytes everywhere. The JDK's own Deflater is whichever zlib it was built with or finds on the machine, and
 * those differ: zlib-ng, Cloudflare's and hardware ones write other bytes than the original.
 */
final class Deflate {
    private static final int BLOCK_TOKENS = 1 << 15;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int GOOD_ENOUGH = 32;
    private static final int MATCH = 1 << 30;

    private final byte[] data;
    private final Matches matches;
    private final BitOutput out;
    private final int[] tokens = new int[BLOCK_TOKENS + 1];
    private int count;

    private Deflate(byte[] data) {
        this.data = data;
        this.matches = new Matches(data);
        this.out = new BitOutput(data.length / 2);
    }

    /** The raw deflate stream of these bytes. */
    static byte[] compress(byte[] data) {
        return new Deflate(data).run();
    }

    private byte[] run() {
        int at = 0;
        while (at < data.length) {
            matches.find(at);
            int length = matches.length();
            int distance = matches.distance();
            matches.add(at);
            if (length >= Matches.SHORTEST && !nextIsBetter(at, length)) {
                token(MATCH | length << 16 | distance - 1);
                for (int covered = at + 1; covered < at + length; covered++) {
                    matches.add(covered);
                }
                at += length;
            } else {
                token(data[at] & 0xFF);
                at++;
            }
        }
        endBlock(true);
        return out.toByteArray();
    }

    /** A literal now and a longer match at the next byte is shorter than two matches. */
    private boolean nextIsBetter(int at, int length) {
        if (length >= GOOD_ENOUGH) {
            return false;
        }
        matches.find(at + 1);
        return matches.length() > length;
    }

    private void token(int token) {
        if (count == BLOCK_TOKENS) {
            endBlock(false);
        }
        tokens[count++] = token;
    }

    private void endBlock(boolean last) {
        int[] literals = new int[LITERALS];
        int[] distances = new int[DISTANCES];
        literals[DeflateBlock.END]++;
        for (int at = 0; at < count; at++) {
            int token = tokens[at];
            if ((token & MATCH) == 0) {
                literals[token]++;
            } else {
                literals[DeflateBlock.lengthSymbol(length(token))]++;
                distances[DeflateBlock.distanceSymbol(distance(token))]++;
            }
        }
        out.write(last ? 1 : 0, 1);
        DeflateBlock block = DeflateBlock.begin(out, literals, distances);
        for (int at = 0; at < count; at++) {
            if ((tokens[at] & MATCH) == 0) {
                block.literal(tokens[at]);
            } else {
                block.match(length(tokens[at]), distance(tokens[at]));
            }
        }
        block.literal(DeflateBlock.END);
        count = 0;
    }

    private static int length(int token) {
        return token >>> 16 & 0x1FF;
    }

    private static int distance(int token) {
        return (token & 0xFFFF) + 1;
    }
}
