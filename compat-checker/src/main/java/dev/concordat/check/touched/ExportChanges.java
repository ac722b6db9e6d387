package dev.concordat.check.touched;

import dev.concordat.check.touched.Exports.Export;
import dev.concordat.check.touched.Exports.Kind;
import dev.concordat.schema.parse.FileNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What other files can see of a change: the names that came, went or mean something else. A file that has none of them among its words sees nothing. */
final class ExportChanges {
    private final Map<String, FileNode> previous;
    private final Map<String, FileNode> current;
    /** By file, the names that others may refer to. */
    private final Map<String, Set<String>> references = new HashMap<>();
    /** By package, the names that came into it: another file may declare them too. What is inside of a message is in the way of that alone. */
    private final Map<String, Set<String>> added = new HashMap<>();

    /** By file, the packages that it came into, and those that these are in: they hide others of their last name. */
    private final Map<String, Set<String>> entered = new HashMap<>();
    /** The packages that a file has left, for another one, for another module or for good. */
    private final Set<String> left = new HashSet<>();

    private final Set<String> extendees = new HashSet<>();
    private final Set<String> passedOn = new HashSet<>();
    private final Set<String> extending = new HashSet<>();

    private boolean takesAway;

    /**
     * The changes of these files, by import path, in two versions; a file may be missing in one of them.
     *
     * @param moved those that are in another module now
     */
    ExportChanges(Map<String, FileNode> previous, Map<String, FileNode> current, Set<String> moved) {
        this.previous = previous;
        this.current = current;
        paths().parallelStream().flatMap(this::exports).toList().forEach(this::compare);
        previous.forEach((path, before) -> {
            FileNode now = current.get(path);
            boolean stays = now != null && now.packageName().equals(before.packageName()) && !moved.contains(path);
            if (!stays) {
                left.add(before.packageName());
            }
        });
        current.forEach((path, now) -> {
            FileNode before = previous.get(path);
            Set<String> came = withOuter(now.packageName());
            came.removeAll(before == null ? Set.of("") : withOuter(before.packageName()));
            if (!came.isEmpty()) {
                entered.put(path, came);
            }
        });
    }

    /** A package and those that it is in, the root included. */
    static Set<String> withOuter(String packageName) {
        Set<String> names = new HashSet<>(Set.of(""));
        for (int end = packageName.length(); end > 0; end = packageName.lastIndexOf('.', end - 1)) {
            names.add(packageName.substring(0, end));
        }
        return names;
    }

    /** What a file exported or exports, as far as it is not the same, or extends something. */
    private Stream<Exported> exports(String path) {
        FileNode fileBefore = previous.get(path);
        FileNode fileNow = current.get(path);
        Map<Export, String> before = fileBefore == null ? Map.of() : Exports.of(fileBefore);
        Map<Export, String> now = fileNow == null ? Map.of() : Exports.of(fileNow);
        Stream<Exported> stays = before.entrySet().stream()
                .map(entry -> new Exported(path, entry.getKey(), entry.getValue(), now.get(entry.getKey())));
        Stream<Exported> isNew = now.entrySet().stream()
                .filter(entry -> !before.containsKey(entry.getKey()))
                .map(entry -> new Exported(path, entry.getKey(), null, entry.getValue()));
        return Stream.concat(stays, isNew)
                .filter(exported -> exported.differs() || exported.export().kind() == Kind.EXTENSION);
    }

    private void compare(Exported exported) {
        Export export = exported.export();
        Set<String> extended = export.kind() == Kind.EXTENSION
                ? new HashSet<>(List.of(extendee(exported.before()), extendee(exported.now())))
                : Set.of();
        if (export.kind() == Kind.EXTENSION) {
            extending.add(exported.path());
        }
        if (exported.differs()) {
            add(exported.path(), export);
            takesAway |= exported.now() == null;
            extendees.addAll(extended);
        }
        if (exported.before() == null) {
            String packageName =
                    Objects.requireNonNull(current.get(exported.path())).packageName();
            if (export.isDirectlyIn(packageName)) {
                put(added, packageName, export.name());
            }
        }
    }

