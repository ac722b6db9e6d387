package dev.concordat.schema.source;

import java.util.Arrays;

/** The ends of lines, which git writes with carriage returns where it is told to, as on Windows. */
final class LineEnds {
    private LineEnds() {}

    /** The same lines, each ending with a line feed alone. */
    static byte[] withoutCarriageReturns(byte[] content) {
        int first = 0;
        while (first < content.length && content[first] != '\r') {
            first++;
        }
        return first == content.length ? content : copyWithout(content);
    }

    private static byte[] copyWithout(byte[] content) {
        byte[] result = new byte[content.length];
        int length = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] != '\r' || at + 1 == content.length || content[at + 1] != '\n') {
                result[length++] = content[at];
            }
        }
        return Arrays.copyOf(result, length);
    }
}
