package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedFile.LinkedImport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders files so that what is imported comes before what imports it, and reports cycles. */
final class ImportOrder {
    private static final int SHOWN = 12;

    private final LinkProblems problems;
    private final List<LinkedFile> ordered = new ArrayList<>();
    /** What is known of each file that was met: whether everything it imports has been ordered. */
    private final Map<LinkedFile, Boolean> done = new HashMap<>();

    private final Deque<Visit> open = new ArrayDeque<>();

    private ImportOrder(LinkProblems problems) {
        this.problems = problems;
    }

    /** The files and what they import; independent ones in the order they are given in. */
    static List<LinkedFile> of(Collection<LinkedFile> files, LinkProblems problems) {
        ImportOrder order = new ImportOrder(problems);
        for (LinkedFile file : files) {
            order.visit(file);
        }
        return order.ordered;
    }

    private void visit(LinkedFile start) {
        enter(start);
        while (!open.isEmpty()) {
            Visit visit = open.getLast();
            if (visit.next == visit.file.imports.size()) {
                open.removeLast();
                done.put(visit.file, true);
                ordered.add(visit.file);
            } else {
                follow(visit.file, visit.file.imports.get(visit.next++));
            }
        }
    }

    private void enter(LinkedFile file) {
        if (done.putIfAbsent(file, false) == null) {
            open.addLast(new Visit(file));
        }
    }

    private void follow(LinkedFile file, LinkedImport imported) {
        LinkedFile target = imported.target();
        if (target == null) {
            return;
        }
        if (Boolean.FALSE.equals(done.get(target))) {
            problems.add(
                    file,
                    imported.node().path().start(),
                    "This import closes a cycle: " + cycle(target) + ".",
                    "Move what both files need into a file of its own.");
        } else {
            enter(target);
        }
    }

    private String cycle(LinkedFile from) {
        List<String> paths = new ArrayList<>();
        for (Visit visit : open) {
            if (visit.file == from || !paths.isEmpty()) {
                paths.add(visit.file.path());
            }
        }
        paths.add(from.path());
        int left = paths.size() - SHOWN;
        if (left > 0) {
            paths.subList(SHOWN / 2, SHOWN / 2 + left).clear();
            paths.add(SHOWN / 2, "... " + left + " more ...");
        }
        return String.join(" → ", paths);
    }

    private static final class Visit {
        final LinkedFile file;
        int next;

        Visit(LinkedFile file) {
            this.file = file;
        }
    }
}
