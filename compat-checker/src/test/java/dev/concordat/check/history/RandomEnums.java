package dev.concordat.check.history;

import dev.concordat.check.history.RandomContracts.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes enums. */
final class RandomEnums {
    private static final List<String> SUFFIXES = List.of("X", "Y", "Z");

    private final RandomContracts contracts;
    private final Draw draw;

    RandomEnums(RandomContracts contracts, Draw draw) {
        this.contracts = contracts;
        this.draw = draw;
    }

    void add(List<EnumType> enums) {
        EnumType enumType = new EnumType();
        enumType.name = draw.pick(RandomOptions.TYPES);
        enumType.names.add(enumType.name + "_ZERO");
        enumType.numbers.add(0);
        enums.add(enumType);
        addValue(enumType);
        addValue(enumType);
    }

    private void addValue(EnumType enumType) {
        enumType.names.add(draw.pick(RandomOptions.TYPES) + "_" + draw.pick(SUFFIXES));
        enumType.numbers.add(draw.below(9) - 3);
    }

    private List<List<EnumType>> enumLists() {
        List<List<EnumType>> lists = new ArrayList<>();
        contracts.files.forEach(file -> lists.add(file.enums));
        contracts.messages().forEach(message -> lists.add(message.enums));
        return lists;
    }

    void change() {
        List<EnumType> list = draw.pick(enumLists());
        Optional<EnumType> found = draw.any(list);
        if (found.isEmpty()) {
            if (draw.below(4) == 0) {
                add(list);
            }
            return;
        }
        EnumType enumType = found.get();
        int at = 1 + draw.below(Math.max(1, enumType.names.size() - 1));
        boolean has = at < enumType.names.size();
        switch (draw.below(10)) {
            case 0 -> list.remove(enumType);
            case 1 -> enumType.name = draw.pick(RandomOptions.TYPES);
            case 2 -> {
                list.remove(enumType);
                draw.pick(enumLists()).add(enumType);
            }
            case 3 -> draw.option(enumType.options, RandomOptions.ENUM);
            case 4 -> changeReserved(enumType);
            case 5, 6 -> addValue(enumType);
            case 7 -> {
                if (has) {
                    enumType.names.remove(at);
                    int number = enumType.numbers.remove(at);
                    if (draw.yes()) {
                        enumType.reservedNumbers.add(number);
                    }
                }
            }
            case 8 -> {
                if (has) {
                    enumType.names.set(at, draw.pick(RandomOptions.TYPES) + "_" + draw.pick(SUFFIXES));
                }
            }
            default -> {
                if (has) {
                    enumType.numbers.set(at, draw.below(9) - 3);
                }
            }
        }
    }

    private void changeReserved(EnumType enumType) {
        if (draw.yes()) {
            Integer number = 1 + draw.below(12);
            if (!enumType.reservedNumbers.remove(number)) {
                enumType.reservedNumbers.add(number);
            }
        } else {
            String name = draw.pick(SUFFIXES);
            if (!enumType.reservedNames.remove(name)) {
                enumType.reservedNames.add(name);
            }
        }
    }
}
