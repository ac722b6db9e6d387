package dev.concordat.check.reuse;

import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.HashSet;
import java.util.Set;

/** What of numbers and names a version of contracts has that another one has not. */
public final class GivenUp {
    private GivenUp() {}

    /** The {@linkplain Use#subject subjects} of what these files use and a version does not. */
    public static Set<String> subjects(Iterable<ProtoFile> released, Schema current) {
        UseIndex now = new UseIndex(current);
        Set<String> subjects = new HashSet<>();
        for (ProtoFile file : released) {
            UseVisitor.visit(file, (use, element) -> {
                if (now.find(use).isEmpty()) {
                    subjects.add(use.subject());
                }
            });
        }
        return subjects;
    }
}
