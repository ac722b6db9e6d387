package dev.concordat.check.breaking;

import dev.concordat.schema.ProtoFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows packages that are gone with several files, as when an old version of an API is given up. */
final class DeletedPackages {
    static final String RULE = "FILE_NO_DELETE";

    private DeletedPackages() {}

    static List<Story> stories(Comparison comparison) {
        Map<String, List<ProtoFile>> filesByPackage = new LinkedHashMap<>();
        for (ProtoFile file : comparison.previous().files().values()) {
            String name = file.packageName().value();
            if (!name.isEmpty() && !comparison.current().hasPackage(name)) {
                filesByPackage
                        .computeIfAbsent(name, unused -> new ArrayList<>())
                        .add(file);
            }
        }
        List<Story> stories = new ArrayList<>();
        filesByPackage.forEach((name, files) -> {
            boolean areGone = files.stream()
                    .noneMatch(file -> comparison.current().files().containsKey(file.path()));
            if (files.size() > 1 && areGone) {
                stories.add(story(name, files));
            }
        });
        return stories;
    }

    private static Story story(String name, List<ProtoFile> files) {
        Set<Subject> subjects = new LinkedHashSet<>(Set.of(new Subject.DeletedPackage(name)));
        files.forEach(file -> subjects.add(new Subject.DeletedFile(file.path())));
        return Story.ofGone(
                RULE,
                files.get(0).location(),
                "Package \"%s\" was deleted with its %s files. Restore it; contracts that import them no longer compile."
                        .formatted(name, files.size()),
                subjects);
    }
}
