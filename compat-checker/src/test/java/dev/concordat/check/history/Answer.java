package dev.concordat.check.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a checker says about a step.
 *
 * @param refusal why it says nothing: a contract that does not compile, or what else went wrong
 * @param messages the findings with the message of each; the same finding may have several
 */
record Answer(Optional<String> refusal, Map<Found, List<String>> messages) {
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\"");

    static Answer refused(String reason) {
        return new Answer(Optional.of(reason), Map.of());
    }

    /** Reads lines of JSON. */
    static Answer parse(String json) {
        Map<Found, List<String>> messages = new LinkedHashMap<>();
        for (String line : json.lines().toList()) {
            Found found = Found.parse(line);
            if (found.rule().equals(Found.COMPILE)) {
                return refused(found.path() + ": " + Found.message(line));
            }
            messages.computeIfAbsent(found, unused -> new ArrayList<>()).add(Found.message(line));
        }
        return new Answer(Optional.empty(), messages);
    }

    /** The findings of some rules. */
    Answer of(Predicate<String> rules) {
        Map<Found, List<String>> some = new LinkedHashMap<>(messages);
        some.keySet().removeIf(found -> !rules.test(found.rule()));
        return new Answer(refusal, some);
    }

    int size() {
        return messages.values().stream().mapToInt(List::size).sum();
    }

    /** The findings that another answer has not, or not as often, with their messages. */
    Map<Found, List<String>> without(Answer other) {
        Map<Found, List<String>> more = new LinkedHashMap<>();
        messages.forEach((found, texts) -> {
            List<String> rest = new ArrayList<>(texts);
            List<String> known = new ArrayList<>(other.messages().getOrDefault(found, List.of()));
            known.removeIf(text -> removeNaming(names(text), rest));
            if (rest.size() > known.size()) {
                more.put(found, rest.subList(known.size(), rest.size()));
            }
        });
        return more;
    }

    /** Takes a message away that names the same, for both tell it in words of their own. */
    private static boolean removeNaming(List<String> names, List<String> texts) {
        return texts.stream()
                .filter(text -> names(text).equals(names))
                .findFirst()
                .map(texts::remove)
                .orElse(false);
    }

    private static List<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).toList();
    }
}
