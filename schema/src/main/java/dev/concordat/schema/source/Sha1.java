package dev.concordat.schema.source;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * SHA-1 (FIPS 180-4, section 6.1), which git names objects by. The JDK's is the same but for what comes with it: asking for it makes a security provider
 * with all that it offers, which takes as long as reading the index of a repository.
 */
public final class Sha1 extends MessageDigest {
    private static final int BYTES = 20;
    private static final int BLOCK = 64;
    private static final int ROUNDS = 80;
    private static final int QUARTERS = 4;
    private static final int[] INITIAL = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

    /** What each quarter of the rounds adds. */
    private static final int[] CONSTANTS = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};

    /** Where in the last block the length stands, in bits. */
    private static final int LENGTH = BLOCK - Long.BYTES;

    private final byte[] block = new byte[BLOCK];
    private final int[] words = new int[ROUNDS];
    private final int[] state = new int[INITIAL.length];
    private final int[] mixed = new int[INITIAL.length];
    private long length;

    /** A digest of nothing yet. */
    public Sha1() {
        super("SHA-1");
        engineReset();
    }

    @Override
    protected int engineGetDigestLength() {
        return BYTES;
    }

    @Override
    protected void engineReset() {
        length = 0;
        System.arraycopy(INITIAL, 0, state, 0, state.length);
    }

    @Override
    protected void engineUpdate(byte input) {
        int filled = filled();
        block[filled] = input;
        length++;
        if (filled == BLOCK - 1) {
            compress(block, 0);
        }
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int count) {
        int at = offset;
        int end = offset + count;
        int filled = filled();
        length += count;
        if (filled > 0) {
            int taken = Math.min(BLOCK - filled, count);
            System.arraycopy(input, at, block, filled, taken);
            at += taken;
            if (filled + taken < BLOCK) {
                return;
            }
            compress(block, 0);
        }
        for (; end - at >= BLOCK; at += BLOCK) {
            compress(input, at);
        }
        System.arraycopy(input, at, block, 0, end - at);
    }

    @Override
    protected byte[] engineDigest() {
        long bits = length * Byte.SIZE;
        int filled = filled();
        block[filled++] = (byte) 0x80;
        if (filled > LENGTH) {
            Arrays.fill(block, filled, BLOCK, (byte) 0);
            compress(block, 0);
            filled = 0;
        }
        Arrays.fill(block, filled, LENGTH, (byte) 0);
        write((int) (bits >>> Integer.SIZE), block, LENGTH);
        write((int) bits, block, LENGTH + Integer.BYTES);
        compress(block, 0);
        byte[] digest = new byte[BYTES];
        int at = 0;
        for (int word : state) {
            write(word, digest, at);
            at += Integer.BYTES;
        }
        engineReset();
        return digest;
    }

    private int filled() {
        return (int) (length % BLOCK);
    }

    private static void write(int word, byte[] to, int at) {
        to[at] = (byte) (word >>> 24);
        to[at + 1] = (byte) (word >>> 16);
        to[at + 2] = (byte) (word >>> 8);
        to[at + 3] = (byte) word;
    }

    /** In parts, since Java compiles the sooner what is called the more often: few objects are so large that the whole of it would be. */
    private void compress(byte[] input, int offset) {
        for (int i = 0, at = offset; i < BLOCK / Integer.BYTES; i++, at += Integer.BYTES) {
            words[i] = ((input[at] & 0xff) << 24)
                    | ((input[at + 1] & 0xff) << 16)
                    | ((input[at + 2] & 0xff) << 8)
                    | (input[at + 3] & 0xff);
        }
        for (int start = BLOCK / Integer.BYTES; start < ROUNDS; start += 16) {
            expand(words, start);
        }
        System.arraycopy(state, 0, mixed, 0, state.length);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            mix(words, quarter, mixed);
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += mixed[i];
        }
    }

    private static void expand(int[] words, int start) {
        for (int i = start; i < start + 16; i++) {
            int word = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16];
            words[i] = (word << 1) | (word >>> 31);
        }
    }

    private static void mix(int[] words, int quarter, int[] state) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int constant = CONSTANTS[quarter];
        int start = quarter * (ROUNDS / QUARTERS);
        for (int i = start; i < start + ROUNDS / QUARTERS; i++) {
            int function = switch (quarter) {
                case 0 -> (b & c) | (~b & d);
                case 2 -> (b & c) | (b & d) | (c & d);
                default -> b ^ c ^ d;
            };
            int next = ((a << 5) | (a >>> 27)) + function + e + words[i] + constant;
            e = d;
            d = c;
            c = (b << 30) | (b >>> 2);
            b = a;
            a = next;
        }
        state[0] = a;
        state[1] = b;
        state[2] = c;
        state[3] = d;
        state[4] = e;
    }
}
