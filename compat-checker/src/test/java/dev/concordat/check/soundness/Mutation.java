package dev.concordat.check.soundness;

import dev.concordat.check.soundness.ContractModel.EnumModel;
import dev.concordat.check.soundness.ContractModel.MessageModel;
import dev.concordat.check.soundness.FieldModel.Presence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes a contract as authors do: mostly in ways that some level lets pass. */
record Mutation(Random random, RandomModel make) {
    /** The types that WIRE takes for one another. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("int32", "int64", "uint32", "uint64", "bool"),
            List.of("sint32", "sint64"),
            List.of("fixed32", "sfixed32"),
            List.of("fixed64", "sfixed64"),
            List.of("string", "bytes"));

    Mutation(Random random) {
        this(random, new RandomModel(random));
    }

    /** A changed copy. */
    ContractModel of(ContractModel model) {
        ContractModel changed = model.copy();
        for (int at = 1 + random.nextInt(3); at > 0; at--) {
            change(changed);
        }
        return changed;
    }

    private void change(ContractModel model) {
        int kind = random.nextInt(20);
        if (kind < 7) {
            change(make.pick(model.fields()), model);
        } else if (kind < 12) {
            change(make.pick(model.messages), model);
        } else if (kind < 16) {
            new EnumMutation(random).change(make.pick(model.enums), model);
        } else if (kind < 18) {
            extension(model);
        } else if (kind == 18) {
            model.syntax = make.syntax();
        } else {
            replaceMessage(model);
        }
    }

    private void change(FieldModel field, ContractModel model) {
        switch (random.nextInt(9)) {
            case 0, 1 -> {
                if (field.group.isEmpty()) {
                    field.type = random.nextInt(4) == 0 ? make.scalar() : alike(field.type);
                    field.defaultValue = "";
                }
            }
            case 2 -> {
                if (field.oneof.isEmpty()) {
                    field.presence = make.pick(
                            List.of(Presence.IMPLICIT, Presence.EXPLICIT, make.pick(List.of(Presence.values()))));
                }
            }
            case 3 -> field.packed = !field.packed;
            case 4 -> field.unchecked = !field.unchecked;
            case 5 -> field.delimited = !field.delimited;
            case 6 -> field.defaultValue = field.group.isEmpty() ? make.defaultValue(field, model) : "";
            case 7 -> field.key = field.key.isEmpty() ? "" : alike(field.key);
            default -> field.name = field.name + "r";
        }
    }

    private String alike(String type) {
        for (List<String> types : ALIKE) {
            if (types.contains(type)) {
                return make.pick(types);
            }
        }
        return type;
    }

    private void change(MessageModel message, ContractModel model) {
        FieldModel field = make.pick(message.fields);
        switch (random.nextInt(8)) {
            case 0, 1 -> message.fields.add(make.field("n" + random.nextInt(1000), message, model));
            case 2 -> delete(field, message);
            case 3 -> field.number = message.freeNumber(random);
            case 4 -> {
                FieldModel other = make.pick(message.fields);
                int number = field.number;
                field.number = other.number;
                other.number = number;
            }
            case 5, 6 -> moveInOrOut(field);
            default -> Collections.shuffle(message.fields, random);
        }
    }

    private void delete(FieldModel field, MessageModel message) {
        if (message.fields.size() > 1) {
            message.fields.remove(field);
            if (random.nextInt(4) > 0) {
                message.reservedNumbers.add(field.number);
            }
            if (random.nextInt(4) > 0) {
                message.reservedNames.add(field.name);
            }
        }
    }

    private void moveInOrOut(FieldModel field) {
        if (!field.oneof.isEmpty()) {
            field.oneof = random.nextBoolean() ? "" : field.oneof + "r";
        } else if (field.group.isEmpty() && field.key.isEmpty()) {
            RandomModel.inOneof(field, make.pick(List.of("one", "two")));
        }
    }

    private void extension(ContractModel model) {
        if (model.extensions.isEmpty() || random.nextInt(3) == 0) {
            model.extensions.add(make.extension(model));
            return;
        }
        FieldModel extension = make.pick(model.extensions);
        MessageModel first = model.messages.get(0);
        switch (random.nextInt(3)) {
            case 0 -> model.extensions.remove(extension);
            case 1 -> extension.number = first.firstExtension + random.nextInt(20);
            default -> {
                // A field takes the place of an extension, whose number is one of the first.
                model.extensions.removeIf(other -> other.number <= extension.number);
                first.firstExtension = extension.number + 1;
                FieldModel field = make.field(extension.name, first, model);
                field.number = extension.number;
                if (random.nextBoolean()) {
                    field.type = extension.type;
                    field.presence = extension.presence;
                }
                first.fields.add(field);
            }
        }
    }

    /** A message gets another name, or another message its place, which is mostly alike. */
    private void replaceMessage(ContractModel model) {
        MessageModel message = make.pick(model.messages);
        boolean isFirst = message == model.messages.get(0);
        MessageModel other = isFirst || random.nextInt(3) > 0 ? message : message.copy();
        String name = message.name;
        if (other != message) {
            model.messages.add(other);
        }
        other.name = name + "r";
        List<FieldModel> references = new ArrayList<>(model.fields());
        references.removeIf(field -> !field.type.equals(name));
        references.forEach(field -> field.type = other.name);
        if (random.nextBoolean()) {
            change(make.pick(other.fields), model);
        }
    }

    /** Changes enums. */
    private record EnumMutation(Random random) {
        void change(EnumModel enumType, ContractModel model) {
            int at = random.nextInt(enumType.names.size());
            switch (random.nextInt(9)) {
                case 0 -> add(enumType);
                case 1 -> delete(at, enumType);
                case 2 -> enumType.numbers.set(at, 50 + random.nextInt(10));
                case 3 -> Collections.swap(enumType.numbers, at, random.nextInt(enumType.numbers.size()));
                case 4 -> enumType.names.set(at, enumType.names.get(at) + "R");
                case 5 -> enumType.closed = !enumType.closed;
                case 6 -> {
                    Collections.rotate(enumType.names, 1);
                    Collections.rotate(enumType.numbers, 1);
                }
                case 7 -> {
                    enumType.names.add(enumType.names.get(at) + "L");
                    enumType.numbers.add(enumType.numbers.get(at));
                }
                default -> rename(enumType, model);
            }
        }

        private void add(EnumModel enumType) {
            int number = 30 + random.nextInt(20);
            if (!enumType.numbers.contains(number)) {
                enumType.names.add(enumType.name + "_N" + number);
                enumType.numbers.add(number);
            }
        }

        private void delete(int at, EnumModel enumType) {
            if (enumType.names.size() > 1) {
                String name = enumType.names.remove(at);
                int number = enumType.numbers.remove(at);
                if (random.nextInt(4) > 0) {
                    enumType.reservedNumbers.add(number);
                }
                if (random.nextInt(4) > 0) {
                    enumType.reservedNames.add(name);
                }
            }
        }

        private static void rename(EnumModel enumType, ContractModel model) {
            String name = enumType.name;
            enumType.name = name + "r";
            for (FieldModel field : model.fields()) {
                if (field.type.equals(name)) {
                    field.type = enumType.name;
                }
            }
        }
    }
}
