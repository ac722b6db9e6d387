package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FieldOptions.FeatureSupport;
import dev.concordat.schema.parse.OptionNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that what fields and enum values say about the editions they are for makes sense (descriptor.proto, {@code feature_support}). What is removed must
 * have a {@code removal_error} where descriptor.proto has one: protobuf 33.2 has none and asks for none, 36 has and does.
 */
final class FeatureSupportChecks {
    private static final String OPTION = "feature_support";

    private final LinkedFile file;
    private final boolean hasRemovalError;
    private final LinkProblems problems;

    private FeatureSupportChecks(LinkedFile file, boolean hasRemovalError, LinkProblems problems) {
        this.file = file;
        this.hasRemovalError = hasRemovalError;
        this.problems = problems;
    }

    /**
     * Checks a file.
     *
     * @param descriptor descriptor.proto, absent when there are no options
     */
    static void check(
            LinkedFile file, List<OptionHolder> holders, @Nullable LinkedFile descriptor, LinkProblems problems) {
        FeatureSupportChecks checks = new FeatureSupportChecks(file, hasRemovalError(descriptor), problems);
        for (OptionHolder holder : holders) {
            if (holder.element() instanceof LinkedField field && mentions(field.options)) {
                checks.field(field);
            } else if (holder.element() instanceof LinkedEnumValue value && mentions(value.options)) {
                checks.support(OptionLimits.of(value).support(), value);
            }
        }
    }

    private static boolean hasRemovalError(@Nullable LinkedFile descriptor) {
        LinkedMessage options = descriptor == null ? null : OptionTypes.find(descriptor, OptionTarget.FIELD);
        return options != null
                && options.members.get("FeatureSupport") instanceof LinkedMessage support
                && support.members.containsKey("removal_error");
    }

    private void field(LinkedField field) {
        FeatureSupport support = OptionLimits.of(field).support();
        support(support, field);
        if (!(field.type instanceof LinkedEnum type)) {
            return;
        }
        for (LinkedEnumValue value : type.values) {
            if (mentions(value.options)) {
                value(field, support, value);
            }
        }
    }

    /** A value cannot be there when its feature is not. */
    private void value(LinkedField field, FeatureSupport around, LinkedEnumValue value) {
        FeatureSupport support =
                around.toBuilder().mergeFrom(OptionLimits.of(value).support()).build();
        support(support, field);
        boolean earlier = support.getEditionIntroduced().getNumber()
                < around.getEditionIntroduced().getNumber();
        boolean later = around.hasEditionRemoved()
                && support.getEditionRemoved().getNumber()
                        > around.getEditionRemoved().getNumber();
        boolean longer = around.hasEditionDeprecated()
                && support.getEditionDeprecated().getNumber()
                        > around.getEditionDeprecated().getNumber();
        if (earlier || later || longer) {
            report(field, "its value \"%s\" is there in editions in which it is not itself.".formatted(value.name));
        }
    }

    private void support(FeatureSupport support, Symbol owner) {
        String reason = deprecation(support);
        reason = reason == null ? removal(support) : reason;
        if (reason != null) {
            report(owner, reason);
        }
    }

    private static @Nullable String deprecation(FeatureSupport support) {
        if (!support.hasEditionDeprecated()) {
            return support.hasDeprecationWarning() ? "it has a deprecation_warning and no edition_deprecated." : null;
        }
        if (support.getEditionDeprecated().getNumber()
                < support.getEditionIntroduced().getNumber()) {
            return "it is deprecated before it is introduced.";
        }
        return support.hasDeprecationWarning() ? null : "it is deprecated and has no deprecation_warning.";
    }

    /** What is removed in the edition that introduced it was never there, so nobody has to be told why. */
    private @Nullable String removal(FeatureSupport support) {
        if (!support.hasEditionRemoved()) {
            return support.hasRemovalError() ? "it has a removal_error and no edition_removed." : null;
        }
        int removed = support.getEditionRemoved().getNumber();
        int introduced = support.getEditionIntroduced().getNumber();
        if (support.getEditionDeprecated().getNumber() >= removed) {
            return "it is deprecated when it is removed already.";
        }
        if (removed < introduced) {
            return "it is removed before it is introduced.";
        }
        return removed == introduced || support.hasRemovalError() || !hasRemovalError
                ? null
                : "it is removed and has no removal_error.";
    }

    private static boolean mentions(LinkedOptions options) {
        for (OptionNode option : options.written) {
            if (option.name().get(0).text().equals(OPTION)) {
                return true;
            }
        }
        return false;
    }

    private void report(Symbol owner, String reason) {
        problems.add(
                file,
                owner.at(),
                "The feature_support of %s \"%s\" does not make sense: %s"
                        .formatted(owner.what(), owner.fullName(), reason),
                "Put its editions in order.");
    }
}
