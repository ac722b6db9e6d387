package dev.concordat.check.input;

import dev.concordat.check.breaking.Part;
import dev.concordat.check.input.CompiledInput.Layout;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.config.ModuleConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Finds out which module became which: the one of the same name, else of the same path, else the one that has its files. What is left is paired by
 * position, as buf pairs everything. A module whose files are in several modules now is compared with these together, file by file by the rules of the one
 * that has the file, and what none has by the rules of all; a module that is gone, with nothing. Where one module of each input is asked for, these are
 * the pair.
 */
final class ModulePairs {
    private final CompiledInput previous;
    private final CompiledInput current;
    private final Map<ModuleConfig, Set<String>> before;
    private final Map<ModuleConfig, Set<String>> now;
    private final Map<String, List<ModuleConfig>> ownersNow = new HashMap<>();
    private final Set<ModuleConfig> openBefore;
    private final Set<ModuleConfig> openNow;
    private final List<ModulePair> pairs = new ArrayList<>();

    private ModulePairs(CompiledInput previous, CompiledInput current) {
        this.previous = previous;
        this.current = current;
        this.before = files(previous);
        this.now = files(current);
        this.openBefore = new LinkedHashSet<>(before.keySet());
        this.openNow = new LinkedHashSet<>(now.keySet());
    }

    /** The pairs of two inputs. */
    static List<ModulePair> of(CompiledInput previous, CompiledInput current) throws ContractException {
        return new ModulePairs(previous, current).pair();
    }

    /** The modules with their files, in buf's order. */
    private static Map<ModuleConfig, Set<String>> files(CompiledInput input) {
        Map<ModuleConfig, Set<String>> files = inOrder();
        input.modules().forEach(module -> files.put(module, input.files(module)));
        return files;
    }

    private static Map<ModuleConfig, Set<String>> inOrder() {
        return new TreeMap<>((one, other) -> {
            int order = one.sortKey().compareTo(other.sortKey());
            return order == 0 ? one.id().compareTo(other.id()) : order;
        });
    }

    private List<ModulePair> pair() throws ContractException {
        List<ModuleConfig> askedBefore = targets(previous, openBefore);
        List<ModuleConfig> asked = targets(current, openNow);
        if (askedBefore.size() == 1 && asked.size() == 1) {
            pairWhole(askedBefore.get(0), asked.get(0));
        }
        if (before.size() > 1 || now.size() > 1) {
            pairWhere((one, other) -> one.name().isPresent() && one.name().equals(other.name()));
            if (previous.layout() == Layout.WORKSPACE && current.layout() == Layout.WORKSPACE) {
                // Unless all that was there is elsewhere now, in modules that are not what they were either.
                pairWhere((one, other) -> one.path().equals(other.path())
                        && (owners(one).containsKey(other)
                                || owners(one).keySet().stream().allMatch(this::isLike)));
            }
            for (ModuleConfig module : List.copyOf(openBefore)) {
                pairByFiles(module);
            }
        }
        pairByPosition();
        refuseOtherRoots();
        openBefore.forEach(
                module -> addGone(module, files(before, module), ModulePair.NOTHING, Set.of(rulesWithout(module))));
        return pairs;
    }

    /** Whether a module has files that were at its path before. */
    private boolean isLike(ModuleConfig module) {
        return before.keySet().stream()
                .anyMatch(earlier ->
                        earlier.path().equals(module.path()) && owners(earlier).containsKey(module));
    }

    private void pairWhere(BiPredicate<ModuleConfig, ModuleConfig> same) {
        for (ModuleConfig module : List.copyOf(openBefore)) {
            openNow.stream()
                    .filter(other -> same.test(module, other))
                    .findFirst()
                    .ifPresent(other -> pairWhole(module, other));
        }
    }

    private void pairWhole(ModuleConfig module, ModuleConfig other) {
        openBefore.remove(module);
        openNow.remove(other);
        add(module, files(before, module), other, current.part(other, files(now, other)));
    }

    /** The modules that have files of an earlier one now, in buf's order, with these files. */
    private Map<ModuleConfig, Set<String>> owners(ModuleConfig module) {
        Map<ModuleConfig, Set<String>> owners = inOrder();
        for (String file : files(before, module)) {
            for (ModuleConfig owner : ownersNow().getOrDefault(file, List.of())) {
                owners.computeIfAbsent(owner, unused -> new HashSet<>()).add(file);
            }
        }
        return owners;
    }

