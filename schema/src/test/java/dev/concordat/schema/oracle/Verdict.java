package dev.concordat.schema.oracle;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.util.List;
import java.util.Map;

/**
 * What one compiler says to a set of files.
 *
 * @param accepted whether it found nothing wrong
 * @param messages what it found wrong, in its order
 * @param files the compiled files by path, when it accepted them
 * @param crashed whether it ended otherwise than by an answer
 */
record Verdict(boolean accepted, List<String> messages, Map<String, FileDescriptorProto> files, boolean crashed) {
    static Verdict accepted(Map<String, FileDescriptorProto> files) {
        return new Verdict(true, List.of(), files, false);
    }

    static Verdict refused(List<String> messages) {
        return new Verdict(false, messages, Map.of(), false);
    }

    static Verdict crashed(String how) {
        return new Verdict(false, List.of(how), Map.of(), true);
    }

    /** The first thing it found wrong. */
    String first() {
        return messages.isEmpty() ? "" : messages.get(0);
    }
}
