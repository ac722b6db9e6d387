package dev.concordat.check.breaking;

import static dev.concordat.check.Category.CSR;
import static dev.concordat.check.Category.FILE;
import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.Category.WIRE;
import static dev.concordat.check.Category.WIRE_JSON;
import static dev.concordat.check.breaking.BreakingRule.breaking;
import static dev.concordat.check.breaking.Checks.files;
import static dev.concordat.check.breaking.Checks.same;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Breaking rules about files: they stay, with what they declare and with the options that decide generated code. */
final class FileRules {
    static final List<BreakingRule> ALL = List.of(
            breaking("FILE_NO_DELETE", "Files stay.", FileRules::noDelete, FILE, CSR),
            breaking(
                    "MESSAGE_NO_DELETE",
                    "Messages stay in their file.",
                    stays("Message", FileRules::messages),
                    FILE,
                    CSR),
            breaking("ENUM_NO_DELETE", "Enums stay in their file.", stays("Enum", FileRules::enums), FILE, CSR),
            breaking(
                    "EXTENSION_NO_DELETE",
                    "Extensions stay in their file.",
                    stays("Extension", FileRules::extensions),
                    FILE),
            breaking("SERVICE_NO_DELETE", "Services stay in their file.", stays("Service", FileRules::services), FILE),
            breaking(
                    "FILE_SAME_PACKAGE",
                    "Files keep their package.",
                    files(same("package", ProtoFile::packageName)),
                    FILE,
                    PACKAGE,
                    WIRE_JSON,
                    WIRE,
                    CSR),
            breaking(
                    "FILE_SAME_SYNTAX",
                    "Files keep their syntax.",
                    files(same("syntax", ProtoFile::syntax)),
                    FILE,
                    PACKAGE,
                    CSR),
            option("FILE_SAME_CC_ENABLE_ARENAS", "cc_enable_arenas"),
            option("FILE_SAME_CC_GENERIC_SERVICES", "cc_generic_services"),
            option("FILE_SAME_CSHARP_NAMESPACE", "csharp_namespace"),
            option("FILE_SAME_GO_PACKAGE", "go_package"),
            option("FILE_SAME_JAVA_GENERIC_SERVICES", "java_generic_services"),
            option("FILE_SAME_JAVA_MULTIPLE_FILES", "java_multiple_files"),
            option("FILE_SAME_JAVA_OUTER_CLASSNAME", "java_outer_classname"),
            option("FILE_SAME_JAVA_PACKAGE", "java_package"),
            option("FILE_SAME_OBJC_CLASS_PREFIX", "objc_class_prefix"),
            option("FILE_SAME_OPTIMIZE_FOR", "optimize_for"),
            option("FILE_SAME_PHP_CLASS_PREFIX", "php_class_prefix"),
            option("FILE_SAME_PHP_METADATA_NAMESPACE", "php_metadata_namespace"),
            option("FILE_SAME_PHP_NAMESPACE", "php_namespace"),
            option("FILE_SAME_PY_GENERIC_SERVICES", "py_generic_services"),
            option("FILE_SAME_RUBY_PACKAGE", "ruby_package"),
            option("FILE_SAME_SWIFT_PREFIX", "swift_prefix"));

    private FileRules() {}

    private static BreakingRule option(String id, String name) {
        return breaking(
                id,
                "Files keep the value of the option %s.".formatted(name),
                files(same("option " + name, file -> file.options().text(name))),
                FILE,
                PACKAGE);
    }

    private static void noDelete(Comparison comparison, Reporter reporter) {
        for (ProtoFile file : comparison.previous().files()) {
            if (comparison.current().file(file.path()).isEmpty()) {
                reporter.reportGone(
                        file.location(),
                        "File \"%s\" was deleted. Restore it; contracts that import it no longer compile."
                                .formatted(file.path()));
            }
        }
    }

    /** What a file declares stays declared in that very file. */
    private static Check stays(String kind, Function<ProtoFile, Stream<Declared>> declared) {
        return (comparison, reporter) -> {
            for (Pair<ProtoFile> file : comparison.files()) {
                Set<String> left = new HashSet<>();
                declared.apply(file.current()).forEach(element -> left.add(element.nestedName()));
                declared.apply(file.previous())
                        .filter(element -> !left.contains(element.nestedName()))
                        .forEach(element -> reporter.report(
                                comparison.deletedFrom(file.current(), element.nestedName()),
                                element.location(),
                                "%s \"%s\" was deleted from the file. Restore it, and mark it deprecated if it should no longer be used."
                                        .formatted(kind, element.nestedName())));
            }
        };
    }

    private static Stream<Declared> messages(ProtoFile file) {
        return new Schema(List.of(file)).messages().stream().map(Declared::of);
    }

    private static Stream<Declared> enums(ProtoFile file) {
        return new Schema(List.of(file)).enums().stream().map(Declared::of);
    }

    private static Stream<Declared> extensions(ProtoFile file) {
        return new Schema(List.of(file)).extensions().stream().map(field -> Declared.of(field, file));
    }

    private static Stream<Declared> services(ProtoFile file) {
        return file.services().stream().map(Declared::of);
    }

    /** A declaration by its name inside the package. */
    private record Declared(String nestedName, Location location) {
        static Declared of(Message message) {
            return new Declared(message.nestedName(), message.location());
        }

        static Declared of(EnumType enumType) {
            return new Declared(enumType.nestedName(), enumType.location());
        }

        static Declared of(Service service) {
            return new Declared(service.name().value(), service.location());
        }

        static Declared of(Field extension, ProtoFile file) {
            String packageName = file.packageName().value();
            return new Declared(
                    packageName.isEmpty()
                            ? extension.fullName()
                            : extension.fullName().substring(packageName.length() + 1),
                    extension.location());
        }
    }
}
