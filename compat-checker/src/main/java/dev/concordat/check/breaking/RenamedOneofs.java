package dev.concordat.check.breaking;

import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.Oneof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Follows oneofs that have the same members under another name. */
final class RenamedOneofs {
    static final String RULE = "ONEOF_SAME_NAME";

    private RenamedOneofs() {}

    static List<Story> stories(Comparison comparison) {
        List<Story> stories = new ArrayList<>();
        for (Pair<Message> pair : comparison.messages()) {
            Message before = pair.previous();
            Message after = pair.current();
            if (before.oneofs().isEmpty() || after.oneofs().isEmpty()) {
                continue;
            }
            Map<String, Set<Integer>> membersBefore = members(before);
            Map<String, Set<Integer>> membersAfter = members(after);
            for (Oneof oneof : before.oneofs()) {
                String name = oneof.name().value();
                if (after.oneof(name).isEmpty()) {
                    after.oneofs().stream()
                            .filter(other -> before.oneof(other.name().value()).isEmpty()
                                    && membersBefore
                                            .getOrDefault(name, Set.of())
                                            .equals(membersAfter.get(
                                                    other.name().value())))
                            .findFirst()
                            .ifPresent(other -> stories.add(story(pair, oneof, other)));
                }
            }
        }
        return stories;
    }

    private static Map<String, Set<Integer>> members(Message message) {
        Map<String, Set<Integer>> members = new TreeMap<>();
        for (Field field : message.fields()) {
            Optional<String> oneof = field.oneof();
            if (oneof.isPresent()) {
                members.computeIfAbsent(oneof.get(), unused -> new TreeSet<>()).add(field.number());
            }
        }
        return members;
    }

    private static Story story(Pair<Message> pair, Oneof before, Oneof after) {
        String nameBefore = before.name().value();
        String nameAfter = after.name().value();
        String fullBefore = pair.previous().fullName() + "." + nameBefore;
        return new Story(
                RULE,
                after.name().location(),
                before.name().location(),
                "Oneof \"%s\" of \"%s\" is called \"%s\" now, with the same members. Give it back its name: generated code knows it by that; messages do not hold it."
                        .formatted(nameBefore, pair.current().nestedName(), nameAfter),
                Set.of(
                        new Subject.Deleted(fullBefore),
                        new Subject.Replaced(fullBefore, pair.current().fullName() + "." + nameAfter)));
    }
}
