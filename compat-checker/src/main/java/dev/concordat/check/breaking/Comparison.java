package dev.concordat.check.breaking;

import dev.concordat.check.Quotation;
import dev.concordat.check.breaking.Subject.Replaced;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of contracts, their elements paired once: files by path, messages, enums and services by full name, fields by number, extensions by
 * extendee and number. Pairs that do not differ are left out, so that rules cost as much as there are changes.
 */
final class Comparison {
    private final Scope previous;
    private final Scope current;
    private final Pairing pairing;
    private final Function<String, Optional<String>> moduleElsewhere;
    /** Null until it is asked for: what is looked for twice at the same time is found twice. */
    private volatile @Nullable List<Pair<EnumType>> renamedEnums;

    private Comparison(Comparison whole, Pairing pairing) {
        previous = whole.previous;
        current = whole.current;
        moduleElsewhere = whole.moduleElsewhere;
        this.pairing = pairing;
    }

    /** Pairs the elements of two versions. */
    Comparison(Part before, Part now) {
        previous = new Scope(before.world(), before.files());
        current = new Scope(now.world(), now.files());
        moduleElsewhere = now.moduleElsewhere();
        pairing = new Pairing(previous, current);
    }

    /** The same contracts, of which these fields are compared and nothing else. */
    Comparison ofFields(List<Pair<Field>> fields) {
        return new Comparison(this, Pairing.ofFields(previous, current, fields));
    }

    Scope previous() {
        return previous;
    }

    Scope current() {
        return current;
    }

    Deletions deletions() {
        return pairing.deletions;
    }

    List<Pair<ProtoFile>> files() {
        return pairing.files;
    }

    List<Pair<Message>> messages() {
        return pairing.messages;
    }

    List<Pair<EnumType>> enums() {
        return pairing.enums;
    }

    List<Pair<Service>> services() {
        return pairing.services;
    }

    /** Fields of messages, and extensions. */
    List<Pair<Field>> fields() {
        return pairing.fields;
    }

    /** The packages that are gone, with the files that were in them. */
    Map<String, List<ProtoFile>> packagesGone() {
        Map<String, List<ProtoFile>> gone = new LinkedHashMap<>();
        for (ProtoFile file : previous.files().values()) {
            String name = file.packageName().value();
            if (!current.hasPackage(name)) {
                gone.computeIfAbsent(name, unused -> new ArrayList<>()).add(file);
            }
        }
        return gone;
    }

    /** The module that a file is in now; empty when that is in none, or still among those that are compared. */
    Optional<String> otherModule(ProtoFile previous) {
        return current.files().containsKey(previous.path()) ? Optional.empty() : moduleElsewhere.apply(previous.path());
    }

    /** Where files are now, such as {@code module "shop"}; empty when one of them is not in a module that is not compared. */
    Optional<String> otherModules(List<ProtoFile> previous) {
        Set<String> modules = new TreeSet<>();
        for (ProtoFile file : previous) {
            Optional<String> module = otherModule(file);
            if (module.isEmpty()) {
                return Optional.empty();
            }
            modules.add("\"" + Quotation.inside(module.get()) + "\"");
        }
        return Optional.of((modules.size() == 1 ? "module " : "modules ") + String.join(", ", modules));
    }

    /** The files that declare now what one that is gone did. */
    Set<String> whereContentsWent(ProtoFile gone) {
        Set<String> files = new HashSet<>();
        gone.messages().forEach(message -> files.add(fileOf(current.message(message.fullName()))));
        gone.enums().forEach(enumType -> files.add(fileOf(current.enumType(enumType.fullName()))));
        gone.services().forEach(service -> files.add(fileOf(current.service(service.fullName()))));
        files.remove("");
        return files;
    }

    /** What a file that is gone declared and no other does: kinds with names, what is inside of it left out. */
    List<String> takenAlong(ProtoFile gone) {
        List<String> taken = new ArrayList<>();
        gone.services().stream()
                .filter(service -> current.service(service.fullName()) == null)
                .forEach(service ->
                        taken.add("service \"%s\"".formatted(service.name().value())));
        gone.messages().forEach(message -> takeAlong(message, taken));
        gone.enums().forEach(enumType -> takeAlong(enumType, taken));
        gone.extensions().forEach(extension -> takeAlong(extension, "", taken));
        return taken;
    }

