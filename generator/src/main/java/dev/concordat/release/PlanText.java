package dev.concordat.release;

import dev.concordat.check.report.Printable;
import dev.concordat.schema.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A plan as lines for people: a row for each reason, the module and its versions on the first of them. */
public final class PlanText {
    private static final int COLUMNS = 5;
    private static final int REASONS = 20;
    /** As many lines as say of modules that nothing happened to them. */
    private static final int LINES = 5;

    private static final int WIDEST = 60;

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    private PlanText() {}

    /** The lines, each ended. */
    public static String print(Plan plan) {
        PlanText text = new PlanText();
        plan.due().forEach(text::add);
        plan.bom().ifPresent(text::add);
        StringBuilder lines = new StringBuilder(text.align());
        if (plan.due().isEmpty() && plan.bom().isEmpty()) {
            lines.append("Nothing is due.\n");
        }
        plan.problems()
                .forEach(problem ->
                        lines.append(Printable.line(problem.toString())).append('\n'));
        if (!plan.breaks().isEmpty()) {
            lines.append(
                    "If a break is wanted, \"concordat waive <path:line> --reason <text> --owner <who>\" accepts it, for reviewers to agree.\n");
        }
        plan.waivers()
                .notes()
                .forEach(note -> lines.append(Printable.line(note)).append('\n'));
        plan.notes().forEach(note -> lines.append(Printable.line(note)).append('\n'));
        comparisons(plan).forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /** What was compared with what: one line a baseline, but one for all releases that are as before, where these are many. */
    private static List<String> comparisons(Plan plan) {
        long same = plan.modules().stream().filter(PlanText::isAsReleased).count();
        String together = "the last releases of %s modules as they still are".formatted(same);
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (ModulePlan module : plan.modules()) {
            String with = same > LINES && isAsReleased(module)
                    ? together
                    : described(module.change().baseline());
            count(counts, with, module.change());
        }
        plan.removed().forEach(module -> count(counts, described(module.change().baseline()), module.change()));
        return counts.entrySet().stream()
                .map(entry -> "compared %s, %s against %s"
                        .formatted(
                                counted(entry.getValue()[0], "file"),
                                counted(entry.getValue()[1], "type"),
                                entry.getKey()))
                .toList();
    }

    private static void count(Map<String, int[]> counts, String with, ModuleChange change) {
        int[] count = counts.computeIfAbsent(with, baseline -> new int[2]);
        count[0] += change.files();
        count[1] += change.types();
    }

    private static boolean isAsReleased(ModulePlan module) {
        return !module.due() && module.change().baseline().release().isPresent();
    }

    private static String described(Baseline baseline) {
        return baseline.commit()
                .map(commit -> "%s (%s)".formatted(baseline.description(), commit.sha()))
                .orElse(baseline.description());
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void add(ModulePlan module) {
        add(module.id(), module.previous(), module.next(), module.bump(), module.why());
    }

    private void add(Bom bom) {
        add(Bom.ID, bom.previous(), bom.next(), bom.bump(), bom.why());
    }

    private void add(String id, Optional<Release> previous, Version next, Optional<Bump> bump, List<Reason> why) {
        String versions = previous.map(release -> release.version() + " -> ").orElse("") + next;
        List<String> head = List.of(id, versions, bump.map(Bump::toString).orElse("first"));
        for (Reason reason : why.subList(0, Math.min(REASONS, why.size()))) {
            List<String> row = new ArrayList<>(head);
            row.add(Printable.line(reason.text()));
            row.add(reason.place().map(Place::toString).map(Printable::line).orElse(""));
            rows.add(row);
            head = List.of("", "", "");
        }
        if (why.size() > REASONS) {
            rows.add(List.of("", "", "", "and " + (why.size() - REASONS) + " more", ""));
        }
    }

    private String align() {
        StringBuilder lines = new StringBuilder();
        int[] widths = IntStream.range(0, COLUMNS).map(this::width).toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < COLUMNS; column++) {
                String cell = row.get(column);
                int missing = Math.max(0, widths[column] - cell.length());
                line.append(cell).append(" ".repeat(missing)).append(GAP);
            }
            lines.append(line.toString().stripTrailing()).append('\n');
        }
        return lines.toString();
    }

    /** A long text takes the room it needs, and leaves the other rows as they are: of a line that is wrapped, blanks would fill the next. */
    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
    }
}
