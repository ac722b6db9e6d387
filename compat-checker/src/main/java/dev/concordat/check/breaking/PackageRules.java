package dev.concordat.check.breaking;

import static dev.concordat.check.Category.PACKAGE;
import static dev.concordat.check.breaking.BreakingRule.breaking;

import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Breaking rules about packages: what they declare may move between their files and stays. */
final class PackageRules {
    static final List<BreakingRule> ALL = List.of(
            breaking("PACKAGE_NO_DELETE", "Packages stay.", PackageRules::noDelete, PACKAGE),
            breaking(
                    "PACKAGE_MESSAGE_NO_DELETE",
                    "Messages stay in their package.",
                    stays(
                            "Message",
                            schema -> schema.messages().stream()
                                    .map(message -> new Declared(
                                            message.fullName(), message.packageName(), message.location()))),
                    PACKAGE),
            breaking(
                    "PACKAGE_ENUM_NO_DELETE",
                    "Enums stay in their package.",
                    stays(
                            "Enum",
                            schema -> schema.enums().stream()
                                    .map(type -> new Declared(type.fullName(), type.packageName(), type.location()))),
                    PACKAGE),
            breaking(
                    "PACKAGE_EXTENSION_NO_DELETE",
                    "Extensions stay in their package.",
                    PackageRules::extensionsStay,
                    PACKAGE),
            breaking(
                    "PACKAGE_SERVICE_NO_DELETE",
                    "Services stay in their package.",
                    stays(
                            "Service",
                            schema -> schema.services().stream()
                                    .map(service -> new Declared(
                                            service.fullName(), service.packageName(), service.location()))),
                    PACKAGE));

    private PackageRules() {}

    private static void noDelete(Comparison comparison, Reporter reporter) {
        Set<String> left = packages(comparison.current());
        Set<String> told = new HashSet<>();
        for (ProtoFile file : comparison.previous().files()) {
            String name = file.packageName().value();
            if (!left.contains(name) && told.add(name)) {
                reporter.reportGone(
                        file.packageName().location(),
                        "Package \"%s\" was deleted. Restore it; a new version of an API is a new package beside the old."
                                .formatted(name));
            }
        }
    }

    /** What a package declares stays declared somewhere in it, also when it is the last of its kind; a package that is gone is told once. */
    private static Check stays(String kind, Function<Schema, Stream<Declared>> declared) {
        return (comparison, reporter) -> {
            Set<String> left = new HashSet<>();
            declared.apply(comparison.current()).forEach(element -> left.add(element.fullName()));
            Set<String> packages = packages(comparison.current());
            declared.apply(comparison.previous())
                    .filter(element -> packages.contains(element.packageName()) && !left.contains(element.fullName()))
                    .forEach(element -> report(kind, element, comparison, reporter));
        };
    }

    private static void extensionsStay(Comparison comparison, Reporter reporter) {
        stays(
                        "Extension",
                        schema -> schema.files().stream()
                                .flatMap(file -> new Schema(List.of(file))
                                        .extensions().stream()
                                                .map(field -> new Declared(
                                                        field.fullName(),
                                                        file.packageName().value(),
                                                        field.location()))))
                .run(comparison, reporter);
    }

    private static void report(String kind, Declared element, Comparison comparison, Reporter reporter) {
        String message = "%s \"%s\" was deleted from package \"%s\". Restore it, in any file of the package."
                .formatted(kind, element.nestedName(), element.packageName());
        Optional<ProtoFile> file =
                comparison.current().file(comparison.fileOf(element.location()).path());
        if (file.isPresent()) {
            reporter.report(comparison.deletedFrom(file.get(), element.nestedName()), element.location(), message);
        } else {
            reporter.reportGone(element.location(), message);
        }
    }

    private static Set<String> packages(Schema schema) {
        Set<String> packages = new HashSet<>();
        schema.files().forEach(file -> packages.add(file.packageName().value()));
        return packages;
    }

    /** A declaration by its full name. */
    private record Declared(String fullName, String packageName, Location location) {
        String nestedName() {
            return packageName.isEmpty() ? fullName : fullName.substring(packageName.length() + 1);
        }
    }
}
