package dev.concordat.check.history;

import dev.concordat.check.history.RandomContracts.Cardinality;
import dev.concordat.check.history.RandomContracts.EnumType;
import dev.concordat.check.history.RandomContracts.Extension;
import dev.concordat.check.history.RandomContracts.Field;
import dev.concordat.check.history.RandomContracts.File;
import dev.concordat.check.history.RandomContracts.Message;
import dev.concordat.check.history.RandomContracts.Service;
import dev.concordat.schema.Kind;
import java.util.List;
import java.util.Optional;

/** Changes fields and extensions. */
final class RandomFields {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e_f", "g_h", "iJ");
    private static final List<String> SCALARS = Kind.scalars();

    private final RandomContracts contracts;
    private final Draw draw;

    RandomFields(RandomContracts contracts, Draw draw) {
        this.contracts = contracts;
        this.draw = draw;
    }

    void add(Message message) {
        Field field = new Field();
        field.name = draw.pick(NAMES);
        field.number = 1 + draw.below(12);
        setType(field);
        field.cardinality = draw.pick(List.of(Cardinality.values()));
        message.fields.add(field);
    }

    private void setType(Field field) {
        field.group = draw.below(12) == 0;
        field.key = draw.pick(List.of("string", "string", "int32", "bool", "fixed64"));
        switch (draw.below(4)) {
            case 0 -> field.type = draw.any(contracts.messages()).orElse(null);
            case 1 -> field.type = draw.any(contracts.enums()).orElse(null);
            default -> {
                field.type = null;
                field.scalar = draw.pick(SCALARS);
            }
        }
    }

    void change() {
        Optional<Message> found = draw.any(contracts.messages());
        if (found.isEmpty()) {
            return;
        }
        Message message = found.get();
        Optional<Field> some = draw.any(message.fields);
        if (some.isEmpty() || draw.below(6) == 0) {
            add(message);
            return;
        }
        Field field = some.get();
        switch (draw.below(9)) {
            case 0 -> {
                message.fields.remove(field);
                if (draw.yes()) {
                    message.reservedNumbers.add(field.number);
                }
                if (draw.yes()) {
                    message.reservedNames.add(field.name);
                }
            }
            case 1 -> {
                Field other = draw.pick(message.fields);
                int number = field.number;
                field.number = other.number;
                other.number = number;
            }
            case 2 -> field.oneof = field.oneof.isEmpty() ? draw.pick(List.of("o", "p")) : "";
            default -> change(field);
        }
    }

    private void change(Field field) {
        switch (draw.below(7)) {
            case 0 -> field.name = draw.pick(NAMES);
            case 1 -> field.number = 1 + draw.below(12);
            case 2, 3 -> setType(field);
            case 4 -> field.cardinality = draw.pick(List.of(Cardinality.values()));
            default -> draw.option(field.options, RandomOptions.FIELD);
        }
    }

    void changeExtension() {
        List<Extension> list = draw.pick(contracts.extensionLists());
        Optional<Extension> found = draw.any(list);
        if (found.isEmpty() || draw.below(5) == 0) {
            List<Message> open = contracts.messages().stream()
                    .filter(message -> message.firstExtension > 0)
                    .toList();
            if (!open.isEmpty()) {
                Extension extension = new Extension();
                extension.extended = draw.pick(open);
                extension.name = draw.pick(NAMES);
                setType(extension);
                extension.group = false;
                extension.cardinality = draw.pick(List.of(Cardinality.OPTIONAL, Cardinality.REPEATED));
                extension.number = extension.extended.firstExtension + draw.below(4);
                list.add(extension);
            }
            return;
        }
        Extension extension = found.get();
        switch (draw.below(6)) {
            case 0 -> list.remove(extension);
            case 1 -> {
                if (extension.extended != null) {
                    extension.number = extension.extended.firstExtension + draw.below(4);
                }
            }
            case 2 -> {
                list.remove(extension);
                draw.pick(contracts.extensionLists()).add(extension);
            }
            default -> {
                int number = extension.number;
                change(extension);
                extension.number = number;
                extension.group = false;
            }
        }
    }

    /** Reserves a number or a name, or no more. */
    void changeReserved(Message message) {
        if (draw.yes()) {
            Integer number = 1 + draw.below(12);
            if (!message.reservedNumbers.remove(number)) {
                message.reservedNumbers.add(number);
            }
        } else {
            String name = draw.pick(NAMES);
            if (!message.reservedNames.remove(name)) {
                message.reservedNames.add(name);
            }
        }
    }

    /** Gives whatever refers to a type that is gone another one. */
    void forget() {
        List<Message> messages = contracts.messages();
        List<EnumType> enums = contracts.enums();
        contracts.fields(field -> {
            if (field.type instanceof Message && messages.stream().noneMatch(known -> known == field.type)) {
                field.type = draw.any(messages).orElse(null);
            } else if (field.type instanceof EnumType && enums.stream().noneMatch(known -> known == field.type)) {
                field.type = draw.any(enums).orElse(null);
            }
        });
        for (List<Extension> extensions : contracts.extensionLists()) {
            extensions.removeIf(extension -> messages.stream().noneMatch(known -> known == extension.extended));
        }
        for (File file : contracts.files) {
            for (Service service : file.services) {
                service.rpcs.removeIf(rpc -> messages.stream().noneMatch(known -> known == rpc.request)
                        || messages.stream().noneMatch(known -> known == rpc.response));
            }
        }
    }
}
