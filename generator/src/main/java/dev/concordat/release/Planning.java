package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.source.CommitId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One plan while it is made. */
final class Planning {
    private final Ground ground;
    private final Optional<CommitId> head;
    private final Tools tools;
    private final ModuleGraph graph;
    private final InputDigests digests;
    private final Waivers waivers;
    private final List<Outset> outsets = new ArrayList<>();
    private final Map<ContractModule, Baseline> removed;
    private final ModuleComparison comparison;
    private final Map<String, ModulePlan> plansByPath = new LinkedHashMap<>();

    Planning(Ground ground, Optional<CommitId> head, Tools tools, Waivers waivers) throws ContractException {
        Revision current = ground.current();
        this.ground = ground;
        this.head = head;
        this.tools = tools;
        this.graph = new ModuleGraph(current);
        this.digests = new InputDigests(current, current.outlines(), tools);
        this.waivers = waivers;
        for (String path : graph.order()) {
            ContractModule module = current.moduleAt(path);
            Optional<Release> last = last(module.id());
            outsets.add(new Outset(module, last, beside(last), digests.of(module)));
        }
        this.removed = new RemovedModules(ground, head).find();
        ModuleVersions versions = new ModuleVersions(ground.history(), ground.earlier(), ground.contracts());
        Map<ContractModule, Baseline> changed = changed();
        this.comparison = new ModuleComparison(
                ground,
                waivers,
                versions,
                new OtherReleases(ground, versions, changed),
                new ToldReuses(ground, versions, changed));
    }

    /** The modules that are not as they were released last, and what they are compared with. */
    private Map<ContractModule, Baseline> changed() {
        Map<ContractModule, Baseline> changed = new LinkedHashMap<>(removed);
        for (Outset outset : outsets) {
            if (!outset.isAsReleased()) {
                changed.put(outset.module(), Baseline.of(outset.previous(), ground.target()));
            }
        }
        return changed;
    }

    Plan plan(boolean uncommitted) throws ContractException {
        for (Outset outset : outsets) {
            plansByPath.put(outset.module().path(), plan(outset));
        }
        List<ModulePlan> modules = List.copyOf(plansByPath.values());
        Optional<Release> lastBom = last(Bom.ID);
        // Where every module is as it was released, they may still not fit together.
        ground.contracts().compile(ground.target().flatMap(TargetBranch::before));
        List<RemovedModule> gone = new ArrayList<>();
        for (Map.Entry<ContractModule, Baseline> module : removed.entrySet()) {
            Baseline baseline = module.getValue();
            gone.add(new RemovedModule(
                    module.getKey(), baseline.release(), comparison.compare(module.getKey(), baseline, List.of())));
        }
        Optional<Bom> bom = new BomChoice(ground.history().taken(Bom.ID), digests).choose(modules, lastBom);
        List<String> notes = new ArrayList<>(notes(modules));
        notes.addAll(new PassedReleases(ground.history()).notes(modules, bom));
        return new Plan(
                uncommitted ? Optional.empty() : head,
                ground.current(),
                modules,
                gone,
                waivers.review(),
                bom,
                tools,
                notes);
    }

    private List<String> notes(List<ModulePlan> modules) throws ContractException {
        List<String> notes = new ArrayList<>(ofThirdParties(modules));
        notes.addAll(ground.notes());
        for (Outset outset : outsets) {
            if (outset.previous().isEmpty()) {
                ground.history().commits(outset.module().id()).keySet().stream()
                        .findFirst()
                        .ifPresent(version ->
                                notes.add("No release of \"%s\" is in this history, though there are some, such as %s."
                                        .formatted(outset.module().id(), version)));
            }
            for (String tag : ground.history().misspelled(outset.module().id())) {
                notes.add(
                        "The tag \"%s\" looks like a release of \"%s\" and is none, so nobody looks up what it used: a version has three numbers of nine digits at most, without zeros before them."
                                .formatted(tag, outset.module().id()));
            }
            for (Release other : outset.beside()) {
                notes.add("Release %s does not hold %s, so \"%s\" is compared with both."
                        .formatted(
                                outset.previous().orElseThrow().tag(),
                                other.tag(),
                                outset.module().id()));
            }
        }
        return notes;
    }

