package dev.concordat.release;

import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what is declared around places in contracts; of a file that is asked about everything is listed once. */
final class Surroundings {
    private final Schema schema;
    /** By path, once somebody asks: most modules break nothing. */
    private @Nullable Map<String, ProtoFile> files;

    private final Map<String, NavigableMap<Integer, Around>> known = new HashMap<>();

    Surroundings(Schema schema) {
        this.schema = schema;
    }

    private @Nullable ProtoFile file(String path) {
        Map<String, ProtoFile> all = files;
        if (all == null) {
            all = new HashMap<>();
            for (ProtoFile file : schema.files()) {
                all.put(file.text().path(), file);
            }
            files = all;
        }
        return all.get(path);
    }

    /**
     * A message, an enum or a service, and what that stands in.
     *
     * @param type the full name; null of a service
     */
    private record Around(
            @Nullable String type,
            Location location,
            @Nullable Around around) {
        /** Whether a place that does not begin before it ends in it. */
        boolean holds(Location inner) {
            return inner.end() <= location.end();
        }
    }

    /** The file that a place is in, if the version has it. */
    Optional<ProtoFile> file(Location place) {
        return Optional.ofNullable(file(place.path()));
    }

    /** The full name of the innermost type around a place. */
    Optional<String> type(Location place) {
        return around(place).map(Around::type);
    }

    /** Whether a place is in a type or a service, and not just in a file. */
    boolean isInDeclaration(Location place) {
        return around(place).isPresent();
    }

    /** The full names of all types of a file. */
    Set<String> typesOf(String path) {
        Set<String> types = new TreeSet<>();
        for (Around declared : declarations(path).values()) {
            if (declared.type() != null) {
                types.add(declared.type());
            }
        }
        return types;
    }

    /** What begins last before a place is around it, or stands in what is. */
    private Optional<Around> around(Location place) {
        Map.Entry<Integer, Around> before = declarations(place.path()).floorEntry(place.start());
        Around found = before == null ? null : before.getValue();
        while (found != null && !found.holds(place)) {
            found = found.around();
        }
        return Optional.ofNullable(found);
    }

    private NavigableMap<Integer, Around> declarations(String path) {
        return known.computeIfAbsent(path, asked -> {
            NavigableMap<Integer, Around> declared = new TreeMap<>();
            Optional.ofNullable(file(asked)).ifPresent(file -> {
                add(file.messages(), file.enums(), null, declared);
                file.services().forEach(service -> add(null, service, null, declared));
            });
            return declared;
        });
    }

    private static void add(
            List<Message> messages, List<EnumType> enums, @Nullable Around around, Map<Integer, Around> declared) {
        for (Message message : messages) {
            Around inner = add(message.fullName(), message, around, declared);
            add(message.messages(), message.enums(), inner, declared);
        }
        enums.forEach(enumType -> add(enumType.fullName(), enumType, around, declared));
    }

    private static Around add(
            @Nullable String type, Element element, @Nullable Around around, Map<Integer, Around> declared) {
        Around added = new Around(type, element.location(), around);
        declared.put(element.location().start(), added);
        return added;
    }
}
