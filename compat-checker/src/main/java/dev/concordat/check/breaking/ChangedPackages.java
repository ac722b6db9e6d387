package dev.concordat.check.breaking;

import dev.concordat.check.Quotation;
import dev.concordat.check.breaking.Subject.Replaced;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Follows files that have another package: what they declare has another full name then, and whoever refers to it another type. */
final class ChangedPackages {
    static final String RULE = "FILE_SAME_PACKAGE";

    private ChangedPackages() {}

    static void check(ProtoFile previous, ProtoFile current, Reporter reporter) {
        Pair<ProtoFile> file = new Pair<>(previous, current);
        if (isChanged(file)) {
            reporter.about(new Subject.PackageOf(previous.path()))
                    .report(
                            current.packageName().location(),
                            previous.packageName().location(),
                            message(file));
        }
    }

    static List<Story> stories(Comparison comparison) {
        List<Pair<ProtoFile>> changed =
                comparison.files().stream().filter(ChangedPackages::isChanged).toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        List<Story> renamed = Stream.concat(
                        RenamedMessages.stories(comparison).stream(), RenamedEnums.stories(comparison).stream())
                .toList();
        return changed.stream().map(file -> story(file, renamed)).toList();
    }

    private static boolean isChanged(Pair<ProtoFile> file) {
        return !file.previous()
                .packageName()
                .value()
                .equals(file.current().packageName().value());
    }

    /** What has another full name by its package alone is told with it. */
    private static Story story(Pair<ProtoFile> file, List<Story> renamed) {
        Set<Subject> subjects = new LinkedHashSet<>();
        subjects.add(new Subject.PackageOf(file.previous().path()));
        List<Pair<Field>> otherTypes = new ArrayList<>();
        for (Story story : renamed) {
            if (wentAlong(file, story)) {
                subjects.addAll(story.subjects());
                otherTypes.addAll(story.moved());
            }
        }
        return new Story(
                RULE,
                Optional.of(file.current().packageName().location()),
                file.previous().packageName().location(),
                message(file),
                subjects,
                otherTypes);
    }

    private static boolean wentAlong(Pair<ProtoFile> file, Story story) {
        return isIn(file.previous(), story.previousLocation())
                && story.location().filter(place -> isIn(file.current(), place)).isPresent()
                && story.subjects().stream()
                        .allMatch(subject -> !(subject instanceof Replaced names)
                                || inPackage(names.previous(), file.previous())
                                        .equals(inPackage(names.current(), file.current())));
    }

    private static boolean isIn(ProtoFile file, Location location) {
        return location.text().equals(file.location().text());
    }

    private static String inPackage(String fullName, ProtoFile file) {
        String name = file.packageName().value();
        return name.isEmpty() ? fullName : fullName.substring(name.length() + 1);
    }

    private static String message(Pair<ProtoFile> file) {
        return "File \"%s\" changed package from \"%s\" to \"%s\". Keep it; a new version of an API is a new package beside the old."
                .formatted(
                        Quotation.inside(file.current().path()),
                        file.previous().packageName().value(),
                        file.current().packageName().value());
    }
}
