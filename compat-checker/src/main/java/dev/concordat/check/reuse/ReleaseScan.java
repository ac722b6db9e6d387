package dev.concordat.check.reuse;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.ContractParser;
import dev.concordat.schema.parse.ParsedFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the releases that are worth a closer look, from the syntax of their files alone: releases that hold none of the numbers and names that are
 * looked for, or only in words that a newer one has too, need not be linked. Each content is read once; the files of the newest release come first.
 */
public final class ReleaseScan {
    /** So many names are looked for in the bytes of a file before it is parsed. */
    private static final int FEW = 16;

    private final ContractParser parser = new ContractParser();
    private final Set<Use> wanted = new HashSet<>();
    private final Set<String> owners = new HashSet<>();
    private final Map<String, Set<String>> ownersByLastPart = new HashMap<>();
    private final Set<String> lastParts = new HashSet<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private final Map<String, Set<Integer>> numbersByOwner = new HashMap<>();
    private boolean interesting;

    /** A scan for these uses. */
    public ReleaseScan(Set<Use> uses) {
        for (Use use : uses) {
            wanted.add(WrittenUses.asWritten(use));
            lastParts.add(lowerCase(last(use.subject())));
            owners.add(use.owner());
            ownersByLastPart
                    .computeIfAbsent(last(use.owner()), part -> new HashSet<>())
                    .add(use.owner());
        }
    }

    /** Reads a file of a release, and answers whether that must be looked at: it holds a use in words that are new, or is not well-formed. */
    public boolean read(SourceText text) {
        if (!mentionsWanted(text)) {
            return false;
        }
        interesting = false;
        ParsedFile parsed = parser.parse(text);
        WrittenUses.visit(parsed.file(), new WrittenUses.Listener() {
            @Override
            public void found(Use use, String words) {
                note(use, words);
            }

            @Override
            public void foundExtension(String extendee, int number, String words) {
                ownersByLastPart
                        .getOrDefault(last(extendee), Set.of())
                        .forEach(owner -> note(Use.fieldNumber(owner, number), words));
            }
        });
        return interesting || !parsed.problems().isEmpty();
    }

    /** By owner of a use that is looked for, all numbers that the files give to its fields or values. */
    public Map<String, Set<Integer>> numbersByOwner() {
        return numbersByOwner;
    }

    private void note(Use use, String words) {
        boolean number = use.kind() == Use.Kind.FIELD_NUMBER || use.kind() == Use.Kind.ENUM_VALUE_NUMBER;
        if (number && owners.contains(use.owner())) {
            numbersByOwner
                    .computeIfAbsent(use.owner(), owner -> new HashSet<>())
                    .add(Integer.parseInt(use.key()));
        }
        if (wanted.contains(use)) {
            interesting |= seen.add(List.of(use, words));
        }
    }

    /** Whoever declares something in a type, or extends it, writes the last part of its name; of an extension that is a group, in another case. */
    private boolean mentionsWanted(SourceText text) {
        if (lastParts.size() > FEW) {
            return true;
        }
        String bytes = lowerCase(new String(text.bytes(), StandardCharsets.ISO_8859_1));
        return lastParts.stream().anyMatch(bytes::contains);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
