package dev.concordat.schema.link;

import dev.concordat.schema.LanguageFeatures;
import dev.concordat.schema.ResolvedFeatures;
import dev.concordat.schema.ResolvedFeatures.CppStringType;
import dev.concordat.schema.ResolvedFeatures.JsonFormat;
import dev.concordat.schema.ResolvedFeatures.Utf8Validation;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Turns the features of one file's declarations into the model's. Most declarations share theirs with the file, so few are turned. */
final class ModelFeatures {
    private static final int CPP_STRING_TYPE = 2;
    private static final int CPP_VIEW = 1;
    private static final int CPP_CORD = 2;
    private static final int JAVA_UTF8_VALIDATION = 2;
    private static final int JAVA_VERIFY = 2;

    private final LinkedFile file;
    private final boolean checkedInJava;
    private final IdentityHashMap<Features, ResolvedFeatures> known = new IdentityHashMap<>();

    ModelFeatures(LinkedFile file) {
        this.file = file;
        this.checkedInJava = WrittenOptions.isTrue(file.options, "java_string_check_utf8");
    }

    /** The same in the model. */
    ResolvedFeatures of(@Nullable Features features) {
        if (features == null) {
            throw new IllegalStateException(
                    "A declaration of " + file.path() + " has no features, though the file linked.");
        }
        return known.computeIfAbsent(features, this::turned);
    }

    private ResolvedFeatures turned(Features features) {
        return new ResolvedFeatures(
                        features.allowsJson() ? JsonFormat.ALLOW : JsonFormat.LEGACY_BEST_EFFORT,
                        features.verifiesUtf8() ? Utf8Validation.VERIFY : Utf8Validation.NONE,
                        checkedInJava
                                || features.language(LanguageFeatures.JAVA, JAVA_UTF8_VALIDATION)
                                                .orElse(0)
                                        == JAVA_VERIFY,
                        cppStringType(features))
                .shared();
    }

    private CppStringType cppStringType(Features features) {
        int unset = file.edition == Edition.EDITION_2024 ? CPP_VIEW : 0;
        return switch (features.language(LanguageFeatures.CPP, CPP_STRING_TYPE).orElse(unset)) {
            case CPP_VIEW -> CppStringType.VIEW;
            case CPP_CORD -> CppStringType.CORD;
            default -> CppStringType.STRING;
        };
    }
}
