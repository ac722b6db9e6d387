package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.schema.Problem;
import dev.concordat.schema.source.CommitId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a release would do.
 *
 * @param commit the commit to be released, empty for a working tree with changes that are not committed
 * @param revision its contracts
 * @param modules every module, each after those that it imports
 * @param removed the modules that are gone
 * @param waivers what became of the waivers
 * @param bom the BOM, when it is due
 * @param tools what builds the stubs
 * @param notes what else a reader must know, sentences
 */
public record Plan(
        Optional<CommitId> commit,
        Revision revision,
        List<ModulePlan> modules,
        List<RemovedModule> removed,
        WaiverReview waivers,
        Optional<Bom> bom,
        Tools tools,
        List<String> notes) {

    /** Copies the lists. */
    public Plan {
        modules = List.copyOf(modules);
        removed = List.copyOf(removed);
        notes = List.copyOf(notes);
    }

    /** The modules to be released, each after those that it imports. */
    public List<ModulePlan> due() {
        return modules.stream().filter(ModulePlan::due).toList();
    }

    /** The module of this id. */
    public Optional<ModulePlan> module(String id) {
        return modules.stream().filter(module -> module.id().equals(id)).findFirst();
    }

    /** What breaks and was not accepted, in all modules; what several of them use of third parties stands once. */
    public List<Violation> violations() {
        return Violation.sorted(Stream.concat(
                        modules.stream().flatMap(module -> module.violations().stream()),
                        removed.stream().flatMap(module -> module.violations().stream()))
                .toList());
    }

    /** The violations of all modules that are still there, as waivers see them. */
    public List<Break> breaks() {
        return modules.stream()
                .flatMap(module -> module.change().breaks().stream())
                .sorted(Comparator.comparing(Break::violation))
                .toList();
    }

    /** What stands against the change besides violations. */
    public List<Problem> problems() {
        return Stream.of(
                        modules.stream().flatMap(module -> module.change().unusable().stream()),
                        removed.stream().map(RemovedModule::problem),
                        waivers.problems().stream())
                .flatMap(problems -> problems)
                .toList();
    }

    /** Whether nothing stands against merging it. */
    public boolean isAcceptable() {
        return problems().isEmpty() && violations().isEmpty();
    }
}