    private void add(String path, Export export) {
        switch (export.kind()) {
            case IMPORT -> passedOn.add(path);
            case TYPE, EXTENSION -> put(references, path, export.name());
            case VALUE, FIELD -> {
                // Whoever has a value as a default names the enum, which changed too; those of options are looked for
                // only where options are.
            }
        }
    }

    private static void put(Map<String, Set<String>> names, String key, String name) {
        names.computeIfAbsent(key, unused -> new HashSet<>()).add(name);
    }

    /** The simple name of the message that is extended. */
    private static String extendee(@Nullable String visible) {
        String name = visible == null ? "" : visible.substring(0, visible.indexOf(' '));
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether no other file can see anything of the change. */
    boolean isEmpty() {
        return references.isEmpty()
                && passedOn.isEmpty()
                && left.isEmpty()
                && entered.isEmpty()
                && previous.keySet().parallelStream().noneMatch(this::changesValues);
    }

    /** Whether a file lacks something that it declared, or is no longer where it was. */
    boolean takesAway() {
        return takesAway || !left.isEmpty();
    }

    /** By import path, the names that files which see the file may refer to. */
    Map<String, Set<String>> references() {
        return references;
    }

    /**
     * The import paths of the files in which messages and enums may no longer have the values that they had.
     *
     * @param files those that the types of options are from
     */
    Set<String> changedValues(Set<String> files) {
        return paths().parallelStream()
                .filter(path -> files.contains(path) && changesValues(path))
                .collect(Collectors.toSet());
    }

    /** Whether something is not as it was, or is required and was not; whatever else comes is in no value. */
    private boolean changesValues(String path) {
        FileNode fileBefore = previous.get(path);
        FileNode fileNow = current.get(path);
        Map<Export, String> before = fileBefore == null ? Map.of() : Exports.valuesOf(fileBefore);
        Map<Export, String> now = fileNow == null ? Map.of() : Exports.valuesOf(fileNow);
        return !before.entrySet().stream().allMatch(entry -> entry.getValue().equals(now.get(entry.getKey())))
                || now.entrySet().stream()
                        .anyMatch(entry -> Exports.isRequired(entry.getValue()) && !before.containsKey(entry.getKey()));
    }

    /** By package, the names that are declared and were not. */
    Map<String, Set<String>> added() {
        return added;
    }

    /** The simple names of messages whose extensions changed: another extension of theirs may have the same number. */
    Set<String> extendees() {
        return extendees;
    }

    /** The import paths of the files that pass on other files' declarations as they did not before, or no longer. */
    Set<String> passedOn() {
        return passedOn;
    }

    /** The import paths of the files that are not there any more. */
    Set<String> gone() {
        Set<String> gone = new HashSet<>(previous.keySet());
        gone.removeAll(current.keySet());
        return gone;
    }

    /** The packages that a file has left: who is still in one of them decides whether that is gone. */
    Set<String> packagesLeft() {
        return left;
    }

    /** By import path, the packages that the file came into, and those that these are in. */
    Map<String, Set<String>> packagesEntered() {
        return entered;
    }

    /** The import paths of the files. */
    Set<String> paths() {
        Set<String> paths = new HashSet<>(previous.keySet());
        paths.addAll(current.keySet());
        return paths;
    }

    /** The import paths of the files that declare extensions, changed or not. */
    Set<String> extending() {
        return extending;
    }

    /**
     * Something that a file exported, or exports now.
     *
     * @param before what others could see of it, null when it was not there
     * @param now what they can see now, null when it is gone
     */
    private record Exported(
            String path,
            Export export,
            @Nullable String before,
            @Nullable String now) {
        boolean differs() {
            return !Objects.equals(before, now);
        }
    }
}