    /** By import path, the modules that have the file now. */
    private synchronized Map<String, List<ModuleConfig>> ownersNow() {
        if (ownersNow.isEmpty()) {
            now.forEach((module, files) -> files.forEach(file -> ownersNow
                    .computeIfAbsent(file, unused -> new ArrayList<>(1))
                    .add(module)));
        }
        return ownersNow;
    }

    private Optional<String> ownerNow(String file) {
        return ownersNow().getOrDefault(file, List.of()).stream()
                .map(ModuleConfig::id)
                .findFirst();
    }

    private void pairByFiles(ModuleConfig module) {
        Map<ModuleConfig, Set<String>> owners = owners(module);
        Optional<ModuleConfig> only = owners.keySet().stream().findFirst().filter(owner -> owners.size() == 1);
        if (only.filter(openNow::contains).isPresent()) {
            pairWhole(module, only.get());
        } else if (!owners.isEmpty()) {
            openBefore.remove(module);
            Set<String> gone = new HashSet<>(files(before, module));
            Part together = current.part(owners.keySet());
            Set<CheckConfig> rules = new LinkedHashSet<>();
            owners.forEach((owner, files) -> {
                gone.removeAll(files);
                openNow.remove(owner);
                rules.add(owner.breaking());
                add(module, files, owner, together);
            });
            addGone(module, gone, together, rules);
        }
    }

    private void pairByPosition() {
        openBefore.removeIf(module -> !previous.isTarget(module));
        List<ModuleConfig> others = targets(current, openNow);
        if (openBefore.size() == others.size()) {
            int position = 0;
            for (ModuleConfig module : List.copyOf(openBefore)) {
                pairWhole(module, others.get(position++));
            }
        }
    }

    private static List<ModuleConfig> targets(CompiledInput input, Set<ModuleConfig> modules) {
        return modules.stream().filter(input::isTarget).toList();
    }

    /** Modules of which nothing but the names of types tells that they were others: whether their contracts are gone cannot be said. */
    private void refuseOtherRoots() throws ContractException {
        for (ModuleConfig module : openBefore) {
            Set<String> types = previous.typesOf(files(before, module));
            for (ModuleConfig other : targets(current, now.keySet())) {
                for (String type : current.typesOf(files(now, other))) {
                    if (types.contains(type)) {
                        throw ContractException.of(
                                Failure.NO_ANSWER,
                                "Which module became which cannot be told: \"%s\" went from module \"%s\" to \"%s\" and to another import path, and the number of modules is another one."
                                        .formatted(type, module.id(), other.id()),
                                "Keep the import paths of the contracts, or compare one module at a time, named as the input on both sides.");
                    }
                }
            }
        }
    }

    private void add(ModuleConfig module, Set<String> files, ModuleConfig other, Part now) {
        if (previous.isTarget(module) && current.isTarget(other)) {
            Part partBefore = previous.part(module, files);
            Part part = now.beside(this::ownerNow);
            Set<String> dropped = previous.dropped(partBefore, current, part);
            pairs.add(new ModulePair(partBefore.without(dropped), part.without(dropped), Set.of(other.breaking())));
        }
    }

    /** Whoever asks for a part of a workspace does not ask what became of the others. */
    private void addGone(ModuleConfig module, Set<String> files, Part now, Set<CheckConfig> rules) {
        if (current.modules().stream().allMatch(current::isTarget) && previous.isTarget(module)) {
            Part part = previous.part(module, files);
            pairs.add(new ModulePair(part.without(part.imports()), now, rules));
        }
    }

    /** Its own rules go on for a module that is gone, those of its workspace as they are now. */
    private CheckConfig rulesWithout(ModuleConfig module) {
        CheckConfig inherited = previous.configuration().breaking().within(module.path());
        return module.breaking().equals(inherited)
                ? current.configuration().breaking().within(module.path())
                : module.breaking();
    }

    private static Set<String> files(Map<ModuleConfig, Set<String>> files, ModuleConfig module) {
        return files.getOrDefault(module, Set.of());
    }
}
