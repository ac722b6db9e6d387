package dev.concordat.schema.link;

import dev.concordat.schema.parse.PackageNode;
import java.util.List;

/** Checks how much a file holds: limits of protoc, and limits beyond which generated code does not compile. */
final class LimitChecks {
    private static final int PACKAGE_BYTES = 511;
    private static final int PACKAGE_DOTS = 100;
    /** The most files that a file imports; what is beyond is not looked for. */
    static final int IMPORTS = 10_000;

    private static final int MEMBERS = 65_535;

    private final LinkedFile file;
    private final LinkProblems problems;

    private LimitChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        LimitChecks checks = new LimitChecks(file, problems);
        checks.packageName();
        if (file.imports.size() > IMPORTS) {
            problems.add(
                    file,
                    file.imports.get(IMPORTS).node().start(),
                    "The file imports %s files; at most %s are allowed.".formatted(file.importNodes.size(), IMPORTS),
                    "Split the file.");
        }
        for (LinkedMessage message : file.allMessages) {
            checks.count("Message", message, message.fields, "fields");
            checks.count("Message", message, message.oneofs, "oneofs");
        }
        for (LinkedEnum enumType : file.allEnums) {
            checks.count("Enum", enumType, enumType.values, "values");
        }
    }

    private void packageName() {
        String name = file.packageName;
        PackageNode node = file.node.packageStatement().orElse(null);
        if (node == null) {
            return;
        }
        if (name.length() > PACKAGE_BYTES) {
            problems.add(
                    file,
                    node.name().start(),
                    "The package's name has %s bytes; at most %s are allowed.".formatted(name.length(), PACKAGE_BYTES),
                    "Shorten it.");
        }
        long dots = name.chars().filter(character -> character == '.').count();
        if (dots > PACKAGE_DOTS) {
            problems.add(
                    file,
                    node.name().start(),
                    "The package's name has %s parts; at most %s are allowed.".formatted(dots + 1, PACKAGE_DOTS + 1),
                    "Shorten it.");
        }
    }

    private void count(String what, Symbol owner, List<? extends Symbol> members, String membersWhat) {
        if (members.size() > MEMBERS) {
            problems.add(
                    file,
                    members.get(MEMBERS).at(),
                    "%s \"%s\" has %s %s; at most %s are allowed."
                            .formatted(what, owner.fullName(), members.size(), membersWhat, MEMBERS),
                    "Split it.");
        }
    }
}
