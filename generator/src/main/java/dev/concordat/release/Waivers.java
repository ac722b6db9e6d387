package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Problem;
import dev.concordat.schema.source.CommitId;
import dev.concordat.waiver.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The waivers of a change while it is planned. A waiver accepts the violation of its fingerprint until a release says that it did; from then on it is
 * spent, and the same break once more needs another one.
 */
final class Waivers {
    private final List<Waiver> waivers;
    private final Set<Waiver> merged;
    private final LocalDate today;
    private final ReleaseHistory history;
    private final Optional<CommitId> head;
    private final Map<String, Set<String>> spentLines = new HashMap<>();
    private final List<Acceptance> accepted = new ArrayList<>();
    private final Set<Waiver> matched = new LinkedHashSet<>();
    private final Set<Waiver> misleading = new HashSet<>();
    private final List<Problem> refusals = new ArrayList<>();

    /**
     * The waivers of a change.
     *
     * @param waivers those of the change
     * @param merged those of what it is compared with
     * @param today the day on which a waiver may have expired
     */
    Waivers(
            List<Waiver> waivers,
            List<Waiver> merged,
            LocalDate today,
            ReleaseHistory history,
            Optional<CommitId> head) {
        this.waivers = waivers;
        this.merged = Set.copyOf(merged);
        this.today = today;
        this.history = history;
        this.head = head;
    }

    /** What the release tag says about an accepted violation, empty when it is not accepted. */
    Optional<String> acceptance(Break found, Baseline baseline) throws ContractException {
        Optional<String> released = acceptedSince(found, baseline);
        if (released.isPresent()) {
            return released;
        }
        Optional<Waiver> waiver = waivers.stream()
                .filter(known -> known.fingerprint().equals(found.fingerprint())
                        && known.module().equals(found.module()))
                .findFirst();
        if (waiver.isEmpty()) {
            return Optional.empty();
        }
        if (isSpent(waiver.get())) {
            refusals.add(Problem.at(
                    waiver.get().place(),
                    "A release has used up this very waiver, and now the same breaks once more.",
                    "Give it a reason or a date of its own."));
            return Optional.empty();
        }
        return accept(waiver.get(), found);
    }

    private Optional<String> accept(Waiver waiver, Break found) {
        if (!found.isTold(waiver.rule(), waiver.file(), waiver.finding())) {
            misleading.add(waiver);
            return Optional.empty();
        }
        matched.add(waiver);
        if (found.wire() && !waiver.wire()) {
            refusals.add(
                    Problem.at(
                            waiver.place(),
                            "This waiver does not cover that services which are already running misread messages or are not answered any more.",
                            "Add a new package beside the stable one; or write \"wire: true\", and in the reason how the services are drained."));
            return Optional.empty();
        }
        accepted.add(new Acceptance(waiver, found, isAdded(waiver)));
        return Optional.of(waiver.line());
    }

    /** Between the baseline and the change only retracted releases lie; what they accepted stays accepted. */
    private Optional<String> acceptedSince(Break found, Baseline baseline) throws ContractException {
        if (baseline.release().isEmpty()) {
            return Optional.empty();
        }
        Version last = baseline.release().get().version();
        List<Release> since = history.reachable(
                found.module(), head.orElseThrow(), tag -> tag.version().compareTo(last) > 0);
        return since.stream()
                .flatMap(release -> release.message().waivers().stream())
                .filter(line -> Waiver.fingerprintOf(line).equals(found.fingerprint()))
                .findFirst();
    }

    /** What became of them, when all modules have been compared. */
    WaiverReview review() throws ContractException {
        List<Problem> problems = new ArrayList<>(refusals);
        List<Problem> expired = new ArrayList<>();
        List<Waiver> idle = new ArrayList<>();
        for (Waiver waiver : waivers) {
            boolean late = waiver.expires().isBefore(today);
            if (isAdded(waiver)) {
                objection(waiver, late).ifPresent(problems::add);
            }
            if (!matched.contains(waiver) && !misleading.contains(waiver)) {
                idle.add(waiver);
            }
            if (late && matched.contains(waiver)) {
                expired.add(late(waiver));
            }
        }
        return new WaiverReview(accepted, problems, expired, idle);
    }

    /** What is wrong with a waiver that the change adds. */
    private Optional<Problem> objection(Waiver waiver, boolean late) throws ContractException {
        if (misleading.contains(waiver)) {
            return Optional.of(Problem.at(
                    waiver.place(),
                    "The file, rule or finding of this waiver is not what its fingerprint stands for.",
                    "Let \"concordat waive\" write it; reviewers must see what they accept."));
        }
        if (matched.contains(waiver)) {
            return late ? Optional.of(late(waiver)) : Optional.empty();
        }
        // On the commit of a release, the waivers that it brought are spent already.
        return isSpent(waiver)
                ? Optional.empty()
                : Optional.of(Problem.at(
                        waiver.place(),
                        "This waiver accepts nothing: module \"%s\" has no violation with its fingerprint."
                                .formatted(waiver.module()),
                        "Remove it, or run \"concordat waive\" for the violation that is meant."));
    }

    private static Problem late(Waiver waiver) {
        return Problem.at(
                waiver.place(),
                "This waiver expired on %s, so \"%s\" cannot be released with it."
                        .formatted(waiver.expires(), waiver.module()),
                "%s decides: a later date, or the break is taken back.".formatted(waiver.owner()));
    }

    private boolean isAdded(Waiver waiver) {
        return merged.stream().noneMatch(waiver::saysTheSameAs);
    }

    private boolean isSpent(Waiver waiver) throws ContractException {
        Set<String> lines = spentLines.get(waiver.module());
        if (lines == null) {
            lines = new HashSet<>();
            if (head.isPresent()) {
                for (Release release : history.reachable(waiver.module(), head.get(), tag -> true)) {
                    lines.addAll(release.message().waivers());
                }
            }
            spentLines.put(waiver.module(), lines);
        }
        return lines.contains(waiver.line());
    }
}
