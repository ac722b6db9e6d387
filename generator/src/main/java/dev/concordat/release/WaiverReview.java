package dev.concordat.release;

import dev.concordat.check.report.Notice;
import dev.concordat.schema.Problem;
import dev.concordat.waiver.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the waivers of a change.
 *
 * @param accepted what they accept
 * @param problems what stands against the change: waivers that it adds for nothing, or that say less than they must
 * @param expired what stands against a release
 * @param idle those that accept nothing; only the change that adds one is refused
 */
public record WaiverReview(
        List<Acceptance> accepted, List<Problem> problems, List<Problem> expired, List<Waiver> idle) {

    /** Copies the lists. */
    public WaiverReview {
        accepted = List.copyOf(accepted);
        problems = List.copyOf(problems);
        expired = List.copyOf(expired);
        idle = List.copyOf(idle);
    }

    /** What the change newly accepts, for its reviewers. */
    public List<Notice> news() {
        return accepted.stream()
                .filter(Acceptance::added)
                .map(Acceptance::notice)
                .toList();
    }

    /** What a reader should know besides, sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!accepted.isEmpty()) {
            notes.add("waivers.yaml accepts %s.".formatted(counted(accepted.size(), "violation")));
        }
        long spent = idle.stream().filter(waiver -> !isRefused(waiver)).count();
        if (spent > 0) {
            notes.add("%s of waivers.yaml %s nothing any more; \"concordat waive --prune\" removes what is spent."
                    .formatted(counted(spent, "waiver"), spent == 1 ? "accepts" : "accept"));
        }
        // What stands against the change is told as such.
        expired.stream()
                .filter(problem -> !problems.contains(problem))
                .forEach(problem -> notes.add(problem.toString()));
        return notes;
    }

    private boolean isRefused(Waiver waiver) {
        return problems.stream().anyMatch(problem -> problem.place().equals(Optional.of(waiver.place())));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
