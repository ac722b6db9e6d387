package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.PackageVersion;
import dev.concordat.check.breaking.Part;
import dev.concordat.check.breaking.ReuseChecker;
import dev.concordat.check.change.Changes;
import dev.concordat.check.report.Fingerprint;
import dev.concordat.generate.StartOrder;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.JavaClashes;
import dev.concordat.schema.Problem;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.source.CommitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares modules with their baselines. */
final class ModuleComparison {
    private static final Schema NOTHING = new Schema(List.of());

    private final Outlines outlines;
    private final Ground ground;
    private final Waivers waivers;
    private final ModuleVersions versions;
    private final OtherReleases releases;
    private final ToldReuses toldReuses;
    private final ModuleRules rules = new ModuleRules();
    private final ReuseChecker reuse = new ReuseChecker();
    private final Fingerprint fingerprints = new Fingerprint();

    ModuleComparison(
            Ground ground, Waivers waivers, ModuleVersions versions, OtherReleases releases, ToldReuses toldReuses)
            throws ContractException {
        this.outlines = ground.current().outlines();
        this.ground = ground;
        this.waivers = waivers;
        this.versions = versions;
        this.releases = releases;
        this.toldReuses = toldReuses;
    }

    /**
     * What happened to a module since its baseline.
     *
     * @param beside other releases that it must not break
     */
    ModuleChange compare(ContractModule module, Baseline baseline, List<Release> beside) throws ContractException {
        Versions compared = versions.of(module, baseline);
        Schema released =
                versions.isNew(module, baseline) ? NOTHING : compared.previous().ofModule(module.path());
        List<Violation> reused = reused(module, released, compared.current());
        if (baseline.commit().isEmpty()) {
            return change(module, baseline, List.of(difference(module, compared, reused, List.of())));
        }
        // By the default rules too: what a laxer configuration lets pass may still break the code of a consumer.
        List<Violation> found = new ArrayList<>(check(compared, module.path(), ground.breaking(module)));
        found.addAll(reused);
        List<Violation> known = new ArrayList<>(found);
        List<ModuleDifference> differences = new ArrayList<>();
        ModuleDifference last = difference(module, compared, found, tolerated(compared, module, found));
        CommitId since = baseline.commit().get();
        differences.add(withStablyUsed(last, since));
        for (Release other : beside) {
            Baseline older = Baseline.of(Optional.of(other), ground.target());
            Versions earlier = versions.of(module, older);
            List<Violation> more = new ArrayList<>(check(earlier, module.path(), ground.breaking(module)));
            more.removeIf(violation -> known.stream().anyMatch(one -> isTheSame(one, violation)));
            known.addAll(more);
            differences.add(withStablyUsed(
                    difference(module, earlier, more, List.of()), older.commit().orElse(since)));
        }
        return change(module, baseline, differences);
    }

    private ModuleDifference withStablyUsed(ModuleDifference difference, CommitId since) throws ContractException {
        return difference.withStablyUsed(
                ground.contracts().usedByStable(difference.path(), difference.unstableTypes(), since));
    }

    /** Whether two comparisons found the same, which was in two places before. */
    private static boolean isTheSame(Violation one, Violation other) {
        return one.ruleId().equals(other.ruleId())
                && one.location().equals(other.location())
                && one.message().equals(other.message());
    }

    /** What the default rules find besides. */
    private List<Violation> tolerated(Versions versions, ContractModule module, List<Violation> found)
            throws ContractException {
        if (ground.breaking(module).equals(CheckConfig.DEFAULT)) {
            return List.of();
        }
        Set<List<Object>> known = new HashSet<>();
        found.forEach(violation -> known.add(told(violation)));
        return check(versions, module.path(), CheckConfig.DEFAULT).stream()
                .filter(violation -> !known.contains(told(violation)))
                .toList();
    }

    /** What a reader learns of a violation: rules of two categories find the same, each under its own id. */
    private static List<Object> told(Violation violation) {
        return List.of(violation.location(), violation.previousLocation(), violation.message());
    }

    private List<Violation> check(Versions versions, String path, CheckConfig config) throws ContractException {
        return rules.check(versions.previous(), versions.current(), path, config);
    }

    private ModuleDifference difference(
            ContractModule module, Versions versions, List<Violation> violations, List<Violation> tolerated)
            throws ContractException {
        return new ModuleDifference(
                versions.previous(),
                versions.current(),
                module.path(),
                isUnstable(module),
                violations,
                tolerated,
                Changes.between(versions.previous(), versions.current(), module.path()),
                ground.current().jars(),
                Set.of());
    }

    /** Whether a module consists of unstable packages only. */
    boolean isUnstable(ContractModule module) {
        return outlines.packages(module.path()).stream().allMatch(PackageVersion::isUnstable);
    }

    /**
     * The numbers and names that mean something else than in a release.
     *
     * @param released the module's own contracts before, of which only what no rule compares is looked up: what another module has may be gone from there
     */
    private List<Violation> reused(ContractModule module, Schema released, Schema current) throws ContractException {
        Part part = Part.ofModule(current, Optional.of(module.path()));
        ToldReuses.Search search = since -> reuse.check(since, part, ground.breaking(module), releases.of(module));
        return toldReuses.untold(module, current, search, search.since(released));
    }

    /** What there is to say of a module that is as it was, or that has nothing before it. */
    ModuleChange unchanged(ContractModule module, Baseline baseline) {
        return new ModuleChange(
                baseline,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                outlines.files(module.path()),
                outlines.types(module.path()));
    }

    /**
     * What becomes of the differences.
     *
     * @param differences that to the baseline, then those to other releases, of which only breaks matter
     */
    private ModuleChange change(ContractModule module, Baseline baseline, List<ModuleDifference> differences)
            throws ContractException {
        ModuleDifference difference = differences.get(0);
        List<String> accepted = new ArrayList<>();
        List<Break> refused = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>(difference.reasons());
        Set<String> brokenTypes = new HashSet<>();
        for (ModuleDifference each : differences) {
            for (Break found : breaks(module, each)) {
                waivers.acceptance(found, baseline).ifPresentOrElse(accepted::add, () -> refused.add(found));
            }
            brokenTypes.addAll(each.brokenTypes());
        }
        differences.stream().skip(1).map(ModuleDifference::breaks).forEach(reasons::addAll);
        return new ModuleChange(
                baseline,
                refused,
                accepted,
                reasons,
                brokenTypes,
                difference.retired(),
                unusable(difference.current(), module),
                outlines.files(module.path()) + difference.goneFiles().size(),
                outlines.types(module.path()) + difference.goneTypes());
    }

    private static List<Problem> unusable(Schema current, ContractModule module) {
        List<ProtoFile> files = current.filesOf(module.path());
        List<Problem> problems = new ArrayList<>(StartOrder.problems(files));
        problems.addAll(JavaClashes.problems(current, files));
        return problems;
    }

    private List<Break> breaks(ContractModule module, ModuleDifference difference) throws ContractException {
        if (difference.violations().isEmpty()) {
            return List.of();
        }
        WireBreaks wire =
                WireBreaks.between(difference.previous(), difference.current(), module.path(), difference.stablyUsed());
        return difference.violations().stream()
                .map(violation ->
                        new Break(module.id(), violation, fingerprints.of(violation), wire.contain(violation)))
                .toList();
    }
}
