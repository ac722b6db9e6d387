package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories with releases that reuse numbers and names all the same and releases that are retracted; on two branches, or on one with a message
 * that moves between two modules, or is gone for a while. What a change reuses is also worked out from a plain list of everything that was ever released.
 */
final class ReuseHistoryTest {
    private static final int HISTORIES = Integer.getInteger("histories", 3);
    private static final int CHANGES = 14;
    private static final List<String> MODULES = List.of("shop", "user");
    private static final String NOWHERE = "";
    private static final String ON = "[FIELD_NUMBER_NO_REUSE, FIELD_NAME_NO_REUSE]";
    private static final String OFF = "[FIELD_SAME_DEFAULT]";

    @TempDir
    private Path directory;

    private final Map<ReleaseTag, Map<Integer, Slot>> released = new HashMap<>();
    private final Set<ReleaseTag> retracted = new HashSet<>();
    /** The module that has the message. */
    private String holder = NOWHERE;

    @Test
    void everyReuseIsFoundWithTheLastReleaseThatUsedIt() throws IOException, ContractException {
        int found = 0;
        for (int seed = 1; seed <= HISTORIES; seed++) {
            found += history(new Random(seed), false, directory.resolve("branches" + seed));
            found += history(new Random(seed), true, directory.resolve("moves" + seed));
        }
        assertTrue(found > HISTORIES * 6, "only " + found + " were found");
    }

    private int history(Random random, boolean moving, Path into) throws IOException, ContractException {
        released.clear();
        retracted.clear();
        holder = "shop";
        ContractClone clone = ContractClone.create(into, MODULES.toArray(String[]::new));
        TreeMap<Integer, Slot> main = new TreeMap<>(Map.of(1, new Slot("a", "string")));
        TreeMap<Integer, Slot> other = new TreeMap<>(main);
        release(clone, "main", main);
        clone.git("branch", "other");
        int found = 0;
        for (int change = 0; change < CHANGES; change++) {
            boolean onMain = moving || random.nextInt(3) > 0;
            if (moving && random.nextInt(3) == 0) {
                holder = List.of("shop", "user", "user", NOWHERE).get(random.nextInt(4));
            }
            String branch = onMain ? "main" : "other";
            TreeMap<Integer, Slot> fields = onMain ? main : other;
            clone.git("checkout", "-q", branch);
            mutate(fields, random);
            rules(clone, ON);
            write(clone, fields);
            Set<String> expected = expected(clone, fields);
            assertEquals(expected, found(clone.planOnto(branch)), "seed of " + into + ", change " + change);
            found += expected.size();
            if (random.nextInt(4) > 0) {
                release(clone, branch, fields);
            }
            if (random.nextInt(8) == 0) {
                retractOne(clone, random);
            }
        }
        return found;
    }

    private void release(ContractClone clone, String branch, Map<Integer, Slot> fields) throws ContractException {
        rules(clone, OFF);
        write(clone, fields);
        for (String tag : clone.release(clone.planOnto(branch))) {
            ReleaseTag release = ReleaseTag.parse(tag).orElseThrow();
            if (MODULES.contains(release.id())) {
                released.put(release, release.id().equals(holder) ? new TreeMap<>(fields) : Map.of());
            }
        }
    }

    private void retractOne(ContractClone clone, Random random) {
        List<ReleaseTag> all = released.keySet().stream()
                .sorted(Comparator.comparing(ReleaseTag::name))
                .toList();
        ReleaseTag tag = all.get(random.nextInt(all.size()));
        if (retracted.add(tag)) {
            clone.git("tag", "retracted/" + tag.name(), tag.name() + "^{commit}");
        }
    }

    private static void mutate(Map<Integer, Slot> fields, Random random) {
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int number = 1 + random.nextInt(6);
            String name = Character.toString('a' + random.nextInt(7));
            String type = random.nextInt(3) == 0 ? "int32" : "string";
            boolean taken =
                    fields.values().stream().anyMatch(slot -> slot.name().equals(name));
            if (random.nextInt(3) == 0 || taken) {
                fields.remove(number);
            } else {
                fields.put(number, new Slot(name, type));
            }
        }
    }

    /** A commit of its own, since the rules of a branch are those of the commit before. */
    private static void rules(ContractClone clone, String rules) {
        clone.write(
                "buf.yaml",
                "version: v2\nmodules:\n  - path: contracts/shop\n  - path: contracts/user\nbreaking:\n  use: " + rules
                        + "\n");
        clone.commit();
    }

    private void write(ContractClone clone, Map<Integer, Slot> fields) {
        String body = fields.entrySet().stream()
                .map(field -> "  %s %s = %d;\n"
                        .formatted(field.getValue().type(), field.getValue().name(), field.getKey()))
                .collect(Collectors.joining());
        for (String module : MODULES) {
            String order = module.equals(holder) ? "message Order {\n" + body + "}\n" : "";
            clone.write(
                    "contracts/" + module + "/shared/v1/" + module + ".proto",
                    "syntax = \"proto3\";\npackage shared.v1;\n" + order);
        }
        clone.commit();
    }

    private Set<String> expected(ContractClone clone, Map<Integer, Slot> fields) {
        if (holder.equals(NOWHERE)) {
            return Set.of();
        }
        Set<String> merged = Set.of(clone.git("tag", "--merged", "HEAD").split("\n"));
        Map<Integer, Slot> last = released.keySet().stream()
                .filter(tag -> tag.id().equals(holder) && merged.contains(tag.name()) && !retracted.contains(tag))
                .max(Comparator.comparing(ReleaseTag::version))
                .map(released::get)
                .orElse(Map.of());
        Set<String> expected = new TreeSet<>();
        fields.forEach((number, slot) -> {
            boolean newNumber = !last.containsKey(number);
            if (newNumber) {
                newest(before -> before.containsKey(number)
                                && !before.get(number).equals(slot))
                        .ifPresent(tag -> expected.add("Number " + number + " in " + tag));
            }
            if (last.values().stream().noneMatch(known -> known.name().equals(slot.name()))) {
                newest(before -> before.entrySet().stream().anyMatch(old -> isOtherField(old, number, slot, newNumber)))
                        .ifPresent(tag -> expected.add("Name \"" + slot.name() + "\" in " + tag));
            }
        });
        return expected;
    }

    /** Of a field with its old name and number, the number tells that the type is another one, unless it was there all the time. */
    private static boolean isOtherField(Map.Entry<Integer, Slot> old, int number, Slot now, boolean newNumber) {
        boolean sameNumber = old.getKey() == number;
        boolean sameType = old.getValue().type().equals(now.type());
        return old.getValue().name().equals(now.name()) && (!sameNumber || (!newNumber && !sameType));
    }

    /** Of the module that has the message now, if it has such a release, else of the other one. */
    private Optional<ReleaseTag> newest(Predicate<Map<Integer, Slot>> holds) {
        return released.keySet().stream()
                .filter(tag -> holds.test(released.getOrDefault(tag, Map.of())))
                .max(Comparator.<ReleaseTag, Boolean>comparing(tag -> tag.id().equals(holder))
                        .thenComparing(ReleaseTag::version));
    }

    private static Set<String> found(Plan plan) {
        return plan.violations().stream()
                .map(violation -> violation
                        .message()
                        .replaceFirst("(Number \\d+|Name \"[^\"]*\") of .*? in ((shop|user)/v[0-9.]+); .*", "$1 in $2"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a number stands for. */
    private record Slot(String name, String type) {}
}
