package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.ValueNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks enums by what is written in them. */
final class EnumChecks {
    private final LinkedFile file;
    private final LinkProblems problems;

    private EnumChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        EnumChecks checks = new EnumChecks(file, problems);
        for (LinkedEnum enumType : file.allEnums) {
            checks.check(enumType);
        }
    }

    private void check(LinkedEnum enumType) {
        if (enumType.values.isEmpty()) {
            problems.add(
                    file,
                    enumType.at(),
                    "Enum \"" + enumType.name + "\" has no values.",
                    "Declare one with the number 0, such as one that stands for not being set.");
        }
        aliases(enumType);
        if (!enumType.reservedRanges.isEmpty()) {
            ranges(enumType);
        }
        if (!enumType.reservedNames.isEmpty()) {
            new ReservedNames(file, problems).check(enumType);
        }
        prefixes(enumType);
    }

    private void aliases(LinkedEnum enumType) {
        OptionNode option = WrittenOptions.find(enumType.options, "allow_alias");
        boolean allowed = option != null && WrittenOptions.isTrue(option, "allow_alias");
        Map<Integer, LinkedEnumValue> first = new HashMap<>();
        boolean shared = false;
        for (LinkedEnumValue value : enumType.values) {
            LinkedEnumValue other = first.putIfAbsent(value.number(), value);
            if (other != null) {
                shared = true;
                if (!allowed) {
                    problems.add(
                            file,
                            value.node.number().start(),
                            "Enum value \"%s\" has the number %s, which \"%s\" has already."
                                    .formatted(value.name, value.number(), other.name),
                            "Give it a number of its own; if both are meant to be the same, write: option allow_alias = true;");
                }
            }
        }
        if (option != null && allowed && !shared) {
            needless(enumType, option, "allows aliases and has none");
        } else if (option != null && option.value() instanceof ValueNode.Identifier && !allowed) {
            needless(enumType, option, "forbids aliases, which are forbidden anyway");
        }
    }

    private void needless(LinkedEnum enumType, OptionNode option, String why) {
        problems.add(file, option.start(), "Enum \"%s\" %s.".formatted(enumType.name, why), "Remove the option.");
    }

    private void ranges(LinkedEnum enumType) {
        for (LinkedRange range : enumType.reservedRanges) {
            if (range.last() < range.first()) {
                problems.add(
                        file,
                        range.node().start(),
                        "The reserved range %s ends before it begins.".formatted(NumberChecks.text(range)),
                        "Write the smaller number first.");
            }
        }
        RangeIndex reserved = RangeIndex.of(enumType.reservedRanges);
        reserved.overlaps((first, second) -> problems.add(
                file,
                second.node().start(),
                "Reserved range %s overlaps reserved range %s."
                        .formatted(NumberChecks.text(second), NumberChecks.text(first)),
                "Let each number be in one range."));
        for (LinkedEnumValue value : enumType.values) {
            LinkedRange range = reserved.holding(value.number());
            if (range != null) {
                problems.add(
                        file,
                        value.node.number().start(),
                        "Enum value \"%s\" has the number %s, which \"%s\" reserves with %s."
                                .formatted(value.name, value.number(), enumType.fullName(), NumberChecks.text(range)),
                        "Choose a number that was never used.");
            }
        }
    }

    /** Generators drop the enum's name from its values' names and change their case; the results must differ, too. */
    private void prefixes(LinkedEnum enumType) {
        boolean warnedOnly = file.edition == Edition.PROTO2
                && WrittenOptions.isTrue(enumType.options, "deprecated_legacy_json_field_conflicts");
        if (warnedOnly || enumType.values.size() < 2) {
            return;
        }
        EnumValueNames names = new EnumValueNames(enumType.name);
        Set<String> written = new HashSet<>();
        Map<String, LinkedEnumValue> first = new HashMap<>();
        for (LinkedEnumValue value : enumType.values) {
            boolean again = !written.add(value.name);
            LinkedEnumValue other = first.putIfAbsent(names.generated(value.name), value);
            if (other != null && !again && !other.name.equals(value.name) && other.number() != value.number()) {
                problems.add(
                        file,
                        value.at(),
                        "Enum values \"%s\" and \"%s\" have the same name in generated code, which drops \"%s\" in front and changes the case."
                                .formatted(other.name, value.name, enumType.name),
                        "Rename one of the two, or give both the same number.");
            }
        }
    }
}
