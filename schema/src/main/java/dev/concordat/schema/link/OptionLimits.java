package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.EnumValueOptions;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FieldOptions.FeatureSupport;
import com.google.protobuf.DescriptorProtos.FieldOptions.OptionTargetType;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.concordat.schema.parse.OptionNode;
import java.util.List;

/**
 * Where and in which editions a field may be set, or a value used, as its own options say.
 *
 * @param targets what it may be set on; anything when empty
 * @param support the editions
 */
record OptionLimits(List<OptionTargetType> targets, FeatureSupport support) {
    private static final OptionLimits NONE = new OptionLimits(List.of(), FeatureSupport.getDefaultInstance());

    /** Whether options, which need not be interpreted yet, hold any limits. */
    static boolean mayLimit(LinkedOptions options) {
        for (OptionNode option : options.written) {
            String name = option.name().get(0).text();
            if (name.equals("targets") || name.equals("feature_support")) {
                return true;
            }
        }
        return false;
    }

    /** The limits of a field. */
    static OptionLimits of(LinkedField field) {
        ByteString options = field.options.encoded;
        if (options.isEmpty()) {
            return NONE;
        }
        try {
            FieldOptions parsed = FieldOptions.parser().parsePartialFrom(options);
            return new OptionLimits(parsed.getTargetsList(), parsed.getFeatureSupport());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Options of " + field.fullName() + " were not encoded well.", e);
        }
    }

    /** The limits of an enum value. */
    static OptionLimits of(LinkedEnumValue value) {
        ByteString options = value.options.encoded;
        if (options.isEmpty()) {
            return NONE;
        }
        try {
            return new OptionLimits(
                    List.of(),
                    EnumValueOptions.parser().parsePartialFrom(options).getFeatureSupport());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Options of " + value.fullName() + " were not encoded well.", e);
        }
    }

    /** Whether it may be set on this. */
    boolean allow(OptionTarget target) {
        if (targets.isEmpty()) {
            return true;
        }
        for (OptionTargetType allowed : targets) {
            if (allowed.getNumber() == target.number()) {
                return true;
            }
        }
        return false;
    }
}
