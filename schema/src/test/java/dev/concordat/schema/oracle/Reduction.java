package dev.concordat.schema.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes a disagreeing file smaller for as long as the disagreement stays of the same kind. */
final class Reduction {
    private static final int MOST_TRIES = 1_500;

    private final Judge judge;
    private int tries;

    Reduction(Judge judge) {
        this.judge = judge;
    }

    /** Whether a smaller content still shows the disagreement. */
    interface Judge {
        boolean still(byte[] content) throws IOException, InterruptedException;
    }

    /** A smaller content: whole lines are taken out first, then pieces. */
    byte[] reduce(byte[] content) throws IOException, InterruptedException {
        byte[] reduced = Tokens.join(reduce(lines(content)));
        return Tokens.join(reduce(Tokens.cut(reduced)));
    }

    private static List<String> lines(byte[] content) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (byte each : content) {
            line.append((char) (each & 0xFF));
            if (each == '\n') {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> reduce(List<String> pieces) throws IOException, InterruptedException {
        List<String> kept = pieces;
        for (int size = Math.max(1, kept.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from < kept.size() && tries < MOST_TRIES; ) {
                List<String> shorter = new ArrayList<>(kept.subList(0, from));
                shorter.addAll(kept.subList(Math.min(kept.size(), from + size), kept.size()));
                tries++;
                if (judge.still(Tokens.join(shorter))) {
                    kept = shorter;
                } else {
                    from += size;
                }
            }
        }
        return kept;
    }
}
