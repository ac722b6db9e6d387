package dev.concordat.check.history;

import dev.concordat.check.history.RandomContracts.File;
import dev.concordat.check.history.RandomContracts.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Changes random contracts in any way that a rule of buf may look at. There are few names and numbers, so that they meet. */
final class RandomChanges {
    private static final List<String> PACKAGES = List.of("a.v1", "a.v1", "a.v2", "b.v1beta1", "c");
    private static final List<String> SYNTAXES = List.of("proto2", "proto3", "proto3", "2023", "2024");

    private final RandomContracts contracts;
    private final Draw draw;
    private final RandomFields fields;
    private final RandomEnums enums;

    RandomChanges(RandomContracts contracts, Random random) {
        this.contracts = contracts;
        this.draw = new Draw(random);
        this.fields = new RandomFields(contracts, draw);
        this.enums = new RandomEnums(contracts, draw);
    }

    /** Changes one thing, or nothing where there is nothing of the kind. */
    void change() {
        if (contracts.files.size() < 3) {
            addFile();
            return;
        }
        switch (draw.below(10)) {
            case 0 -> changeFile();
            case 1, 2 -> changeMessage();
            case 3, 4, 5, 6 -> fields.change();
            case 7 -> enums.change();
            case 8 -> new RandomServices(contracts, draw).change();
            default -> fields.changeExtension();
        }
        fields.forget();
    }

    private void addFile() {
        File file = new File();
        file.packageName = draw.pick(PACKAGES);
        file.path = file.packageName.replace('.', '/') + "/" + draw.pick(List.of("k", "l", "m", "n")) + ".proto";
        file.syntax = draw.pick(SYNTAXES);
        file.style = draw.below(6);
        if (contracts.files.stream().noneMatch(known -> known.path.equals(file.path))) {
            contracts.files.add(file);
            addMessage(file.messages);
            enums.add(file.enums);
        }
    }

    private void changeFile() {
        File file = draw.pick(contracts.files);
        switch (draw.below(14)) {
            case 0 -> addFile();
            case 1 -> {
                if (contracts.files.size() > 2) {
                    contracts.files.remove(file);
                }
            }
            case 2 -> file.packageName = draw.pick(PACKAGES);
            case 3 -> file.syntax = draw.pick(SYNTAXES);
            case 4 ->
                file.path =
                        file.packageName.replace('.', '/') + "/" + draw.pick(List.of("k", "l", "m", "n")) + ".proto";
            case 5 -> file.style = draw.below(6);
            default -> draw.option(file.options, RandomOptions.FILE);
        }
    }

    private void addMessage(List<Message> messages) {
        Message message = new Message();
        message.name = draw.pick(RandomOptions.TYPES);
        messages.add(message);
        for (int count = 1 + draw.below(4); count > 0; count--) {
            fields.add(message);
        }
    }

    /** The lists that messages stand in. */
    private List<List<Message>> messageLists() {
        List<List<Message>> lists = new ArrayList<>();
        contracts.files.forEach(file -> lists.add(file.messages));
        contracts.messages().forEach(message -> lists.add(message.messages));
        return lists;
    }

    private void changeMessage() {
        List<Message> list = draw.pick(messageLists());
        Optional<Message> found = draw.any(list);
        if (found.isEmpty() || draw.below(6) == 0) {
            addMessage(list);
            return;
        }
        Message message = found.get();
        switch (draw.below(10)) {
            case 0 -> list.remove(message);
            case 1 -> message.name = draw.pick(RandomOptions.TYPES);
            case 2 -> {
                List<Message> other = draw.pick(messageLists());
                if (RandomContracts.inside(message).stream().noneMatch(nested -> nested.messages == other)) {
                    list.remove(message);
                    other.add(message);
                }
            }
            case 3, 4 -> draw.option(message.options, RandomOptions.MESSAGE);
            case 5, 6 -> fields.changeReserved(message);
            case 7 -> {
                message.firstExtension = draw.below(3) == 0 ? 0 : 100 * (1 + draw.below(2));
                message.extensionRanges = draw.pick(
                        List.of("%d to %d", "%1$d to 120, 150 to %2$d", "%1$d to 119, 120 to max", "%d to max"));
            }
            case 8 -> draw.shuffle(message.fields);
            default -> {
                String oneof = draw.pick(List.of("o", "p"));
                message.fields.forEach(field -> field.oneof = field.oneof.isEmpty() ? "" : oneof);
            }
        }
    }
}
