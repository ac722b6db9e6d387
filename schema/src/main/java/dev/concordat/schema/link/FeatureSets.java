package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the features that are written in options. */
final class FeatureSets {
    /** The extensions for C++ and Java. */
    private static final Set<Integer> KNOWN = Set.of(1000, 1001);

    private FeatureSets() {}

    /** The features that a declaration's options set, null when they set none. */
    static @Nullable UnknownFieldSet written(LinkedOptions options, OptionTarget target) {
        if (options.encoded.isEmpty() || !mentions(options, target.featuresNumber())) {
            return null;
        }
        UnknownFieldSet.Builder features = UnknownFieldSet.newBuilder();
        for (UnknownFieldSet set : inside(parse(options.encoded).getField(target.featuresNumber()))) {
            features.mergeFrom(set);
        }
        return features.build();
    }

    private static boolean mentions(LinkedOptions options, int number) {
        for (LinkedOptions.Interpreted option : options.interpreted) {
            if (option.path()[0] == number) {
                return true;
            }
        }
        return false;
    }

    /**
     * The encoded options, with the features of those languages that protoc knows put together: it reads and writes them once more, while it keeps
     * all others as they were set.
     */
    static ByteString merged(LinkedOptions options, OptionTarget target) {
        int written = 0;
        for (LinkedOptions.Interpreted option : options.interpreted) {
            written += option.path()[0] == target.featuresNumber() ? 1 : 0;
        }
        if (written < 2) {
            return options.encoded;
        }
        UnknownFieldSet.Builder features = UnknownFieldSet.newBuilder();
        UnknownFieldSet all = parse(options.encoded);
        inside(all.getField(target.featuresNumber())).forEach(features::mergeFrom);
        for (int language : KNOWN) {
            if (features.hasField(language)) {
                UnknownFieldSet.Builder one = UnknownFieldSet.newBuilder();
                inside(features.build().getField(language)).forEach(one::mergeFrom);
                features.clearField(language).addField(language, delimited(one.build()));
            }
        }
        return all.toBuilder()
                .clearField(target.featuresNumber())
                .addField(target.featuresNumber(), delimited(features.build()))
                .build()
                .toByteString();
    }

    private static UnknownFieldSet.Field delimited(UnknownFieldSet message) {
        return UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(message.toByteString())
                .build();
    }

    /** The messages that a field holds, however they are delimited. */
    static List<UnknownFieldSet> inside(UnknownFieldSet.Field field) {
        List<UnknownFieldSet> sets = new ArrayList<>(field.getGroupList());
        for (ByteString encoded : field.getLengthDelimitedList()) {
            sets.add(parse(encoded));
        }
        return sets;
    }

    private static UnknownFieldSet parse(ByteString encoded) {
        try {
            return UnknownFieldSet.parseFrom(encoded);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Options were not encoded well.", e);
        }
    }
}
