package dev.concordat.release;

import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.check.breaking.Part;
import dev.concordat.check.breaking.ReuseChecker;
import dev.concordat.check.report.Fingerprint;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.source.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** Compares modules with their baselines. */
final class ModuleComparison {
    private static final Schema NOTHING = new Schema(List.of());

    private final Revision current;
    private final Ground ground;
    private final Waivers waivers;
    private final BreakingChecker checker = new BreakingChecker();
    private final ReuseChecker reuse = new ReuseChecker();
    private final Fingerprint fingerprints = new Fingerprint();

    ModuleComparison(Ground ground, Waivers waivers) {
        this.current = ground.current();
        this.ground = ground;
        this.waivers = waivers;
    }

    /** What happened to a module since its baseline. */
    ModuleChange compare(ContractModule module, Baseline baseline) throws ContractException {
        if (baseline.commit().isEmpty()) {
            return change(
                    module,
                    baseline,
                    new ModuleDifference(NOTHING, current.schema(), module.path(), reused(module, NOTHING), List.of()));
        }
        Schema before = ground.earlier().schema(baseline.commit().get());
        Optional<ContractModule> formerly = ground
                .earlier()
                .modules(baseline.commit().get())
                .stream()
                .filter(found -> found.id().equals(module.id()))
                .findFirst();
        String path = module.path();
        Schema previous = formerly.isPresent() ? moved(before, formerly.get().path(), path) : before;
        // By the default rules too: what a laxer configuration lets pass may still break the code of a consumer.
        List<Violation> found =
                new ArrayList<>(checker.check(previous, current.schema(), Optional.of(path), ground.breaking(path)));
        found.addAll(reused(module, baseline.release().isPresent() ? previous : NOTHING));
        List<Violation> tolerated =
                checker.check(previous, current.schema(), Optional.of(path), CheckConfig.DEFAULT).stream()
                        .filter(violation -> !found.contains(violation))
                        .toList();
        return change(module, baseline, new ModuleDifference(previous, current.schema(), path, found, tolerated));
    }

    /** The numbers and names that mean something else than in a release; until the first one that is an ancestor, everything is new. */
    private List<Violation> reused(ContractModule module, Schema released) throws ContractException {
        NavigableMap<Version, CommitId> commits = ground.history().commits(module.id());
        return commits.isEmpty()
                ? List.of()
                : reuse.check(
                        released,
                        Part.ofModule(current.schema(), Optional.of(module.path())),
                        ground.breaking(module.path()),
                        ground.earlier().released(module, commits));
    }

    /** What there is to say of a module that is as it was, or that has nothing before it. */
    ModuleChange unchanged(ContractModule module, Baseline baseline) {
        Schema own = current.schema().ofModule(module.path());
        return new ModuleChange(
                baseline,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                own.files().size(),
                types(own));
    }

    private ModuleChange change(ContractModule module, Baseline baseline, ModuleDifference difference)
            throws ContractException {
        List<String> accepted = new ArrayList<>();
        List<Break> refused = new ArrayList<>();
        for (Break found : breaks(module, difference)) {
            waivers.acceptance(found, baseline).ifPresentOrElse(accepted::add, () -> refused.add(found));
        }
        Schema own = current.schema().ofModule(module.path());
        return new ModuleChange(
                baseline,
                refused,
                accepted,
                difference.reasons(),
                difference.brokenTypes(),
                difference.retired(),
                own.files().size(),
                types(own));
    }

    private List<Break> breaks(ContractModule module, ModuleDifference difference) throws ContractException {
        if (difference.violations().isEmpty()) {
            return List.of();
        }
        WireBreaks wire = WireBreaks.between(difference.previous(), difference.current(), module.path());
        return difference.violations().stream()
                .map(violation ->
                        new Break(module.id(), violation, fingerprints.of(violation), wire.contain(violation)))
                .toList();
    }

    /** A module that only moved within the repository is compared as if it had always been where it is. */
    private static Schema moved(Schema schema, String from, String to) {
        return from.equals(to)
                ? schema
                : new Schema(schema.files().stream()
                        .map(file -> file.module().equals(Optional.of(from)) ? file.inModule(to) : file)
                        .toList());
    }

    private static int types(Schema schema) {
        long messages = schema.messages().stream()
                .filter(message -> !message.mapEntry())
                .count();
        return Math.toIntExact(messages)
                + schema.enums().size()
                + schema.services().size();
    }
}
