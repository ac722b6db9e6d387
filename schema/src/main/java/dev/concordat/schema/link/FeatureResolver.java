package dev.concordat.schema.link;

import com.google.protobuf.UnknownFieldSet;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Kind;
import dev.concordat.schema.link.LinkedField.Role;
import dev.concordat.schema.parse.OptionNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the features of all declarations of a file (protobuf.dev, Feature Settings for Editions), and what follows from them for fields. */
final class FeatureResolver {
    private final LinkedFile file;
    private final LinkProblems problems;
    private final Features defaults;
    /** What proto2 and proto3 say without features: by the differences from the defaults. */
    private final Map<Integer, Features> inferred = new HashMap<>();
    /** The options of map fields, by their entries. */
    private final Map<LinkedMessage, LinkedOptions> entryOptions = new HashMap<>();

    FeatureResolver(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
        this.defaults = FeatureDefaults.of(file.edition);
    }

    /** Resolves the features; the options of descriptor.proto must be interpreted. */
    void resolve(List<OptionHolder> holders) {
        if (file.edition.isEdition() || mentionFeatures(holders)) {
            resolveEach();
        } else {
            resolveDefaults(holders);
        }
    }

    private static boolean mentionFeatures(List<OptionHolder> holders) {
        for (OptionHolder holder : holders) {
            for (OptionNode option : holder.options().written) {
                if (option.name().get(0).text().equals("features")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Nearly all files of proto2 and proto3: one set of features for everything but required, packed and group fields. */
    private void resolveDefaults(List<OptionHolder> holders) {
        file.features = defaults;
        for (LinkedMessage message : file.allMessages) {
            message.features = defaults;
            for (LinkedOneof oneof : message.oneofs) {
                oneof.features = defaults;
            }
        }
        for (LinkedEnum enumType : file.allEnums) {
            enumType.features = defaults;
        }
        for (OptionHolder holder : holders) {
            if (holder.element() instanceof LinkedField field) {
                field.features = inferred(field, defaults);
            }
        }
        for (LinkedField field : file.allFields) {
            Features own = field.features;
            if (own == null) {
                own = file.edition == Edition.PROTO3 ? defaults : inferred(field, defaults);
                field.features = own;
            }
            kind(field, own);
            field.cardinality = cardinality(field, own);
        }
    }

    private void resolveEach() {
        Features whole = overridden(file.options, OptionTarget.FILE, defaults, 0);
        file.features = whole;
        for (LinkedMessage message : file.allMessages) {
            Features around = message.parent == null ? whole : of(message.parent.features);
            Features own = overridden(message.options, OptionTarget.MESSAGE, around, message.at());
            message.features = own;
            for (LinkedOneof oneof : message.oneofs) {
                oneof.features = overridden(oneof.options, OptionTarget.ONEOF, own, oneof.at());
            }
            ranges(message, own);
        }
        for (LinkedEnum enumType : file.allEnums) {
            Features around = enumType.parent == null ? whole : of(enumType.parent.features);
            Features own = overridden(enumType.options, OptionTarget.ENUM, around, enumType.at());
            enumType.features = own;
            for (LinkedEnumValue value : enumType.values) {
                value.features = overridden(value.options, OptionTarget.ENUM_VALUE, own, value.at());
            }
        }
        for (LinkedService service : file.services) {
            Features own = overridden(service.options, OptionTarget.SERVICE, whole, service.at());
            service.features = own;
            for (LinkedRpc rpc : service.rpcs) {
                rpc.features = overridden(rpc.options, OptionTarget.RPC, own, rpc.at());
            }
        }
        for (LinkedField field : file.allFields) {
            field(field, whole);
        }
    }

    private void ranges(LinkedMessage message, Features around) {
        LinkedOptions last = null;
        for (LinkedMessage.LinkedRange range : message.extensionRanges) {
            if (range.options() != last) {
                last = range.options();
                // Nothing asks for the features of a range, but they are checked.
                overridden(
                        last, OptionTarget.EXTENSION_RANGE, around, range.node().start());
            }
        }
    }

    private void field(LinkedField field, Features whole) {
        Features around = around(field, whole);
        Features own = file.edition.isEdition()
                ? overridden(options(field), OptionTarget.FIELD, around, field.at())
                : inferred(field, around);
        field.features = own;
        kind(field, own);
        field.cardinality = cardinality(field, own);
    }

    /** The fields of a map's entries get the features that are written at the map field, which comes before them. */
    private LinkedOptions options(LinkedField field) {
        if (field.isMap() && field.type instanceof LinkedMessage entry && !field.options.written.isEmpty()) {
            entryOptions.put(entry, field.options);
        }
        return field.parent == null ? field.options : entryOptions.getOrDefault(field.parent, field.options);
    }

    private static Features around(LinkedField field, Features whole) {
        LinkedOneof oneof = field.oneof;
        if (oneof != null) {
            return of(oneof.features);
        }
        return field.parent == null ? whole : of(field.parent.features);
    }

    private static Features of(@Nullable Features features) {
        if (features == null) {
            throw new IllegalStateException(
                    "Features were asked for before those of the enclosing declaration were resolved.");
        }
        return features;
    }

    private Features overridden(LinkedOptions options, OptionTarget target, Features around, int at) {
        UnknownFieldSet written = FeatureSets.written(options, target);
        if (written == null) {
            return around;
        }
        if (!file.edition.isEdition()) {
            report(
                    at(options, target, 0, at),
                    "Features are set, which proto2 and proto3 have not.",
                    "Remove them, or move the file to edition 2023.");
            return around;
        }
        for (int feature = Features.FIELD_PRESENCE; feature <= Features.ENFORCE_PROTO_LIMITS; feature++) {
            if (written.hasField(feature)
                    && written.getField(feature).getVarintList().contains(0L)) {
                report(
                        at(options, target, feature, at),
                        "Feature %s is set to its first value, which stands for \"unknown\"."
                                .formatted(Features.name(feature)),
                        "Set one of its other values.");
            }
        }
        return around.overriddenBy(written);
    }

    /** Where a feature is set, or with 0, any. */
    private static int at(LinkedOptions options, OptionTarget target, int feature, int otherwise) {
        for (LinkedOptions.Interpreted option : options.interpreted) {
            int[] path = option.path();
            if (path[0] == target.featuresNumber() && (feature == 0 || path.length == 1 || path[1] == feature)) {
                return option.node().value().start();
            }
        }
        return otherwise;
    }

    /** What label, group and packed mean in proto2 and proto3, said as features. */
    private Features inferred(LinkedField field, Features around) {
        if (field.role != Role.WRITTEN) {
            return around;
        }
        overridden(field.options, OptionTarget.FIELD, around, field.at());
        boolean required = field.node.isLabelled("required");
        boolean group = field.node.group() != null;
        String packed = field.options.written.isEmpty() ? null : WrittenOptions.word(field.options.written, "packed");
        boolean expanded = "false".equals(packed) && file.edition == Edition.PROTO3;
        if (!required && !group && !expanded && !"true".equals(packed)) {
            return around;
        }
        int encoding = "true".equals(packed) ? Features.PACKED : expanded ? Features.EXPANDED : 0;
        int key = (required ? 1 : 0) | (group ? 2 : 0) | encoding << 2;
        return inferred.computeIfAbsent(key, unused -> {
            Features own = required ? around.with(Features.FIELD_PRESENCE, Features.LEGACY_REQUIRED) : around;
            own = group ? own.with(Features.MESSAGE_ENCODING, Features.DELIMITED) : own;
            return encoding == 0 ? own : own.with(Features.REPEATED_FIELD_ENCODING, encoding);
        });
    }

    /** Maps and their entries are never delimited by tags. */
    private static void kind(LinkedField field, Features features) {
        if (field.type instanceof LinkedEnum) {
            field.kind = Kind.ENUM;
        } else if (field.type instanceof LinkedMessage) {
            boolean delimited = features.isDelimited() && field.role == Role.WRITTEN && !field.isMap();
            field.kind = delimited ? Kind.GROUP : Kind.MESSAGE;
        }
    }

    private static Cardinality cardinality(LinkedField field, Features features) {
        if (field.isMap()) {
            return Cardinality.MAP;
        }
        if (field.isRepeated()) {
            return Cardinality.REPEATED;
        }
        if (features.isRequired() && field.role == Role.WRITTEN && field.oneof == null) {
            return Cardinality.REQUIRED;
        }
        boolean explicit = field.oneof != null
                || field.isExtension()
                || field.type instanceof LinkedMessage
                || !features.isImplicitPresence();
        return explicit ? Cardinality.EXPLICIT : Cardinality.IMPLICIT;
    }

    private void report(int at, String message, String remedy) {
        problems.add(file, at, message, remedy);
    }
}
