package dev.concordat.check.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A contract that is changed step by step. */
final class ContractModel {
    String syntax = "2023";
    final List<MessageModel> messages = new ArrayList<>();
    final List<EnumModel> enums = new ArrayList<>();
    /** Extensions of the first message. */
    final List<FieldModel> extensions = new ArrayList<>();

    ContractModel copy() {
        ContractModel copy = new ContractModel();
        copy.syntax = syntax;
        messages.forEach(message -> copy.messages.add(message.copy()));
        enums.forEach(enumType -> copy.enums.add(enumType.copy()));
        extensions.forEach(extension -> copy.extensions.add(extension.copy()));
        return copy;
    }

    /** All fields, those of groups and extensions too. */
    List<FieldModel> fields() {
        List<FieldModel> fields = new ArrayList<>(extensions);
        messages.forEach(message -> fields.addAll(message.fields));
        for (int at = 0; at < fields.size(); at++) {
            fields.addAll(fields.get(at).group);
        }
        return fields;
    }

    boolean isEnum(String type) {
        return enums.stream().anyMatch(enumType -> enumType.name.equals(type));
    }

    boolean isMessage(String type) {
        return messages.stream().anyMatch(message -> message.name.equals(type));
    }

    /** A message that is changed step by step. */
    static final class MessageModel {
        String name;
        final List<FieldModel> fields = new ArrayList<>();
        final List<Integer> reservedNumbers = new ArrayList<>();
        final List<String> reservedNames = new ArrayList<>();
        /** The first and the last number that extensions may have. */
        int firstExtension = 100;

        int lastExtension = 199;

        MessageModel(String name) {
            this.name = name;
        }

        MessageModel copy() {
            MessageModel copy = new MessageModel(name);
            fields.forEach(field -> copy.fields.add(field.copy()));
            copy.reservedNumbers.addAll(reservedNumbers);
            copy.reservedNames.addAll(reservedNames);
            copy.firstExtension = firstExtension;
            copy.lastExtension = lastExtension;
            return copy;
        }

        int freeNumber(Random random) {
            while (true) {
                int number = 1 + random.nextInt(30);
                if (!reservedNumbers.contains(number) && fields.stream().noneMatch(field -> field.number == number)) {
                    return number;
                }
            }
        }
    }

    /** An enum that is changed step by step. */
    static final class EnumModel {
        String name;
        final List<String> names = new ArrayList<>();
        final List<Integer> numbers = new ArrayList<>();
        final List<Integer> reservedNumbers = new ArrayList<>();
        final List<String> reservedNames = new ArrayList<>();
        boolean closed;

        EnumModel(String name) {
            this.name = name;
        }

        EnumModel copy() {
            EnumModel copy = new EnumModel(name);
            copy.names.addAll(names);
            copy.numbers.addAll(numbers);
            copy.reservedNumbers.addAll(reservedNumbers);
            copy.reservedNames.addAll(reservedNames);
            copy.closed = closed;
            return copy;
        }
    }
}
