package dev.concordat.release;

import dev.concordat.schema.ContractException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether the BOM is due and which version it gets.
 *
 * @param taken the versions of all its tags
 */
record BomChoice(Set<Version> taken, InputDigests digests) {

    /** The BOM over the modules as they are after the release, empty when the last one names them all. */
    Optional<Bom> choose(List<ModulePlan> modules, Optional<Release> previous) throws ContractException {
        List<ReleaseTag> members = modules.stream()
                .map(ModulePlan::tag)
                .sorted(Comparator.comparing(ReleaseTag::id))
                .toList();
        List<Reason> why = reasons(modules, members, previous);
        if (why.isEmpty()) {
            return Optional.empty();
        }
        boolean unstable = members.stream().allMatch(member -> member.version().major() == 0);
        VersionChoice choice = new VersionChoice(Bom.ID, taken);
        Optional<Bump> bump =
                previous.flatMap(release -> why.stream().map(Reason::bump).reduce(Bump::or));
        Version next = previous.isPresent()
                ? choice.after(previous.get().version(), bump.orElseThrow(), unstable)
                : choice.first(unstable);
        return Optional.of(new Bom(previous, next, bump, members, why, digests.ofBom(members)));
    }

    private static List<Reason> reasons(
            List<ModulePlan> modules, List<ReleaseTag> members, Optional<Release> previous) {
        List<Reason> reasons = new ArrayList<>();
        for (ModulePlan module : modules) {
            if (module.due()) {
                // A new member is an addition, whatever its first version is.
                reasons.add(Reason.of(
                        module.bump().orElse(Bump.MINOR),
                        module.previous()
                                .map(release -> "%s %s -> %s".formatted(module.id(), release.version(), module.next()))
                                .orElseGet(() -> "%s %s is new".formatted(module.id(), module.next()))));
            }
        }
        if (reasons.isEmpty()
                && !previous.map(release -> release.message().members()).equals(Optional.of(members))) {
            reasons.add(Reason.of(Bump.PATCH, "its members changed"));
        }
        reasons.sort(Comparator.comparing(Reason::bump).reversed());
        return reasons;
    }
}
