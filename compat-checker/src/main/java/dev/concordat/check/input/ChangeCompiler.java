package dev.concordat.check.input;

import dev.concordat.check.AtOnce;
import dev.concordat.check.touched.FileChanges;
import dev.concordat.check.touched.TouchedFiles;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Compiles of two states of a workspace what their difference can touch: the files that changed, those that may mean something else because of it, and
 * what all these import. The rest is the same in both, so that no rule finds anything in it; that it compiles is not asked.
 */
final class ChangeCompiler {
    private final ListedInput previous;
    private final ListedInput current;
    private final ParsedFiles parsed;
    private final NeededFiles neededBefore;
    private final NeededFiles neededNow;

    ChangeCompiler(ListedInput previous, ListedInput current, InputCompiler compiler) {
        this.previous = previous;
        this.current = current;
        this.parsed = compiler.parsed();
        this.neededBefore = compiler.needed(previous.listing());
        this.neededNow = compiler.needed(current.listing());
    }

    /** Whether the two can be compared so: all of both is asked for, and their files make the same modules with the same dependencies and managed options. */
    boolean applies() {
        return isWhole(previous.listing())
                && isWhole(current.listing())
                && previous.listing()
                        .configuration()
                        .deps()
                        .equals(current.listing().configuration().deps())
                && Objects.equals(
                        previous.listing().managed(), current.listing().managed())
                && layout(previous.listing()).equals(layout(current.listing()))
                && previous.listing().targetModules().equals(current.listing().targetModules());
    }

    private static boolean isWhole(WorkspaceListing listing) {
        int files = listing.targetModules().stream()
                .mapToInt(module -> listing.pathsOf(module).size())
                .sum();
        return files == listing.targets().size();
    }

    /** What decides which files a module has, and what they are called. */
    private static List<List<Object>> layout(WorkspaceListing listing) {
        return listing.modules().stream()
                .map(module -> List.<Object>of(
                        module.id(),
                        module.path(),
                        module.name(),
                        module.roots(),
                        module.includes(),
                        module.excludes()))
                .toList();
    }

    /** Both states, as far as they matter. */
    ChangedInputs compile() throws ContractException {
        TouchedFiles search = search();
        Set<String> needed = needed(search);
        WorkspaceCompiler now = new WorkspaceCompiler(current.listing(), parsed, neededNow);
        WorkspaceCompiler before = new WorkspaceCompiler(previous.listing(), parsed, neededBefore);
        AtOnce<CompiledInput, CompiledInput> compiled = AtOnce.of(
                () -> CompiledInput.of(current, now.compile(needed)),
                () -> CompiledInput.of(
                        previous, EarlierState.answer(previous.description(), () -> before.compile(needed))),
                unused -> {});
        return new ChangedInputs(
                compiled.first(), compiled.second(), search.changes().differing());
    }

    /** A search for what the difference touches. */
    TouchedFiles search() throws ContractException {
        return TouchedFiles.between(previous.listing(), current.listing(), parsed);
    }

    /** The import paths of the files that are compiled. */
    Set<String> needed(TouchedFiles search) throws ContractException {
        return mustConnect(search) ? neededByConnected(search) : neededByTouched(search);
    }

    private Set<String> neededByConnected(TouchedFiles search) throws ContractException {
        Set<String> asked = new HashSet<>(previous.listing().targets());
        asked.addAll(current.listing().targets());
        return inBoth(search.findWithImporters(asked), search.changes());
    }

    /** While it is found out what else a change touches, what its own files import is read. */
    private Set<String> neededByTouched(TouchedFiles search) throws ContractException {
        AtOnce<Set<String>, Set<String>> found =
                AtOnce.of(search::find, () -> knownNeeds(search.changes()), unused -> {});
        Set<String> all = new HashSet<>(found.second());
        Set<String> others = new HashSet<>(found.first());
        others.removeAll(all);
        all.addAll(inBoth(others, search.changes()));
        return all;
    }

    /** What changed files need; nothing where something is missing, which is told together with what others miss. */
    private Set<String> knownNeeds(FileChanges changes) {
        try {
            return inBoth(changes.changed(), changes);
        } catch (ContractException e) {
            return Set.of();
        }
    }

    private Set<String> inBoth(Set<String> files, FileChanges changes) throws ContractException {
        return NeededFiles.inBoth(files, neededNow, neededBefore, changes.differing());
    }

    /**
     * Whether a file is also compared as something that others import, so that those must be known: where a module that imports it has other rules, was
     * asked for while the file's own was not, or does not see where something went.
     */
    private boolean mustConnect(TouchedFiles search) {
        Set<String> changed = search.changes().changed();
        List<ModuleConfig> modules = current.listing().modules();
        return !isAsked(current.listing(), changed)
                || (modules.size() > 1 && (search.takesAway() || rulesDiffer(modules)));
    }

    private static boolean rulesDiffer(List<ModuleConfig> modules) {
        return modules.stream().map(module -> module.breaking()).distinct().count() > 1;
    }

    private static boolean isAsked(WorkspaceListing listing, Set<String> changed) {
        return changed.stream()
                .allMatch(path ->
                        listing.moduleOf(path).isEmpty() || listing.targets().contains(path));
    }

    /**
     * Two states of a workspace.
     *
     * @param differing the import paths of the files that are not the same in both
     */
    record ChangedInputs(CompiledInput current, CompiledInput previous, Set<String> differing) {}
}
