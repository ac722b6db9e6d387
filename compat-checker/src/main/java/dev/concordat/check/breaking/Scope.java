package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.FieldType;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import dev.concordat.schema.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version of the contracts that are compared: some files, seen in the world of what they import. */
final class Scope {
    private final Schema world;
    private final Map<String, ProtoFile> files = new LinkedHashMap<>();
    private final Map<String, Extension> extensionsByName = new LinkedHashMap<>();
    private final Map<Subject, Extension> extensionsByNumber = new HashMap<>();
    private final Set<String> packages = new HashSet<>();
    private final IdentityHashMap<SourceText, ProtoFile> filesByText = new IdentityHashMap<>();

    /**
     * Some files.
     *
     * @param world the contracts with all that they import
     * @param paths the import paths of the files
     */
    Scope(Schema world, Set<String> paths) {
        this.world = world;
        for (ProtoFile file : world.files()) {
            if (paths.contains(file.path())) {
                files.put(file.path(), file);
                packages.add(file.packageName().value());
                filesByText.put(file.text(), file);
            }
        }
        for (Field extension : world.extensions()) {
            ProtoFile file = filesByText.get(extension.location().text());
            if (file != null) {
                add(extension, file);
            }
        }
    }

    /** The files by path. */
    Map<String, ProtoFile> files() {
        return files;
    }

    /** The extensions by full name. */
    Map<String, Extension> extensions() {
        return extensionsByName;
    }

    /** The file that a text is of, null when it is not compared. */
    @Nullable
    ProtoFile fileOf(SourceText text) {
        return filesByText.get(text);
    }

    boolean hasPackage(String name) {
        return packages.contains(name);
    }

    /** Everything that is declared, third parties' files included. */
    Schema world() {
        return world;
    }

    @Nullable
    Message message(String fullName) {
        Message found = world.message(fullName).orElse(null);
        return found != null && files.containsKey(found.file()) ? found : null;
    }

    /** What a name stands for, with its article; empty where no message, enum or service has it. */
    Optional<String> kindOf(String fullName) {
        return message(fullName) != null
                ? Optional.of("a message")
                : enumType(fullName) != null
                        ? Optional.of("an enum")
                        : service(fullName) != null ? Optional.of("a service") : Optional.empty();
    }

    /** The types of what the entries of a map consist of; none where there is no such entry. */
    List<FieldType> entryTypes(String entry) {
        Message found = message(entry);
        return found == null
                ? List.of()
                : found.fields().stream().map(field -> field.type().value()).toList();
    }

    @Nullable
    EnumType enumType(String fullName) {
        EnumType found = world.enumType(fullName).orElse(null);
        return found != null && files.containsKey(found.file()) ? found : null;
    }

    @Nullable
    Service service(String fullName) {
        Service found = world.service(fullName).orElse(null);
        return found != null && files.containsKey(found.file()) ? found : null;
    }

    /** The extension that has the number of one of another version; of several, that of its name, else the first by name. */
    @Nullable
    Extension inPlaceOf(Field extension) {
        Subject number = Subject.of(extension);
        Extension sameName = extensionsByName.get(extension.fullName());
        return sameName != null && Subject.of(sameName.field()).equals(number)
                ? sameName
                : extensionsByNumber.get(number);
    }

    private void add(Field field, ProtoFile file) {
        Extension extension = new Extension(field, file);
        extensionsByName.put(field.fullName(), extension);
        extensionsByNumber.merge(Subject.of(field), extension, Extension::firstByName);
    }

    /** An extension and the file that declares it. */
    record Extension(Field field, ProtoFile file) {
        private Extension firstByName(Extension other) {
            return other.field.fullName().compareTo(field.fullName()) < 0 ? other : this;
        }
    }
}
