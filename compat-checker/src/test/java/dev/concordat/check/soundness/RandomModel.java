package dev.concordat.check.soundness;

import dev.concordat.check.soundness.ContractModel.EnumModel;
import dev.concordat.check.soundness.ContractModel.MessageModel;
import dev.concordat.check.soundness.FieldModel.Presence;
import dev.concordat.schema.Kind;
import java.util.List;
import java.util.Random;

/** Makes contracts at random: a few messages that hold one another, enums, maps, groups, oneofs, extensions, defaults, features. */
record RandomModel(Random random) {
    private static final List<String> SYNTAXES = List.of("proto2", "proto3", "2023", "2023", "2024");
    private static final List<String> SCALARS = Kind.scalars();
    private static final List<String> KEYS =
            List.of("int32", "int64", "uint32", "uint64", "sint32", "fixed64", "bool", "string", "string");

    ContractModel contract() {
        ContractModel model = new ContractModel();
        model.syntax = pick(SYNTAXES);
        for (int at = 1 + random.nextInt(2); at > 0; at--) {
            model.enums.add(enumType("E" + at));
        }
        // A message refers to those made before it, so that nothing required goes round in circles.
        for (int at = 2 + random.nextInt(3); at > 0; at--) {
            model.messages.add(0, message(at, model));
        }
        for (int at = random.nextInt(3); at > 0; at--) {
            model.extensions.add(extension(model));
        }
        return model;
    }

    private EnumModel enumType(String name) {
        EnumModel enumType = new EnumModel(name);
        int values = 2 + random.nextInt(3);
        int first = random.nextInt(4) == 0 ? 1 : 0;
        for (int at = 0; at < values; at++) {
            enumType.names.add(name + "_" + (char) ('A' + at));
            enumType.numbers.add(at == 0 ? first : first + at + random.nextInt(2) * 10);
        }
        if (enumType.numbers.stream().distinct().count() < values) {
            enumType.numbers.replaceAll(number -> enumType.numbers.indexOf(number) + first);
        }
        enumType.closed = random.nextInt(3) == 0;
        return enumType;
    }

    private MessageModel message(int index, ContractModel model) {
        MessageModel message = new MessageModel("M" + index);
        for (int at = 2 + random.nextInt(4); at > 0; at--) {
            message.fields.add(field("f" + at, message, model));
        }
        if (random.nextInt(3) == 0) {
            FieldModel member = field("m1", message, model);
            inOneof(member, "one");
            FieldModel other = field("m2", message, model);
            other.number = member.number + 40;
            inOneof(other, "one");
            message.fields.add(member);
            message.fields.add(other);
        }
        return message;
    }

    /** A field as a member of a oneof may be. */
    static void inOneof(FieldModel field, String oneof) {
        field.group.clear();
        field.key = "";
        if (field.type.startsWith("G")) {
            field.type = "int32";
        }
        field.presence = Presence.EXPLICIT;
        field.oneof = oneof;
    }

    /** A field of any kind, with a number that the message has free. */
    FieldModel field(String name, MessageModel message, ContractModel model) {
        FieldModel field = new FieldModel(name, message.freeNumber(random), type(model));
        field.presence = pick(List.of(Presence.values()));
        if (field.presence == Presence.REQUIRED && random.nextBoolean()) {
            field.presence = Presence.EXPLICIT;
        }
        field.packed = random.nextInt(3) > 0;
        field.delimited = random.nextInt(6) == 0;
        field.unchecked = random.nextInt(6) == 0;
        int kind = random.nextInt(12);
        if (kind == 0 || kind == 1) {
            field.key = pick(KEYS);
        } else if (kind == 2) {
            field.group.add(new FieldModel("a", 1, scalar()));
            field.group.add(new FieldModel("b", 2, scalar()));
            field.type = "G" + name;
        } else if (random.nextInt(4) == 0) {
            field.defaultValue = defaultValue(field, model);
        }
        return field;
    }

    FieldModel extension(ContractModel model) {
        MessageModel first = model.messages.get(0);
        FieldModel extension = field("x" + random.nextInt(1000), first, model);
        inOneof(extension, "");
        if (random.nextInt(3) == 0) {
            extension.presence = Presence.REPEATED;
        }
        extension.number = first.firstExtension + random.nextInt(20);
        return extension;
    }

    /** A default that a field may have, mostly none. */
    String defaultValue(FieldModel field, ContractModel model) {
        if (model.isEnum(field.type)) {
            List<String> names = model.enums.stream()
                    .filter(enumType -> enumType.name.equals(field.type))
                    .findFirst()
                    .orElseThrow()
                    .names;
            return pick(names);
        }
        return switch (field.type) {
            case "bool" -> pick(List.of("true", "false"));
            case "string", "bytes" -> pick(List.of("\"\"", "\"x\"", "\"yz\""));
            case "float", "double" -> pick(List.of("0", "1.5", "-2", "inf", "nan"));
            default -> SCALARS.contains(field.type) ? pick(List.of("0", "1", "7")) : "";
        };
    }

    /** A type that a field of the next message may have. */
    String type(ContractModel model) {
        int kind = random.nextInt(10);
        if (kind < 2 && !model.enums.isEmpty()) {
            return pick(model.enums).name;
        }
        return kind < 4 && !model.messages.isEmpty() ? pick(model.messages).name : scalar();
    }

    String scalar() {
        return pick(SCALARS);
    }

    String key() {
        return pick(KEYS);
    }

    String syntax() {
        return pick(SYNTAXES);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
