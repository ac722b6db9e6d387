package dev.concordat.check.breaking;

import dev.concordat.schema.ProtoFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows packages that went with all of their files, when those are several: an old version of an API is given up, or moves to another module. */
final class DeletedPackages {
    static final String RULE = "FILE_NO_DELETE";

    private DeletedPackages() {}

    static List<Story> stories(Comparison comparison) {
        List<Story> stories = new ArrayList<>();
        comparison.packagesGone().forEach((name, files) -> {
            Optional<String> modules = comparison.otherModules(files);
            boolean wentTogether = modules.isPresent()
                    || files.stream()
                            .noneMatch(file -> comparison.current().files().containsKey(file.path())
                                    || comparison.otherModule(file).isPresent());
            if (files.size() > 1 && wentTogether && !name.isEmpty()) {
                stories.add(story(name, files, modules));
            }
        });
        return stories;
    }

    private static Story story(String name, List<ProtoFile> files, Optional<String> modules) {
        Set<Subject> subjects = new LinkedHashSet<>(Set.of(new Subject.DeletedPackage(name)));
        files.forEach(file -> subjects.add(new Subject.DeletedFile(file.path())));
        return Story.ofGone(RULE, files.get(0).location(), message(name, files.size(), modules), subjects);
    }

    private static String message(String name, int files, Optional<String> modules) {
        return modules.isPresent()
                ? "Package \"%s\" was moved to %s with its %s files. Move it back; who depends on its old module alone no longer has it."
                        .formatted(name, modules.get(), files)
                : "Package \"%s\" was deleted with its %s files. Restore it; contracts that import them no longer compile."
                        .formatted(name, files);
    }
}
