package dev.concordat.schema;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;

/** The features of single languages, which are extensions of {@code google.protobuf.FeatureSet}. */
public final class LanguageFeatures {
    /** The extension of cpp_features.proto. */
    public static final int CPP = 1000;
    /** The extension of java_features.proto. */
    public static final int JAVA = 1001;

    private LanguageFeatures() {}

    /** Whether a feature is on that is for declarations and for files, whose word counts where the declaration has none. */
    static boolean isOn(ProtoFile file, Options declaration, int language, int feature) {
        return written(encoded(file.options()).concat(encoded(declaration)), language, feature) == 1;
    }

    private static ByteString encoded(Options options) {
        return options.value("features")
                .map(features -> ((Message) features.value()).toByteString())
                .orElse(ByteString.EMPTY);
    }

    /** What is written for a feature, 0 for nothing. Read by numbers, for an image need not hold the file that names them. */
    public static int written(Message features, int language, int feature) {
        return written(features.toByteString(), language, feature);
    }

    private static int written(ByteString features, int language, int feature) {
        int value = 0;
        for (ByteString encoded : parse(features).getField(language).getLengthDelimitedList()) {
            for (long written : parse(encoded).getField(feature).getVarintList()) {
                value = (int) written;
            }
        }
        return value;
    }

    private static UnknownFieldSet parse(ByteString encoded) {
        try {
            return UnknownFieldSet.parseFrom(encoded);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Features that were read once cannot be read again.", e);
        }
    }
}
