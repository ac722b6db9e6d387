package dev.concordat.check.breaking;

import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.breaking.BreakingRule.breaking;

import dev.concordat.check.breaking.Declared.Kind;
import dev.concordat.schema.ProtoFile;
import java.util.List;
import java.util.Optional;

/** Breaking rules about packages: what they declare may move between their files and stays. */
final class PackageRules {
    static final List<BreakingRule> ALL = List.of(
            breaking("PACKAGE_NO_DELETE", "Packages stay.", PackageRules::noDelete, PACKAGE),
            breaking("PACKAGE_MESSAGE_NO_DELETE", "Messages stay in their package.", stays(Kind.MESSAGE), PACKAGE),
            breaking("PACKAGE_ENUM_NO_DELETE", "Enums stay in their package.", stays(Kind.ENUM), PACKAGE),
            breaking(
                    "PACKAGE_EXTENSION_NO_DELETE", "Extensions stay in their package.", stays(Kind.EXTENSION), PACKAGE),
            breaking("PACKAGE_SERVICE_NO_DELETE", "Services stay in their package.", stays(Kind.SERVICE), PACKAGE));

    private PackageRules() {}

    private static void noDelete(Comparison comparison, Reporter reporter) {
        comparison
                .packagesGone()
                .forEach((name, files) -> reporter.about(new Subject.DeletedPackage(name))
                        .reportGone(
                                files.get(0).packageName().location(), message(name, comparison.otherModules(files))));
    }

    private static String message(String name, Optional<String> otherModules) {
        return otherModules.isPresent()
                ? "Package \"%s\" was moved to %s. Move it back; who depends on its old module alone no longer has it."
                        .formatted(name, otherModules.get())
                : "Package \"%s\" was deleted. Restore it; a new version of an API is a new package beside the old."
                        .formatted(name);
    }

    /** What a package declares stays declared somewhere in it, also when it is the last of its kind; a package that is gone is told once. */
    private static Check stays(Kind kind) {
        return (comparison, reporter) -> {
            for (Declared declared : comparison.deletions().fromPackages(kind)) {
                if (comparison.current().hasPackage(declared.packageName())) {
                    report(declared, comparison, reporter.about(new Subject.Deleted(declared.fullName())));
                }
            }
        };
    }

    private static void report(Declared declared, Comparison comparison, Reporter reporter) {
        String message = comparison
                .current()
                .kindOf(declared.fullName())
                .map(now -> "%s \"%s\" of package \"%s\" is %s now. Give that another name, and restore what it was."
                        .formatted(declared.kind().label(), declared.nestedName(), declared.packageName(), now))
                .orElseGet(() -> "%s \"%s\" was deleted from package \"%s\". Restore it, in any file of the package."
                        .formatted(declared.kind().label(), declared.nestedName(), declared.packageName()));
        ProtoFile file = comparison.current().files().get(declared.file());
        if (file == null) {
            reporter.reportGone(declared.location(), message);
        } else {
            Deletions deletions = comparison.deletions();
            reporter.report(
                    declared.kind() == Kind.MESSAGE
                            ? deletions.placeInPackage(file, declared)
                            : deletions.placeIn(file, declared),
                    declared.location(),
                    message);
        }
    }
}
