package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a writer that knows a field may write for it. */
final class Occurrences {
    private static final int VALUES = 8;

    private Occurrences() {}

    /** A single value, then for a repeated field two of them, packed where the writer packs. */
    static List<UnknownFieldSet.Field> of(FieldDescriptor field) {
        List<UnknownFieldSet.Field> samples = Samples.of(field);
        List<UnknownFieldSet.Field> occurrences = new ArrayList<>(samples);
        if (field.isMapField()) {
            // Entries with two keys; of two with the same key, no writer of a map writes both.
            occurrences.add(pair(samples.get(0), samples.get(samples.size() - 1)));
        } else if (field.isRepeated()) {
            occurrences.addAll(pairs(samples));
        }
        return field.isPacked() ? occurrences.stream().map(Occurrences::packed).toList() : occurrences;
    }

    /** Two values each, first two that differ. A message with all of its fields may stand for an entry of a map. */
    private static List<UnknownFieldSet.Field> pairs(List<UnknownFieldSet.Field> samples) {
        UnknownFieldSet.Field last = samples.get(samples.size() - 1);
        List<UnknownFieldSet.Field> pairs = new ArrayList<>();
        pairs.add(pair(samples.get(0), samples.get(Math.min(1, samples.size() - 1))));
        pairs.add(pair(last, last));
        for (UnknownFieldSet.Field sample : samples.subList(0, Math.min(VALUES, samples.size()))) {
            pairs.add(pair(sample, sample));
        }
        return pairs;
    }

    private static UnknownFieldSet.Field pair(UnknownFieldSet.Field first, UnknownFieldSet.Field second) {
        return UnknownFieldSet.Field.newBuilder()
                .mergeFrom(first)
                .mergeFrom(second)
                .build();
    }

    private static UnknownFieldSet.Field packed(UnknownFieldSet.Field values) {
        ByteString.Output bytes = ByteString.newOutput();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            for (long value : values.getVarintList()) {
                out.writeUInt64NoTag(value);
            }
            for (int value : values.getFixed32List()) {
                out.writeFixed32NoTag(value);
            }
            for (long value : values.getFixed64List()) {
                out.writeFixed64NoTag(value);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written.", e);
        }
        return UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(bytes.toByteString())
                .build();
    }
}
