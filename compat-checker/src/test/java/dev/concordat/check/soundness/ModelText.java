package dev.concordat.check.soundness;

import dev.concordat.check.soundness.ContractModel.EnumModel;
import dev.concordat.check.soundness.ContractModel.MessageModel;
import dev.concordat.check.soundness.FieldModel.Presence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a model in its syntax, each thing as near as the syntax has words for it. */
final class ModelText {
    private static final Set<String> NOT_PACKED = Set.of("string", "bytes");

    private final ContractModel model;
    private final StringBuilder text = new StringBuilder();

    private ModelText(ContractModel model) {
        this.model = model;
    }

    /** The contract as a file. */
    static String of(ContractModel model) {
        return new ModelText(model).write();
    }

    private String write() {
        text.append(
                model.syntax.startsWith("proto")
                        ? "syntax = \"%s\";\n".formatted(model.syntax)
                        : "edition = \"%s\";\n".formatted(model.syntax));
        text.append("package p;\n");
        model.messages.forEach(this::message);
        model.enums.forEach(this::enumType);
        if (!model.extensions.isEmpty() && !isProto3()) {
            text.append("extend ").append(model.messages.get(0).name).append(" {\n");
            model.extensions.forEach(extension -> field(extension, true));
            text.append("}\n");
        }
        return text.toString();
    }

    private boolean isProto2() {
        return model.syntax.equals("proto2");
    }

    private boolean isProto3() {
        return model.syntax.equals("proto3");
    }

    private void message(MessageModel message) {
        text.append("message ").append(message.name).append(" {\n");
        if (message == model.messages.get(0) && !isProto3()) {
            text.append("  extensions %d to %d;\n".formatted(message.firstExtension, message.lastExtension));
        }
        reserved(message.reservedNumbers, message.reservedNames);
        Set<String> oneofs = new LinkedHashSet<>();
        message.fields.forEach(field -> oneofs.add(field.oneof));
        for (String oneof : oneofs) {
            List<FieldModel> members = message.fields.stream()
                    .filter(field -> field.oneof.equals(oneof))
                    .toList();
            if (!oneof.isEmpty()) {
                text.append("  oneof ").append(oneof).append(" {\n");
            }
            members.forEach(member -> field(member, false));
            text.append(oneof.isEmpty() ? "" : "  }\n");
        }
        text.append("}\n");
    }

    /** Editions write reserved names without quotes. */
    private void reserved(List<Integer> numbers, List<String> names) {
        if (!numbers.isEmpty()) {
            text.append("  reserved ")
                    .append(numbers.stream().map(Object::toString).collect(Collectors.joining(", ")))
                    .append(";\n");
        }
        if (!names.isEmpty()) {
            String quote = model.syntax.startsWith("proto") ? "\"" : "";
            text.append("  reserved ")
                    .append(names.stream().map(name -> quote + name + quote).collect(Collectors.joining(", ")))
                    .append(";\n");
        }
    }

    private void field(FieldModel field, boolean extension) {
        if (!field.group.isEmpty()) {
            group(field, extension);
            return;
        }
        String type = field.key.isEmpty() ? field.type : "map<%s, %s>".formatted(field.key, field.type);
        List<String> options = options(field, extension);
        text.append("  ")
                .append(label(field))
                .append(type)
                .append(" ")
                .append(field.name)
                .append(" = ")
                .append(field.number)
                .append(options.isEmpty() ? "" : " [" + String.join(", ", options) + "]")
                .append(";\n");
    }

    /** A group has its message with it; elsewhere it is a nested message. */
    private void group(FieldModel field, boolean extension) {
        String type = "G" + field.name;
        if (isProto2()) {
            text.append("  ").append(label(field)).append("group ").append(type);
            text.append(" = ").append(field.number).append(" {\n");
            field.group.forEach(inside -> field(inside, false));
            text.append("  }\n");
            return;
        }
        FieldModel reference = field.copy();
        reference.group.clear();
        reference.name = "g" + field.name;
        reference.type = type;
        reference.delimited = true;
        field(reference, extension);
        if (field.oneof.isEmpty()) {
            text.append("  message ").append(type).append(" {\n");
            field.group.forEach(inside -> field(inside, false));
            text.append("  }\n");
        }
    }

    private String label(FieldModel field) {
        if (!field.key.isEmpty() || !field.oneof.isEmpty()) {
            return "";
        }
        if (field.presence == Presence.REPEATED) {
            return "repeated ";
        }
        if (isProto2()) {
            return field.presence == Presence.REQUIRED ? "required " : "optional ";
        }
        return isProto3() && field.presence != Presence.IMPLICIT ? "optional " : "";
    }

    private List<String> options(FieldModel field, boolean extension) {
        List<String> options = new ArrayList<>();
        boolean isMessage = model.isMessage(field.type) || field.type.startsWith("G");
        boolean packable = field.presence == Presence.REPEATED && !isMessage && !NOT_PACKED.contains(field.type);
        boolean edition = !model.syntax.startsWith("proto");
        if (packable && edition && !field.packed) {
            options.add("features.repeated_field_encoding = EXPANDED");
        } else if (packable && !edition) {
            options.add("packed = " + field.packed);
        }
        boolean plain = !field.isList() && field.oneof.isEmpty();
        if (edition && plain && !extension) {
            presence(field, isMessage, options);
        }
        if (!isProto3() && !field.isList() && !field.defaultValue.isEmpty() && !isImplicit(field, options)) {
            options.add("default = " + field.defaultValue);
        }
        if (edition && field.unchecked && (field.type.equals("string") || field.key.equals("string"))) {
            options.add("features.utf8_validation = NONE");
        }
        if (edition && field.delimited && isMessage && field.key.isEmpty()) {
            options.add("features.message_encoding = DELIMITED");
        }
        return options;
    }

    private static boolean isImplicit(FieldModel field, List<String> options) {
        return options.contains("features.field_presence = IMPLICIT") || !field.key.isEmpty();
    }

    private void presence(FieldModel field, boolean isMessage, List<String> options) {
        boolean closed = model.enums.stream().anyMatch(known -> known.name.equals(field.type) && known.closed);
        if (field.presence == Presence.REQUIRED) {
            options.add("features.field_presence = LEGACY_REQUIRED");
        } else if (field.presence == Presence.IMPLICIT && !isMessage && !closed) {
            options.add("features.field_presence = IMPLICIT");
        }
    }

    private void enumType(EnumModel enumType) {
        text.append("enum ").append(enumType.name).append(" {\n");
        if (enumType.closed && !model.syntax.startsWith("proto")) {
            text.append("  option features.enum_type = CLOSED;\n");
        }
        if (enumType.numbers.stream().distinct().count() < enumType.numbers.size()) {
            text.append("  option allow_alias = true;\n");
        }
        reserved(enumType.reservedNumbers, enumType.reservedNames);
        boolean open = isProto3() || (!isProto2() && !enumType.closed);
        int zero = enumType.numbers.indexOf(0);
        // The first value of an open enum is zero.
        if (open && zero < 0) {
            text.append("  ").append(enumType.name).append("_NONE = 0;\n");
        } else if (open) {
            value(enumType, zero);
        }
        for (int at = 0; at < enumType.names.size(); at++) {
            if (!open || at != zero) {
                value(enumType, at);
            }
        }
        text.append("}\n");
    }

    private void value(EnumModel enumType, int at) {
        text.append("  %s = %d;\n".formatted(enumType.names.get(at), enumType.numbers.get(at)));
    }
}
