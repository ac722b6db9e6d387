package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import dev.concordat.schema.ResolvedFeatures;
import dev.concordat.schema.ResolvedFeatures.CppStringType;
import dev.concordat.schema.ResolvedFeatures.JsonFormat;
import dev.concordat.schema.ResolvedFeatures.Utf8Validation;

/** Resolves the features of one file of an image. protobuf-java resolves them too, but keeps the result to itself. */
final class FeatureReader {
    // Extensions of google.protobuf.FeatureSet and the fields inside them (cpp_features.proto, java_features.proto).
    private static final int CPP = 1000;
    private static final int CPP_STRING_TYPE = 2;
    private static final int JAVA = 1001;
    private static final int JAVA_UTF8_VALIDATION = 2;
    private static final long JAVA_VERIFY = 2;

    private FeatureReader() {}

    /** The features of a file. */
    static ResolvedFeatures of(FileDescriptorProto file) {
        boolean proto2 = file.getSyntax().isEmpty() || file.getSyntax().equals("proto2");
        boolean views = file.getEdition().getNumber() >= Edition.EDITION_2024_VALUE;
        ResolvedFeatures unset = new ResolvedFeatures(
                        proto2 ? JsonFormat.LEGACY_BEST_EFFORT : JsonFormat.ALLOW,
                        proto2 ? Utf8Validation.NONE : Utf8Validation.VERIFY,
                        file.getOptions().getJavaStringCheckUtf8(),
                        views ? CppStringType.VIEW : CppStringType.STRING)
                .shared();
        return overridden(unset, file.getOptions().getFeatures());
    }

    /** The features of what stands inside an element with these features and sets these itself. */
    static ResolvedFeatures overridden(ResolvedFeatures around, FeatureSet written) {
        if (written.equals(FeatureSet.getDefaultInstance())) {
            return around;
        }
        UnknownFieldSet fields = fields(written);
        return new ResolvedFeatures(
                        switch (written.getJsonFormat()) {
                            case ALLOW -> JsonFormat.ALLOW;
                            case LEGACY_BEST_EFFORT -> JsonFormat.LEGACY_BEST_EFFORT;
                            default -> around.jsonFormat();
                        },
                        switch (written.getUtf8Validation()) {
                            case VERIFY -> Utf8Validation.VERIFY;
                            case NONE -> Utf8Validation.NONE;
                            default -> around.utf8Validation();
                        },
                        verifiedInJava(around, language(fields, JAVA, JAVA_UTF8_VALIDATION)),
                        cppStringType(around, language(fields, CPP, CPP_STRING_TYPE)))
                .shared();
    }

    private static boolean verifiedInJava(ResolvedFeatures around, long written) {
        return written == 0 ? around.alwaysVerifiedInJava() : written == JAVA_VERIFY;
    }

    private static CppStringType cppStringType(ResolvedFeatures around, long written) {
        return switch ((int) written) {
            case 1 -> CppStringType.VIEW;
            case 2 -> CppStringType.CORD;
            case 3 -> CppStringType.STRING;
            default -> around.cppStringType();
        };
    }

    /** The value of a language's feature, 0 when it is not set. Read by numbers, for an image need not hold the file that names them. */
    private static long language(UnknownFieldSet fields, int extension, int feature) {
        long value = 0;
        for (var encoded : fields.getField(extension).getLengthDelimitedList()) {
            for (long written : parse(encoded).getField(feature).getVarintList()) {
                value = written;
            }
        }
        return value;
    }

    private static UnknownFieldSet fields(FeatureSet features) {
        return parse(features.toByteString());
    }

    private static UnknownFieldSet parse(com.google.protobuf.ByteString encoded) {
        try {
            return UnknownFieldSet.parseFrom(encoded);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Features that were read once cannot be read again.", e);
        }
    }
}
