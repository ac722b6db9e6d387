package dev.concordat.check.change;

import dev.concordat.schema.Import;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Finds files that pass on something by a public import to all that import them, and did not before, or do no longer (protobuf.dev, Language Guide:
 * importing definitions). Told where the import is or was, and not again where that file is itself passed on.
 *
 * @param previous the earlier contracts with all that they import
 * @param current the current ones with all that they import
 * @param before what the module had
 * @param after what it has
 */
record PublicImports(Schema previous, Schema current, Schema before, Schema after) {

    /** The files that pass on more than they did. */
    void findMore(Changes.Listener listener) {
        forEachChanged((known, file) -> onlyInFirst(file, current, known, previous)
                .forEach((path, what) -> listener.found(
                        "file %s imports %s publicly now, so that contracts of others may have %s through it"
                                .formatted(file.path(), path, what),
                        place(file, path))));
    }

    /** The files that pass on less than they did. */
    void findLess(Changes.Listener listener) {
        forEachChanged((known, file) -> onlyInFirst(known, previous, file, current)
                .forEach((path, what) -> listener.found(
                        "file %s imports %s publicly no more, so that contracts of others that have %s through it no longer compile"
                                .formatted(file.path(), path, what),
                        place(file, path))));
    }

    private void forEachChanged(BiConsumer<ProtoFile, ProtoFile> action) {
        for (ProtoFile file : after.files()) {
            before.file(file.path())
                    .filter(known -> known.text() != file.text())
                    .ifPresent(known -> action.accept(known, file));
        }
    }

    /** By public import that one version of a file has and the other lacks, the first that comes through it, and not through the other version. */
    private static Map<String, String> onlyInFirst(ProtoFile first, Schema world, ProtoFile other, Schema otherWorld) {
        Set<String> paths = publicImports(first);
        paths.removeAll(publicImports(other));
        Map<String, String> found = new LinkedHashMap<>();
        if (!paths.isEmpty()) {
            Set<String> seen = new HashSet<>();
            for (ProtoFile passedOn : publiclyReached(otherWorld, other.path())) {
                seen.addAll(exported(passedOn).keySet());
            }
            for (String path : paths) {
                passedOn(path, world, seen, otherWorld).ifPresent(what -> found.put(path, what));
            }
        }
        return found;
    }

    /** The first that comes through a file and in no other way; what no module of the other version declares is told as new, or by rules. */
    private static Optional<String> passedOn(String path, Schema world, Set<String> seen, Schema otherWorld) {
        for (ProtoFile passedOn : publiclyReached(world, path)) {
            Map<String, String> names = exported(passedOn);
            names.keySet().removeAll(seen);
            if (passedOn.module().isPresent()) {
                names.keySet().removeIf(name -> !isDeclared(name, otherWorld));
            }
            if (!names.isEmpty()) {
                return names.values().stream().findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean isDeclared(String name, Schema world) {
        return world.message(name).isPresent()
                || world.enumType(name).isPresent()
                || world.extensions().stream()
                        .anyMatch(extension -> extension.fullName().equals(name));
    }

    private static Location place(ProtoFile file, String path) {
        return file.imports().stream()
                .filter(imported -> imported.path().equals(path))
                .map(Import::location)
                .findFirst()
                .orElse(file.location());
    }

    private static Set<String> publicImports(ProtoFile file) {
        Set<String> paths = new TreeSet<>();
        for (Import imported : file.imports()) {
            if (imported.kind() == Import.Kind.PUBLIC) {
                paths.add(imported.path());
            }
        }
        return paths;
    }

    /** The files whose declarations a file that imports this one may use. */
    private static List<ProtoFile> publiclyReached(Schema schema, String path) {
        List<ProtoFile> files = new ArrayList<>();
        Set<String> opened = new HashSet<>(Set.of(path));
        Deque<String> open = new ArrayDeque<>(opened);
        while (!open.isEmpty()) {
            Optional<ProtoFile> file = schema.file(open.pop());
            file.ifPresent(files::add);
            file.map(PublicImports::publicImports).orElse(Set.of()).stream()
                    .filter(opened::add)
                    .forEach(open::add);
        }
        return files;
    }

    /** What a file declares for others, as it is called in a plan, by full name. */
    private static Map<String, String> exported(ProtoFile file) {
        Schema own = new Schema(List.of(file));
        Map<String, String> names = new LinkedHashMap<>();
        own.messages().stream()
                .filter(message -> !message.mapEntry())
                .map(Message::fullName)
                .forEach(name -> names.put(name, "message " + name));
        own.enums().forEach(enumType -> names.put(enumType.fullName(), "enum " + enumType.fullName()));
        own.extensions().forEach(extension -> names.put(extension.fullName(), "extension " + extension.fullName()));
        names.keySet().removeAll(LocalTypes.local(file));
        return names;
    }
}
