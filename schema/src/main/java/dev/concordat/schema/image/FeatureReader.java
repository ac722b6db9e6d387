package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.schema.LanguageFeatures;
import dev.concordat.schema.ResolvedFeatures;
import dev.concordat.schema.ResolvedFeatures.CppStringType;
import dev.concordat.schema.ResolvedFeatures.JsonFormat;
import dev.concordat.schema.ResolvedFeatures.Utf8Validation;

/** Resolves the features of one file of an image. protobuf-java resolves them too, but keeps the result to itself. */
final class FeatureReader {
    private static final int CPP_STRING_TYPE = 2;
    private static final int JAVA_UTF8_VALIDATION = 2;
    private static final int JAVA_VERIFY = 2;

    private FeatureReader() {}

    /** The features of a file. */
    static ResolvedFeatures of(FileDescriptorProto file) {
        boolean proto2 = edition(file) == Edition.EDITION_PROTO2;
        boolean views = edition(file).getNumber() >= Edition.EDITION_2024_VALUE;
        ResolvedFeatures unset = new ResolvedFeatures(
                        proto2 ? JsonFormat.LEGACY_BEST_EFFORT : JsonFormat.ALLOW,
                        proto2 ? Utf8Validation.NONE : Utf8Validation.VERIFY,
                        file.getOptions().getJavaStringCheckUtf8(),
                        views ? CppStringType.VIEW : CppStringType.STRING)
                .shared();
        return overridden(unset, file.getOptions().getFeatures());
    }

    /** What a file is written in. */
    static Edition edition(FileDescriptorProto file) {
        return switch (file.getSyntax()) {
            case "editions" -> file.getEdition();
            case "proto3" -> Edition.EDITION_PROTO3;
            default -> Edition.EDITION_PROTO2;
        };
    }

    /** The features of what stands inside an element with these features and sets these itself. */
    static ResolvedFeatures overridden(ResolvedFeatures around, FeatureSet written) {
        if (written.equals(FeatureSet.getDefaultInstance())) {
            return around;
        }
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
                        verifiedInJava(
                                around, LanguageFeatures.written(written, LanguageFeatures.JAVA, JAVA_UTF8_VALIDATION)),
                        cppStringType(around, LanguageFeatures.written(written, LanguageFeatures.CPP, CPP_STRING_TYPE)))
                .shared();
    }

    private static boolean verifiedInJava(ResolvedFeatures around, int written) {
        return written == 0 ? around.alwaysVerifiedInJava() : written == JAVA_VERIFY;
    }

    private static CppStringType cppStringType(ResolvedFeatures around, int written) {
        return switch (written) {
            case 1 -> CppStringType.VIEW;
            case 2 -> CppStringType.CORD;
            case 3 -> CppStringType.STRING;
            default -> around.cppStringType();
        };
    }
}
