package dev.concordat.schema.link;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enters names into a scope and reports those that it has already. */
final class NameConflicts {
    private final @Nullable LinkProblems problems;

    private NameConflicts(@Nullable LinkProblems problems) {
        this.problems = problems;
    }

    /** Reports conflicts here. */
    static NameConflicts reportedTo(LinkProblems problems) {
        return new NameConflicts(problems);
    }

    /** Says nothing about conflicts. */
    static NameConflicts ignored() {
        return new NameConflicts(null);
    }

    /** Enters a symbol into the members of a scope; when the name is taken, the first one keeps it. */
    void enter(Map<String, Symbol> members, String name, Symbol symbol, String scope) {
        Symbol first = members.putIfAbsent(name, symbol);
        if (first != null && problems != null) {
            report(problems, first, symbol, name, scope);
        }
    }

    private static void report(LinkProblems problems, Symbol first, Symbol second, String name, String scope) {
        if (first instanceof LinkedPackage) {
            problems.add(
                    second.file(),
                    second.at(),
                    "%s \"%s\" has the name of a package that %s is in."
                            .formatted(
                                    Words.capitalized(what(second)),
                                    second.fullName(),
                                    first.file().node.text().path()),
                    "Rename one of the two.");
        } else if (first.file() != second.file()) {
            problems.add(
                    second.file(),
                    second.at(),
                    "\"%s\" is defined in %s too."
                            .formatted(
                                    second.fullName(), first.file().node.text().path()),
                    "Keep one of the two and import it.");
        } else {
            reportInFile(problems, first, second, name, scope);
        }
    }

    private static void reportInFile(LinkProblems problems, Symbol first, Symbol second, String name, String scope) {
        Symbol earlier = first.at() <= second.at() ? first : second;
        Symbol later = earlier == first ? second : first;
        String where = scope.isEmpty() ? "this file" : "\"" + scope + "\"";
        String what = what(later);
        String wrong = what.equals(what(earlier))
                ? "%s \"%s\" is declared twice in %s.".formatted(Words.capitalized(what), name, where)
                : "%s \"%s\" has the name of %s of %s."
                        .formatted(Words.capitalized(what), name, Words.withArticle(what(earlier)), where);
        problems.add(later.file(), later.at(), wrong + siblings(earlier, later), "Rename one of the two.");
    }

    private static String siblings(Symbol earlier, Symbol later) {
        LinkedEnumValue value = later instanceof LinkedEnumValue found
                ? found
                : earlier instanceof LinkedEnumValue other ? other : null;
        return value == null
                ? ""
                : " The values of an enum are named beside it, not inside it, so they may not share a name with anything beside \"%s\"."
                        .formatted(value.parent.name);
    }

    private static String what(Symbol symbol) {
        if (symbol instanceof LinkedMessage message && message.isMapEntry()) {
            return "map entry";
        }
        if (symbol instanceof LinkedOneof oneof && oneof.isSynthetic()) {
            return "implied oneof";
        }
        return symbol.what();
    }

    /** Reports that what this file calls a package is something else in another file. */
    void reportPackage(LinkedFile file, int at, String packageName, Symbol other) {
        if (problems != null) {
            problems.add(
                    file,
                    at,
                    "\"%s\" is a package here and %s in %s."
                            .formatted(
                                    packageName,
                                    Words.withArticle(other.what()),
                                    other.file().node.text().path()),
                    "Rename one of the two.");
        }
    }
}
