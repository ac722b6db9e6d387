package dev.concordat.check;

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

/**
 * Finds files that no longer pass on what a public import gave to all that import them (protobuf.dev, Language Guide: importing definitions). Told where
 * the import was, and not again where that file is itself passed on.
 *
 * @param previous the earlier contracts with all that they import
 * @param current the current ones with all that they import
 * @param before what the module had
 * @param after what it has
 */
record PublicImports(Schema previous, Schema current, Schema before, Schema after, Changes.Listener listener) {

    void find() {
        for (ProtoFile file : after.files()) {
            Optional<ProtoFile> known = before.file(file.path());
            if (known.isPresent() && known.get().text() != file.text()) {
                compare(known.get(), file);
            }
        }
    }

    private void compare(ProtoFile known, ProtoFile file) {
        Set<String> dropped = publicImports(known);
        dropped.removeAll(publicImports(file));
        if (dropped.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (ProtoFile passedOn : publiclyReached(current, file.path())) {
            seen.addAll(exported(passedOn).keySet());
        }
        for (String path : dropped) {
            lost(path, seen).ifPresent(what -> tell(file, path, what));
        }
    }

    /** The first that came through a public import and does not come in another way; what no module of the workspace declares any more is told by rules. */
    private Optional<String> lost(String path, Set<String> seen) {
        for (ProtoFile passedOn : publiclyReached(previous, path)) {
            Map<String, String> names = exported(passedOn);
            names.keySet().removeAll(seen);
            if (passedOn.module().isPresent()) {
                names.keySet().removeIf(name -> !isDeclared(name));
            }
            if (!names.isEmpty()) {
                return names.values().stream().findFirst();
            }
        }
        return Optional.empty();
    }

    private boolean isDeclared(String name) {
        return current.message(name).isPresent()
                || current.enumType(name).isPresent()
                || current.extensions().stream()
                        .anyMatch(extension -> extension.fullName().equals(name));
    }

    private void tell(ProtoFile file, String path, String what) {
        Location place = file.imports().stream()
                .filter(imported -> imported.path().equals(path))
                .map(Import::location)
                .findFirst()
                .orElse(file.location());
        listener.found(
                "file %s imports %s publicly no more, so that contracts of others that have %s through it no longer compile"
                        .formatted(file.path(), path, what),
                place);
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