    private void takeAlong(Message message, List<String> taken) {
        if (current.message(message.fullName()) == null) {
            // A map's entry is told with its field.
            if (!message.mapEntry()) {
                taken.add("message \"%s\"".formatted(message.nestedName()));
            }
            return;
        }
        message.messages().forEach(nested -> takeAlong(nested, taken));
        message.enums().forEach(nested -> takeAlong(nested, taken));
        message.extensions().forEach(nested -> takeAlong(nested, message.nestedName() + ".", taken));
    }

    private void takeAlong(EnumType enumType, List<String> taken) {
        if (current.enumType(enumType.fullName()) == null) {
            taken.add("enum \"%s\"".formatted(enumType.nestedName()));
        }
    }

    private void takeAlong(Field extension, String scope, List<String> taken) {
        if (!current.extensions().containsKey(extension.fullName())) {
            taken.add("extension \"%s%s\"".formatted(scope, extension.name().value()));
        }
    }

    private static String fileOf(@Nullable Message message) {
        return message == null ? "" : message.file();
    }

    private static String fileOf(@Nullable EnumType enumType) {
        return enumType == null ? "" : enumType.file();
    }

    private static String fileOf(@Nullable Service service) {
        return service == null ? "" : service.file();
    }

    /** Whether the message that a previous declaration stood in is gone too. */
    boolean isGoneAround(Declared declared) {
        String name = declared.fullName();
        String around = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return previous.message(around) != null && current.message(around) == null;
    }

    /** The messages that nothing had the name of before, map entries left out. */
    List<Message> addedMessages() {
        List<Message> added = new ArrayList<>();
        for (ProtoFile file : pairing.changed) {
            file.messages().forEach(message -> add(message, added));
        }
        return added;
    }

    private void add(Message message, List<Message> added) {
        if (!message.mapEntry() && previous.message(message.fullName()) == null) {
            added.add(message);
        }
        message.messages().forEach(nested -> add(nested, added));
    }

    /** The enums that nothing had the name of before. */
    List<EnumType> addedEnums() {
        List<EnumType> added = new ArrayList<>();
        for (ProtoFile file : pairing.changed) {
            file.enums().forEach(enumType -> add(enumType, added));
            file.messages().forEach(message -> addEnums(message, added));
        }
        return added;
    }

    private void addEnums(Message message, List<EnumType> added) {
        message.enums().forEach(enumType -> add(enumType, added));
        message.messages().forEach(nested -> addEnums(nested, added));
    }

    private void add(EnumType enumType, List<EnumType> added) {
        if (previous.enumType(enumType.fullName()) == null) {
            added.add(enumType);
        }
    }

    /** The enums that are gone, with what they are called now. */
    List<Pair<EnumType>> renamedEnums() {
        List<Pair<EnumType>> found = renamedEnums;
        if (found == null) {
            found = RenamedEnums.pairs(this);
            renamedEnums = found;
        }
        return found;
    }

    /** The types that fields and rpcs refer to in place of others. */
    Set<Replaced> replacedTypes() {
        Set<Replaced> replaced = new HashSet<>();
        for (Pair<Field> pair : fields()) {
            replaced.add(new Replaced(
                    pair.previous().type().value().typeName(),
                    pair.current().type().value().typeName()));
        }
        for (Pair<Service> service : services()) {
            for (Rpc before : service.previous().rpcs()) {
                service.current().rpc(before.name().value()).ifPresent(after -> {
                    replaced.add(new Replaced(
                            before.requestType().value(), after.requestType().value()));
                    replaced.add(new Replaced(
                            before.responseType().value(), after.responseType().value()));
                });
            }
        }
        return replaced;
    }

    /** A current file that is known to be there. */
    ProtoFile currentFile(String path) {
        return file(current, path);
    }

    /** A previous file that is known to have been there. */
    ProtoFile previousFile(String path) {
        return file(previous, path);
    }

    private static ProtoFile file(Scope scope, String path) {
        return Objects.requireNonNull(scope.files().get(path), () -> "File " + path + " is not there.");
    }

    /** Whether protobuf made the field for a map, before and now. */
    boolean isOfMapEntry(Field before, Field after) {
        return isMapEntry(previous.world(), before.parent()) && isMapEntry(current.world(), after.parent());
    }

    private static boolean isMapEntry(Schema world, String fullName) {
        return world.message(fullName).filter(Message::mapEntry).isPresent();
    }

    /** The file that a location lies in. */
    ProtoFile fileOf(Location location) {
        ProtoFile file = current.fileOf(location.text());
        if (file == null) {
            file = previous.fileOf(location.text());
        }
        if (file == null) {
            throw new IllegalStateException("Location in " + location.path() + ", which is not compared.");
        }
        return file;
    }
}