    /** Who reads of a break in a file that is nowhere to be seen must know where it comes from. */
    private Set<String> ofThirdParties(List<ModulePlan> modules) throws ContractException {
        Map<String, ImportedJar> jars = ground.current().jars();
        return modules.stream()
                .flatMap(module -> module.violations().stream())
                .map(Violation::path)
                .filter(jars::containsKey)
                .map(path ->
                        "%s is of %s, which concordat.yaml names; what breaks there does not in the jar that it named before."
                                .formatted(path, jars.get(path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ModulePlan plan(Outset outset) throws ContractException {
        ContractModule module = outset.module();
        Optional<Release> previous = outset.previous();
        InputDigest inputs = outset.inputs();
        Baseline baseline = Baseline.of(previous, ground.target());
        ModuleChange change = outset.isAsReleased()
                ? comparison.unchanged(module, baseline)
                : comparison.compare(module, baseline, outset.beside());
        boolean unstable = comparison.isUnstable(module);
        List<Reason> why = previous.isPresent()
                ? reasons(module, previous.get(), inputs, change, unstable)
                : List.of(Reason.of(Bump.MAJOR, unstable ? "first release, all packages unstable" : "first release"));
        Optional<Bump> bump =
                previous.flatMap(release -> why.stream().map(Reason::bump).reduce(Bump::or));
        return new ModulePlan(
                module,
                previous,
                !why.isEmpty(),
                bump,
                next(module.id(), previous, bump, unstable),
                why,
                change,
                inputs,
                dependencies(module.path()).stream().map(ModulePlan::tag).toList());
    }

    private List<Reason> reasons(
            ContractModule module, Release previous, InputDigest inputs, ModuleChange change, boolean unstable)
            throws ContractException {
        InputDigest before = previous.message().inputs();
        List<Reason> reasons = new ArrayList<>(change.reasons());
        if (reasons.isEmpty() && !before.own().equals(inputs.own())) {
            reasons.add(Reason.of(Bump.PATCH, "what concordat.yaml says about it changed"));
        }
        List<ModulePlan> dependencies = dependencies(module.path());
        reasons.addAll(new DependencyChanges(ground.contracts(), module.path(), unstable).reasons(dependencies));
        if (reasons.isEmpty() && !ids(dependencies).equals(idsBefore(previous))) {
            // What it imports went to another module, whose artifacts its own must depend on.
            reasons.add(Reason.of(
                    Bump.PATCH,
                    dependencies.isEmpty()
                            ? "depends on no other module any more"
                            : "depends on other modules now: " + String.join(", ", ids(dependencies))));
        }
        if (!before.tools().equals(inputs.tools())) {
            reasons.addAll(ToolChanges.between(previous.message().tools(), tools));
        }
        if (!reasons.isEmpty() && previous.version().major() == 0 && !unstable) {
            reasons.add(Reason.of(Bump.MAJOR, "has its first stable package"));
        }
        reasons.sort((reason, other) -> other.bump().compareTo(reason.bump()));
        return reasons;
    }

    private static Set<String> ids(List<ModulePlan> dependencies) {
        return dependencies.stream().map(ModulePlan::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> idsBefore(Release previous) {
        return previous.message().dependencies().stream()
                .map(ReleaseTag::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Version next(String id, Optional<Release> previous, Optional<Bump> bump, boolean unstable)
            throws ContractException {
        VersionChoice choice = new VersionChoice(id, ground.history().taken(id));
        if (previous.isEmpty()) {
            return choice.first(unstable);
        }
        Version version = previous.get().version();
        return bump.isPresent() ? choice.after(version, bump.get(), unstable) : version;
    }

    private List<ModulePlan> dependencies(String path) throws ContractException {
        Set<String> reached = graph.reachedModules(path);
        return plansByPath.values().stream()
                .filter(plan -> reached.contains(plan.modulePath()))
                .toList();
    }

    private List<Release> beside(Optional<Release> last) throws ContractException {
        return last.isPresent() ? ground.history().beside(last.get(), head.orElseThrow()) : List.of();
    }

    private Optional<Release> last(String id) throws ContractException {
        return head.isPresent() ? ground.history().lastReachable(id, head.get()) : Optional.empty();
    }

    /**
     * A module before it is compared.
     *
     * @param previous its last release on this line
     * @param beside other releases that it has to stay compatible with, which the last one does not hold
     */
    private record Outset(ContractModule module, Optional<Release> previous, List<Release> beside, InputDigest inputs) {

        /** Whether nothing of it is another now. What it imports can break it too: the first value of an enum is the default of its fields. */
        boolean isAsReleased() {
            return beside.isEmpty()
                    && previous.map(release -> release.message().inputs()).equals(Optional.of(inputs));
        }
    }
}
