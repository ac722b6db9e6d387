package dev.concordat.check.change;

import dev.concordat.check.change.Exports.Export;
import dev.concordat.check.change.Exports.Kind;
import dev.concordat.schema.parse.FileNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What other files can see of a change: the names that came, went or mean something else. A file that has none of them among its words sees nothing. */
final class ExportChanges {
    /** The messages of {@code google/protobuf/descriptor.proto} that custom options extend. */
    static final Set<String> OPTIONS = Set.of(
            "FileOptions",
            "MessageOptions",
            "FieldOptions",
            "OneofOptions",
            "EnumOptions",
            "EnumValueOptions",
            "ServiceOptions",
            "MethodOptions",
            "ExtensionRangeOptions");

    private final Map<String, FileNode> previous;
    private final Map<String, FileNode> current;
    /** By file, the names that others may refer to. */
    private final Map<String, Set<String>> references = new HashMap<>();
    /** By file, the names of fields, which the values of options may refer to. */
    private final Map<String, Set<String>> fields = new HashMap<>();
    /** By package, the names that came into it: another file may declare them too. What is inside of a message is in the way of that alone. */
    private final Map<String, Set<String>> added = new HashMap<>();

    private final Set<String> extendees = new HashSet<>();
    private final Set<String> passedOn = new HashSet<>();
    private final Set<String> optionFiles = new HashSet<>();

    /** The changes of these files, by import path, in two versions; a file may be missing in one of them. */
    ExportChanges(Map<String, FileNode> previous, Map<String, FileNode> current) {
        this.previous = previous;
        this.current = current;
        paths().parallelStream().flatMap(this::exports).toList().forEach(this::compare);
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
        if (mayDeclareOptions(extended)) {
            optionFiles.add(exported.path());
        }
        if (exported.differs()) {
            add(exported.path(), export, exported.before() == null);
            extendees.addAll(extended);
        }
        FileNode file = current.get(exported.path());
        if (exported.before() == null && file != null && export.isDirectlyIn(file.packageName())) {
            put(added, file.packageName(), export.name());
        }
    }

    private void add(String path, Export export, boolean isNew) {
        switch (export.kind()) {
            case IMPORT -> passedOn.add(path);
            case TYPE, EXTENSION -> put(references, path, export.name());
            case VALUE -> {
                // Values are referred to by their enum, which changed too.
            }
            case FIELD -> {
                // A new field can be in nobody's way.
                if (!isNew) {
                    put(fields, path, export.name());
                }
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
                && fields.isEmpty()
                && added.isEmpty()
                && extendees.isEmpty()
                && passedOn.isEmpty()
                && gone().isEmpty()
                && packages(previous).equals(packages(current));
    }

    /** By import path, the names that files which see the file may refer to. */
    Map<String, Set<String>> references() {
        return references;
    }

    /** By import path, the names of fields that files which reach the file may give values to. */
    Map<String, Set<String>> fields() {
        return fields;
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

    /** The packages that none of the files has any more. */
    Set<String> packagesGone() {
        Set<String> gone = packages(previous);
        gone.removeAll(packages(current));
        return gone;
    }

    /** The packages that none of the files had. */
    Set<String> packagesNew() {
        Set<String> news = packages(current);
        news.removeAll(packages(previous));
        return news;
    }

    /** The packages that the files had before. */
    Set<String> packagesBefore() {
        return packages(previous);
    }

    /** The import paths of the files. */
    Set<String> paths() {
        Set<String> paths = new HashSet<>(previous.keySet());
        paths.addAll(current.keySet());
        return paths;
    }

    private static Set<String> packages(Map<String, FileNode> files) {
        Set<String> packages = new HashSet<>();
        files.values().forEach(file -> packages.add(file.packageName()));
        return packages;
    }

    /** Whether an extension of one of these messages declares an option. */
    private static boolean mayDeclareOptions(Set<String> words) {
        return words.stream().anyMatch(OPTIONS::contains);
    }

    /** The import paths of the files that declare options, changed or not. */
    Set<String> optionFiles() {
        return optionFiles;
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
