package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two versions of contracts, their elements paired once: files by path, messages, enums and services by full name, fields by number, rpcs by name,
 * extensions by extendee and number.
 */
final class Comparison {
    private final Schema previousWorld;
    private final Schema currentWorld;
    private final Schema previous;
    private final Schema current;
    private final IdentityHashMap<SourceText, ProtoFile> filesByText = new IdentityHashMap<>();
    private final List<Pair<ProtoFile>> files;
    private final List<Pair<Message>> messages;
    private final List<Pair<EnumType>> enums;
    private final List<Pair<Service>> services;
    private final List<Pair<Field>> fields;

    /**
     * Pairs the elements of one module, or of all.
     *
     * @param previousWorld the previous contracts with all that they import
     * @param currentWorld the current contracts with all that they import
     * @param module the module to compare, empty for all modules
     */
    Comparison(Schema previousWorld, Schema currentWorld, Optional<String> module) {
        this.previousWorld = previousWorld;
        this.currentWorld = currentWorld;
        this.previous = module.map(previousWorld::ofModule).orElseGet(previousWorld::ofModules);
        this.current = module.map(currentWorld::ofModule).orElseGet(currentWorld::ofModules);
        previous.files().forEach(file -> filesByText.put(file.text(), file));
        current.files().forEach(file -> filesByText.put(file.text(), file));
        files = pairs(previous.files(), file -> current.file(file.path()));
        messages = pairs(previous.messages(), message -> current.message(message.fullName()));
        enums = pairs(previous.enums(), enumType -> current.enumType(enumType.fullName()));
        services = pairs(previous.services(), service -> current.service(service.fullName()));
        fields = pairFields();
    }

    Schema previous() {
        return previous;
    }

    Schema current() {
        return current;
    }

    /** An enum of the previous contracts or of what they import. */
    Optional<EnumType> previousEnum(String fullName) {
        return previousWorld.enumType(fullName);
    }

    /** An enum of the current contracts or of what they import. */
    Optional<EnumType> currentEnum(String fullName) {
        return currentWorld.enumType(fullName);
    }

    List<Pair<ProtoFile>> files() {
        return files;
    }

    List<Pair<Message>> messages() {
        return messages;
    }

    List<Pair<EnumType>> enums() {
        return enums;
    }

    List<Pair<Service>> services() {
        return services;
    }

    /** Fields of messages, and extensions. */
    List<Pair<Field>> fields() {
        return fields;
    }

    List<Pair<Rpc>> rpcs(Pair<Service> service) {
        return pairs(
                service.previous().rpcs(),
                rpc -> service.current().rpc(rpc.name().value()));
    }

    /** The file that a location lies in. */
    ProtoFile fileOf(Location location) {
        ProtoFile file = filesByText.get(location.text());
        if (file == null) {
            throw new IllegalStateException("Location in " + location.path() + ", which is not compared.");
        }
        return file;
    }

    /**
     * Where to tell that a nested name is gone from a file: the deepest message around it that is still there, else the file itself.
     *
     * @param file the file in its current version
     * @param nestedName the name inside the package
     */
    Location deletedFrom(ProtoFile file, String nestedName) {
        String packagePrefix =
                file.packageName().value().isEmpty() ? "" : file.packageName().value() + ".";
        for (int dot = nestedName.lastIndexOf('.'); dot > 0; dot = nestedName.lastIndexOf('.', dot - 1)) {
            Optional<Message> outer = current.message(packagePrefix + nestedName.substring(0, dot))
                    .filter(message -> message.file().equals(file.path()));
            if (outer.isPresent()) {
                return outer.get().location();
            }
        }
        return file.location();
    }

    private List<Pair<Field>> pairFields() {
        List<Pair<Field>> paired = new ArrayList<>();
        messages.forEach(pair -> paired.addAll(
                pairs(pair.previous().fields(), field -> pair.current().field(field.number()))));
        Map<String, Field> extensions = current.extensions().stream()
                .collect(Collectors.toMap(Comparison::extensionKey, Function.identity(), (a, b) -> a));
        paired.addAll(pairs(previous.extensions(), field -> Optional.ofNullable(extensions.get(extensionKey(field)))));
        return List.copyOf(paired);
    }

    private static String extensionKey(Field extension) {
        return extension.extendee().orElseThrow() + " " + extension.number();
    }

    private static <T> List<Pair<T>> pairs(Collection<T> previous, Function<T, Optional<T>> find) {
        List<Pair<T>> pairs = new ArrayList<>();
        previous.forEach(element -> find.apply(element).ifPresent(match -> pairs.add(new Pair<>(element, match))));
        return List.copyOf(pairs);
    }
}
