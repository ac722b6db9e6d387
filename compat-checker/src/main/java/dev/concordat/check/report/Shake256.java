package dev.concordat.check.report;

import java.util.Arrays;

/** SHAKE256 (FIPS 202), the digest of any length that buf makes digests and GitLab fingerprints with and JDK 17 does not have. */
public final class Shake256 {
    private static final int ROUNDS = 24;
    private static final int RATE = 136;
    private static final int LANES = 25;

    private final long[] state = new long[LANES];

    private Shake256() {}

    /** The first bytes of the digest of this input; at most 136. */
    public static byte[] digest(byte[] input, int length) {
        Shake256 sponge = new Shake256();
        byte[] padded = Arrays.copyOf(input, (input.length / RATE + 1) * RATE);
        padded[input.length] ^= 0x1f;
        padded[padded.length - 1] ^= (byte) 0x80;
        for (int block = 0; block < padded.length; block += RATE) {
            for (int at = 0; at < RATE; at++) {
                sponge.state[at / 8] ^= (padded[block + at] & 0xffL) << (8 * (at % 8));
            }
            sponge.permute();
        }
        byte[] digest = new byte[length];
        for (int at = 0; at < length; at++) {
            digest[at] = (byte) (sponge.state[at / 8] >>> (8 * (at % 8)));
        }
        return digest;
    }

    /** Keccak-f[1600]: the steps theta, rho with pi, chi and iota of section 3.2. */
    private void permute() {
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            theta();
            rhoAndPi();
            chi();
            for (int bit = 0; bit < 7; bit++) {
                // Section 3.2.5: the constant's bits 2^j - 1 come from a shift register over x^8 + x^6 + x^5 + x^4 + 1.
                state[0] ^= (long) (register & 1) << ((1 << bit) - 1);
                register = register << 1 ^ (register >>> 7) * 0x171;
            }
        }
    }

    private void theta() {
        long[] parity = new long[5];
        for (int lane = 0; lane < LANES; lane++) {
            parity[lane % 5] ^= state[lane];
        }
        for (int lane = 0; lane < LANES; lane++) {
            state[lane] ^= parity[(lane + 4) % 5] ^ Long.rotateLeft(parity[(lane + 1) % 5], 1);
        }
    }

    private void rhoAndPi() {
        int lane = 1;
        long moved = state[1];
        for (int step = 1; step < LANES; step++) {
            int x = lane % 5;
            int y = lane / 5;
            lane = y + 5 * ((2 * x + 3 * y) % 5);
            long replaced = state[lane];
            state[lane] = Long.rotateLeft(moved, step * (step + 1) / 2 % 64);
            moved = replaced;
        }
    }

    private void chi() {
        for (int row = 0; row < LANES; row += 5) {
            long first = state[row];
            long second = state[row + 1];
            for (int x = 0; x < 3; x++) {
                state[row + x] ^= ~state[row + x + 1] & state[row + x + 2];
            }
            state[row + 3] ^= ~state[row + 4] & first;
            state[row + 4] ^= ~first & second;
        }
    }
}
