package dev.concordat.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds releases of other branches that a version would follow without what they have: a minor version on a branch of an older release gets the next
 * free number, and whoever goes from a lower number to a higher one relies on finding all of it there.
 */
record PassedReleases(ReleaseHistory history) {

    /** What to say of the modules that are due, and of the BOM. */
    List<String> notes(List<ModulePlan> modules, Optional<Bom> bom) {
        List<String> notes = new ArrayList<>();
        for (ModulePlan module : modules) {
            if (module.due()) {
                note(module.id(), module.previous(), module.next()).ifPresent(notes::add);
            }
        }
        bom.flatMap(due -> note(Bom.ID, due.previous(), due.next())).ifPresent(notes::add);
        return notes;
    }

    private Optional<String> note(String id, Optional<Release> previous, Version next) {
        if (previous.isEmpty()
                || next.firstCompatible().compareTo(previous.get().version()) > 0) {
            return Optional.empty();
        }
        return history.tags(id).subMap(previous.get().version(), false, next, false).keySet().stream()
                .filter(version -> !history.isRetracted(new ReleaseTag(id, version)))
                .reduce((lower, higher) -> higher)
                .map(version ->
                        "Version %s of \"%s\" will not have what %s has, which another branch released: who goes from that to this loses it. Merge that branch first, if this one shall hold it."
                                .formatted(next, id, version));
    }
}
