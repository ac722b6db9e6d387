package dev.concordat.check.change;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FieldOptions.FeatureSupport;
import com.google.protobuf.DescriptorProtos.FieldOptions.OptionTargetType;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.Options;
import dev.concordat.schema.Schema;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds fields, extensions and enum values that options could use and that they may use no longer everywhere: on other elements, by {@code targets}, and
 * in other editions, by {@code feature_support} (descriptor.proto, which says both of fields). protoc looks at them wherever options are written.
 */
record OptionUses(Schema before, Schema after, Changes.Listener listener) {
    private static final String NO_LONGER_COMPILE =
            ", so that contracts of others that use it otherwise no longer compile";

    void find() {
        for (Message message : after.messages()) {
            before.message(message.fullName()).ifPresent(known -> compare(known, message));
        }
        for (EnumType enumType : after.enums()) {
            before.enumType(enumType.fullName()).ifPresent(known -> compare(known, enumType));
        }
        Map<String, Field> extensions = new HashMap<>();
        before.extensions().forEach(extension -> extensions.put(extension.fullName(), extension));
        for (Field extension : after.extensions()) {
            Field known = extensions.get(extension.fullName());
            if (known != null) {
                compare(
                        known.options(),
                        extension.options(),
                        elements(extension.extendee().orElse("")),
                        Names.ofExtension(extension),
                        extension.location());
            }
        }
    }

    private void compare(Message known, Message message) {
        for (Field field : message.fields()) {
            known.field(field.number())
                    .ifPresent(same -> compare(
                            same.options(),
                            field.options(),
                            EnumSet.allOf(OptionTargetType.class),
                            Names.of(field, message),
                            field.location()));
        }
    }

    private void compare(EnumType known, EnumType enumType) {
        for (EnumValue value : enumType.values()) {
            for (EnumValue same : known.values(value.number())) {
                if (same.name().value().equals(value.name().value())
                        && same.options().mayDifferFrom(value.options())) {
                    tellEditions(
                            support(same.options()),
                            support(value.options()),
                            Names.of(value, enumType),
                            value.location());
                }
            }
        }
    }

    private void compare(
            Options known, Options options, Set<OptionTargetType> elements, String name, Location location) {
        if (!known.mayDifferFrom(options)) {
            return;
        }
        Set<OptionTargetType> left = targets(options, elements);
        if (!left.containsAll(targets(known, elements))) {
            listener.found(name + " can be set " + on(left) + " now" + NO_LONGER_COMPILE, location);
        }
        tellEditions(support(known), support(options), name, location);
    }

    private void tellEditions(FeatureSupport was, FeatureSupport now, String name, Location location) {
        if (introduced(now) > introduced(was) || removed(now) < removed(was)) {
            listener.found(name + " can be used in options of fewer editions now" + NO_LONGER_COMPILE, location);
        }
    }

    /** No file is of an edition before proto2. */
    private static int introduced(FeatureSupport support) {
        return Math.max(support.getEditionIntroduced().getNumber(), Edition.EDITION_PROTO2_VALUE);
    }

    private static int removed(FeatureSupport support) {
        return support.hasEditionRemoved() ? support.getEditionRemoved().getNumber() : Integer.MAX_VALUE;
    }

    /** The elements on which a field may be set, of those on which it could be. */
    private static Set<OptionTargetType> targets(Options options, Set<OptionTargetType> elements) {
        EnumSet<OptionTargetType> targets = EnumSet.copyOf(elements);
        List<OptionTargetType> named = options.values("targets").stream()
                .map(target -> OptionTargetType.valueOf((EnumValueDescriptor) target))
                .toList();
        if (!named.isEmpty()) {
            targets.retainAll(named);
        }
        targets.remove(OptionTargetType.TARGET_TYPE_UNKNOWN);
        return targets;
    }

    private static String on(Set<OptionTargetType> targets) {
        return targets.isEmpty()
                ? "on nothing"
                : targets.stream().map(OptionUses::elements).collect(Collectors.joining(", ", "on ", " only"));
    }

    private static String elements(OptionTargetType target) {
        return switch (target) {
            case TARGET_TYPE_UNKNOWN -> "nothing";
            case TARGET_TYPE_FILE -> "files";
            case TARGET_TYPE_EXTENSION_RANGE -> "extension ranges";
            case TARGET_TYPE_MESSAGE -> "messages";
            case TARGET_TYPE_FIELD -> "fields";
            case TARGET_TYPE_ONEOF -> "oneofs";
            case TARGET_TYPE_ENUM -> "enums";
            case TARGET_TYPE_ENUM_ENTRY -> "enum values";
            case TARGET_TYPE_SERVICE -> "services";
            case TARGET_TYPE_METHOD -> "rpcs";
        };
    }

    /** The elements whose options a message is; others can be inside of options of all. */
    private static Set<OptionTargetType> elements(String extendee) {
        return switch (extendee) {
            case "google.protobuf.FileOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_FILE);
            case "google.protobuf.ExtensionRangeOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_EXTENSION_RANGE);
            case "google.protobuf.MessageOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_MESSAGE);
            case "google.protobuf.FieldOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_FIELD);
            case "google.protobuf.OneofOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_ONEOF);
            case "google.protobuf.EnumOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_ENUM);
            case "google.protobuf.EnumValueOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_ENUM_ENTRY);
            case "google.protobuf.ServiceOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_SERVICE);
            case "google.protobuf.MethodOptions" -> EnumSet.of(OptionTargetType.TARGET_TYPE_METHOD);
            default -> EnumSet.allOf(OptionTargetType.class);
        };
    }

    private static FeatureSupport support(Options options) {
        FeatureSupport.Builder support = FeatureSupport.newBuilder();
        options.value("feature_support").ifPresent(set -> support.mergeFrom((com.google.protobuf.Message) set.value()));
        return support.build();
    }
}
