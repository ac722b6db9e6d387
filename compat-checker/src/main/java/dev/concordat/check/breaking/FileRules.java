package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.files;
import static dev.concordat.check.breaking.Checks.same;

import dev.concordat.check.Quotation;
import dev.concordat.check.breaking.Declared.Kind;
import dev.concordat.schema.ProtoFile;
import java.util.List;
import java.util.Set;

/** Breaking rules about files: they stay, with what they declare and with the options that decide generated code. */
final class FileRules {
    static final List<BreakingRule> ALL = List.of(
            breaking("FILE_NO_DELETE", "Files stay.", FileRules::noDelete, FILE, CSR),
            breaking("MESSAGE_NO_DELETE", "Messages stay in their file.", stays(Kind.MESSAGE), FILE, CSR),
            breaking("ENUM_NO_DELETE", "Enums stay in their file.", stays(Kind.ENUM), FILE, CSR),
            breaking("EXTENSION_NO_DELETE", "Extensions stay in their file.", stays(Kind.EXTENSION), FILE),
            breaking("SERVICE_NO_DELETE", "Services stay in their file.", stays(Kind.SERVICE), FILE),
            breaking(
                    ChangedPackages.RULE,
                    "Files keep their package.",
                    files(ChangedPackages::check),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "FILE_SAME_SYNTAX",
                    "Files keep their syntax.",
                    files(same("syntax", ProtoFile::syntax, "Keep it; much of generated code depends on it.")),
                    FILE,
                    PACKAGE,
                    CSR),
            option("FILE_SAME_CC_ENABLE_ARENAS", "cc_enable_arenas"),
            option("FILE_SAME_CC_GENERIC_SERVICES", "cc_generic_services"),
            namingOption(
                    "FILE_SAME_CSHARP_NAMESPACE", "csharp_namespace", MovedDeclarations.sameOption("csharp_namespace")),
            namingOption("FILE_SAME_GO_PACKAGE", "go_package", MovedDeclarations.sameOption("go_package")),
            option("FILE_SAME_JAVA_GENERIC_SERVICES", "java_generic_services"),
            option(
                    "FILE_SAME_JAVA_MULTIPLE_FILES",
                    "java_multiple_files",
                    both(files(JavaLayout::samePlaces), MovedDeclarations.sameJavaPlaces())),
            option(
                    "FILE_SAME_JAVA_OUTER_CLASSNAME",
                    "java_outer_classname",
                    both(files(JavaLayout::sameOuterClass), MovedDeclarations.sameOuterClass())),
            namingOption("FILE_SAME_JAVA_PACKAGE", "java_package", MovedDeclarations.sameJavaPackage()),
            namingOption(
                    "FILE_SAME_OBJC_CLASS_PREFIX",
                    "objc_class_prefix",
                    MovedDeclarations.sameOption("objc_class_prefix")),
            option("FILE_SAME_OPTIMIZE_FOR", "optimize_for"),
            namingOption(
                    "FILE_SAME_PHP_CLASS_PREFIX", "php_class_prefix", MovedDeclarations.sameOption("php_class_prefix")),
            option("FILE_SAME_PHP_METADATA_NAMESPACE", "php_metadata_namespace"),
            namingOption("FILE_SAME_PHP_NAMESPACE", "php_namespace", MovedDeclarations.sameOption("php_namespace")),
            option("FILE_SAME_PY_GENERIC_SERVICES", "py_generic_services"),
            namingOption("FILE_SAME_RUBY_PACKAGE", "ruby_package", MovedDeclarations.sameOption("ruby_package")),
            namingOption("FILE_SAME_SWIFT_PREFIX", "swift_prefix", MovedDeclarations.sameOption("swift_prefix")));

    private FileRules() {}

    private static BreakingRule option(String id, String name) {
        return option(id, name, files(sameOption(name)));
    }

    /** An option that decides what is generated is called, so that what moves to another file takes it along. */
    private static BreakingRule namingOption(String id, String name, Check ofMoved) {
        return option(id, name, both(files(sameOption(name)), ofMoved));
    }

    private static PairCheck<ProtoFile> sameOption(String name) {
        return same(
                "option " + name,
                file -> file.options().text(name),
                "Keep it; generated code is found or behaves by it.");
    }

    private static BreakingRule option(String id, String name, Check check) {
        return breaking(id, "Files keep the value of the option %s.".formatted(name), check, FILE, PACKAGE);
    }

    private static Check both(Check one, Check other) {
        return (comparison, reporter) -> {
            one.run(comparison, reporter);
            other.run(comparison, reporter);
        };
    }

    private static void noDelete(Comparison comparison, Reporter reporter) {
        for (ProtoFile file : comparison.previous().files().values()) {
            if (!comparison.current().files().containsKey(file.path())) {
                reporter.about(new Subject.DeletedFile(file.path()))
                        .reportGone(
                                file.location(),
                                comparison
                                        .otherModule(file)
                                        .map(module -> moved(file, module))
                                        .orElseGet(() -> deleted(file, comparison)));
            }
        }
    }

    private static String moved(ProtoFile file, String module) {
        return "File \"%s\" was moved to module \"%s\". Move it back; who depends on its old module alone no longer has it."
                .formatted(Quotation.inside(file.path()), Quotation.inside(module));
    }

    private static String deleted(ProtoFile file, Comparison comparison) {
        return "File \"%s\" was deleted%s. Restore it; contracts that import it no longer compile."
                .formatted(
                        Quotation.inside(file.path()),
                        contents(comparison.whereContentsWent(file), comparison.takenAlong(file)));
    }

    /** What became of the contents; nothing is said where all of them are gone. */
    private static String contents(Set<String> went, List<String> takenAlong) {
        if (went.isEmpty()) {
            return "";
        }
        if (!takenAlong.isEmpty()) {
            // All are named: who accepts it accepts these and no other.
            return ", and with it " + String.join(", ", takenAlong);
        }
        return went.size() == 1
                ? "; \"%s\" declares what it did"
                        .formatted(Quotation.inside(went.iterator().next()))
                : "; other files declare what it did";
    }

    /** What a file declares stays declared in that very file. */
    private static Check stays(Kind kind) {
        return (comparison, reporter) -> {
            Deletions deletions = comparison.deletions();
            for (Declared declared : deletions.fromFiles(kind)) {
                ProtoFile file = comparison.currentFile(declared.file());
                String elsewhere = deletions.fileOf(kind, declared.fullName());
                reporter.about(
                                elsewhere == null
                                        ? new Subject.Deleted(declared.fullName())
                                        : new Subject.Moved(declared.fullName()))
                        .report(
                                deletions.placeIn(file, declared),
                                declared.location(),
                                elsewhere == null ? deleted(declared, comparison) : moved(declared, elsewhere));
            }
        };
    }

    private static String deleted(Declared declared, Comparison comparison) {
        return comparison
                .current()
                .kindOf(declared.fullName())
                .map(now -> "%s \"%s\" is %s now. Give that another name, and restore what it was."
                        .formatted(declared.kind().label(), declared.nestedName(), now))
                .orElseGet(() ->
                        "%s \"%s\" was deleted from the file. Restore it, and mark it deprecated if it should no longer be used."
                                .formatted(declared.kind().label(), declared.nestedName()));
    }

    private static String moved(Declared declared, String file) {
        return "%s \"%s\" was moved to \"%s\". Move it back; languages whose generated code is found by file lose it here."
                .formatted(declared.kind().label(), declared.nestedName(), Quotation.inside(file));
    }
}
