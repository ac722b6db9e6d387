package dev.concordat.schema.oracle;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How protoc's word about a file and ours differ.
 *
 * @param kind both words with names and numbers taken out, so that alike cases have one kind
 * @param detail both words as they were
 */
record Disagreement(String kind, String detail) {
    private static final Pattern PLACE = Pattern.compile("^[^\\s:]*:(\\d+:\\d+:)?\\s*");
    private static final Pattern NAMES = Pattern.compile("\"[^\"]*\"|'[^']*'|`[^`]*`");
    private static final Pattern NUMBERS = Pattern.compile("-?[0-9][0-9a-fA-Fx.]*");

    /** What differs between two verdicts on a file. */
    static Optional<Disagreement> between(String path, Verdict protoc, Verdict ours) {
        if (ours.crashed()) {
            return of("CRASH " + ours.first(), ours.first());
        }
        if (protoc.crashed()) {
            return ours.accepted()
                    ? of("protoc crashes, accepted by us: " + protoc.first(), protoc.first())
                    : Optional.empty();
        }
        if (protoc.accepted() != ours.accepted()) {
            return protoc.accepted()
                    ? of("ONLY WE REFUSE: " + plain(ours.first()), ours.first())
                    : of("ONLY PROTOC REFUSES: " + plain(protoc.first()), protoc.first());
        }
        return protoc.accepted() ? descriptors(path, protoc, ours) : Optional.empty();
    }

    private static Optional<Disagreement> descriptors(String path, Verdict protoc, Verdict ours) {
        FileDescriptorProto expected = protoc.files().get(path);
        FileDescriptorProto actual = ours.files().get(path);
        if (expected == null || actual == null) {
            return of("NO DESCRIPTOR", path);
        }
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        Differences differences = new Differences();
        new DescriptorComparison(new Figures(), differences).compare(expected, actual);
        String all = differences.toString();
        int end = all.indexOf(": ");
        return of("DESCRIPTOR " + (end < 0 ? all : all.substring(0, end)), all);
    }

    private static Optional<Disagreement> of(String kind, String detail) {
        return Optional.of(new Disagreement(kind, detail));
    }

    /** A message without place, names and numbers. */
    static String plain(String message) {
        String text = PLACE.matcher(message).replaceFirst("");
        text = NAMES.matcher(text).replaceAll("\"…\"");
        return NUMBERS.matcher(text).replaceAll("N");
    }
}
