package dev.concordat.check.breaking;

import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.Oneof;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Follows oneofs whose members have one under another name now, be they more or fewer. */
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
                                    && wentAlong(
                                            membersBefore.getOrDefault(name, Set.of()),
                                            membersAfter.getOrDefault(
                                                    other.name().value(), Set.of()),
                                            after))
                            .findFirst()
                            .ifPresent(other -> stories.add(story(pair, oneof, other)));
                }
            }
        }
        return stories;
    }

    /** Whether all members of a oneof that are still there are in another one. */
    private static boolean wentAlong(Set<Integer> before, Set<Integer> after, Message now) {
        return !Collections.disjoint(before, after)
                && before.stream()
                        .allMatch(number ->
                                after.contains(number) || now.field(number).isEmpty());
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
                "Oneof \"%s\" of \"%s\" is called \"%s\" now, with its members. Give it back its name: generated code knows it by that; messages do not hold it."
                        .formatted(nameBefore, pair.current().nestedName(), nameAfter),
                Set.of(
                        new Subject.Deleted(fullBefore),
                        new Subject.Replaced(fullBefore, pair.current().fullName() + "." + nameAfter)));
    }
}
