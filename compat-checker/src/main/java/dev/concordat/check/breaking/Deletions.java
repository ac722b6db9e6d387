package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Declared.Kind;
import dev.concordat.check.breaking.Scope.Extension;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declarations that left their file, and those that left their package. */
final class Deletions {
    private final Scope current;
    private final Map<Kind, List<Declared>> fromFiles = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Declared>> fromPackages = new EnumMap<>(Kind.class);
    private final List<Pair<Declared>> moved = new ArrayList<>();

    Deletions(Scope current) {
        this.current = current;
        for (Kind kind : Kind.values()) {
            fromFiles.put(kind, new ArrayList<>());
            fromPackages.put(kind, new ArrayList<>());
        }
    }

    /** The previous declarations that their file, which is still there, does not hold any more under the same name. */
    List<Declared> fromFiles(Kind kind) {
        return List.copyOf(fromFiles.getOrDefault(kind, List.of()));
    }

    /** The previous declarations whose full name nothing of their kind has any more. */
    List<Declared> fromPackages(Kind kind) {
        return List.copyOf(fromPackages.getOrDefault(kind, List.of()));
    }

    /** The declarations at the top of a file that another file of their package holds now; what is inside of them went along. */
    List<Pair<Declared>> moved() {
        return List.copyOf(moved);
    }

    /**
     * Notes a previous declaration that the current contracts lack, or hold in another file.
     *
     * @param elsewhere the declaration in that file
     */
    void add(Declared previous, @Nullable Declared elsewhere) {
        if (elsewhere == null) {
            fromPackages.getOrDefault(previous.kind(), List.of()).add(previous);
        } else if (previous.isAtTheTop() && elsewhere.isAtTheTop()) {
            moved.add(new Pair<>(previous, elsewhere));
        }
        ProtoFile file = current.files().get(previous.file());
        if (file != null && !holds(file, previous)) {
            fromFiles.getOrDefault(previous.kind(), List.of()).add(previous);
        }
    }

    /** Notes what is noted there, behind what is noted here. */
    void add(Deletions others) {
        others.fromFiles.forEach(
                (kind, declared) -> fromFiles.getOrDefault(kind, List.of()).addAll(declared));
        others.fromPackages.forEach(
                (kind, declared) -> fromPackages.getOrDefault(kind, List.of()).addAll(declared));
        moved.addAll(others.moved);
    }

    /** Whether the file still holds the declaration; its package may be another one now. */
    private boolean holds(ProtoFile file, Declared previous) {
        String packageName = file.packageName().value();
        String fullName = packageName.isEmpty() ? previous.nestedName() : packageName + "." + previous.nestedName();
        return file.path().equals(fileOf(previous.kind(), fullName));
    }

    /** The import path of the file that declares a name now, null when none does. */
    @Nullable
    String fileOf(Kind kind, String fullName) {
        return switch (kind) {
            case MESSAGE -> {
                Message found = current.message(fullName);
                yield found == null ? null : found.file();
            }
            case ENUM -> {
                var found = current.enumType(fullName);
                yield found == null ? null : found.file();
            }
            case EXTENSION -> {
                Extension found = current.extensions().get(fullName);
                yield found == null ? null : found.file().path();
            }
            case SERVICE -> {
                var found = current.service(fullName);
                yield found == null ? null : found.file();
            }
        };
    }

    /**
     * Where to tell that a nested name is gone from a file: the deepest message around it that the file still holds, else the file itself.
     *
     * @param file the file in its current version
     */
    Location placeIn(ProtoFile file, Declared deleted) {
        Message around = around(deleted, file.packageName().value(), file);
        return around == null ? file.location() : around.location();
    }

    /** The same for a message that is gone from a package: the message around it may stand in another file. */
    Location placeInPackage(ProtoFile file, Declared deleted) {
        Message around = around(deleted, deleted.packageName(), null);
        return around == null ? file.location() : around.location();
    }

    private @Nullable Message around(Declared deleted, String packageName, @Nullable ProtoFile file) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        String name = deleted.nestedName();
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            Message around = current.message(prefix + name.substring(0, dot));
            if (around != null && (file == null || around.file().equals(file.path()))) {
                return around;
            }
        }
        return null;
    }
}
