package dev.concordat.check.witness;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.concordat.check.Witness;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Field;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Message;
import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds data that two versions of contracts read differently. Descriptors are linked when the first is looked for, and kept. */
public final class Witnesses {
    private static final int MOST_CARRIERS = 4;

    private final Schema previous;
    private final Schema current;
    private final Descriptors descriptorsBefore;
    private final Descriptors descriptorsAfter;
    /** The fields of enums, by full name of the enum, once somebody asks. */
    private @Nullable Map<String, List<Field>> carriers;

    /** Witnesses of what lies between two versions. */
    public Witnesses(Schema previous, Schema current) {
        this.previous = previous;
        this.current = current;
        this.descriptorsBefore = new Descriptors(previous);
        this.descriptorsAfter = new Descriptors(current);
    }

    /** Makes protobuf's own runtime ready, for which the first witness would wait a few milliseconds. */
    public static void prepare() {
        // Its classes need each other to begin. Whoever wants a descriptor asks for this one first: of two threads that
        // began at different ends, each would wait for the other.
        DescriptorProtos.getDescriptor();
    }

    /** Bytes of which a field, or an extension, of a message has another value; of a map's entry, bytes of the map. */
    public Optional<Witness> ofValue(String message, int number) {
        if (!belongsToOne(message, number)) {
            return Optional.empty();
        }
        Optional<Field> map = mapOf(message);
        String holder = map.map(Field::parent).orElse(message);
        return search(holder, holder)
                .flatMap(found -> map.isPresent() ? found.ofEntry(map.get().number(), number) : found.ofValue(number));
    }

    /** The same of a message that is a message set in one version, whose extension is an item there. */
    public Optional<Witness> ofItem(String message, int number) {
        return belongsToOne(message, number)
                ? search(message, message).flatMap(found -> new ItemSearch(found).ofItem(number))
                : Optional.empty();
    }

    /** The same for an extension that is known by its full name. */
    public Optional<Witness> ofExtension(String fullName) {
        return previous.extensions().stream()
                .filter(extension -> extension.fullName().equals(fullName))
                .findFirst()
                .flatMap(extension -> ofValue(extension.extendee().orElseThrow(), extension.number()));
    }

    /** Whether a number of a message is known to mean one thing in each version. Of several extensions that have it, only who reads knows which it is. */
    private boolean belongsToOne(String message, int number) {
        return Stream.of(previous, current)
                .allMatch(schema -> schema.extensions().stream()
                                .filter(extension -> extension.number() == number
                                        && extension.extendee().equals(Optional.of(message)))
                                .count()
                        <= 1);
    }

    /** The field that protobuf made an entry for. */
    private Optional<Field> mapOf(String entry) {
        int dot = entry.lastIndexOf('.');
        return previous.message(entry)
                .filter(Message::mapEntry)
                .flatMap(unused -> previous.message(entry.substring(0, Math.max(0, dot))))
                .flatMap(holder -> holder.fields().stream()
                        .filter(field -> field.type().value().typeName().equals(entry))
                        .findFirst());
    }

    /** Bytes of which a field of another name has the value, or the value another name. */
    public Optional<Witness> ofName(String owner, int number) {
        return previous.enumType(owner).isPresent()
                ? ofCarrier(owner, carrier -> carrier.ofName(number))
                : search(owner, owner)
                        .filter(found -> belongsToOne(owner, number))
                        .flatMap(found -> found.ofName(number));
    }

    /** Bytes without a field that has another default. */
    public Optional<Witness> ofDefault(String message, int number) {
        return search(message, message)
                .filter(found -> belongsToOne(message, number))
                .flatMap(found -> found.ofDefault(number));
    }

    /** Bytes that are refused by the version that requires more. */
    public Optional<Witness> ofRequired(String message, int number) {
        return search(message, message).flatMap(found -> found.ofRequired(number));
    }

    /** Bytes that are refused by the version that requires a field, or of which only one version has a list or a map. */
    public Optional<Witness> ofCardinality(String message, int number) {
        return search(message, message)
                .filter(found -> belongsToOne(message, number))
                .flatMap(found -> found.ofRequired(number).or(() -> new ListSearch(found).of(number)));
    }

    /** Bytes with a zero that is no longer told from a field that is not set, or of which a map has other entries than a list. */
    public Optional<Witness> ofLostCardinality(String message, int number) {
        return search(message, message)
                .flatMap(
                        found -> found.losesPresence(number) ? found.ofZero(number) : new ListSearch(found).of(number));
    }

    /** Bytes with a field and another one that a oneof forbids to have both. */
    public Optional<Witness> ofOneof(String message, int number) {
        return search(message, message).flatMap(found -> found.ofOneof(number));
    }

    /** Bytes with a number that an enum has no name for. */
    public Optional<Witness> ofUnnamedNumber(String enumName) {
        return ofCarrier(enumName, EnumSearch::ofUnnamedNumber);
    }

    /** Bytes that differ where one message stands for another. */
    public Optional<Witness> ofMessages(String before, String after) {
        return search(before, after).flatMap(WireSearch::ofMessage);
    }

    /** A JSON text that names a field as only one of the versions does. */
    public Optional<Witness> ofJsonName(String message, int number) {
        return json(message).flatMap(found -> found.ofFieldName(number));
    }

    /** A JSON text with a value that only one of the versions takes: of an enum, or of a message with fields of other names; of a map's entry, one with the map. */
    public Optional<Witness> ofJsonValue(String message, int number) {
        Optional<Field> map = mapOf(message);
        if (map.isEmpty()) {
            return json(message).flatMap(found -> found.ofValue(number));
        }
        // Keys are texts in JSON, whatever their type is.
        return number == Samples.KEY
                ? Optional.empty()
                : json(map.get().parent())
                        .flatMap(found -> found.ofValue(map.get().number()));
    }

    /** A JSON text with the name of an enum value that only one of the versions has. */
    public Optional<Witness> ofJsonValueName(String enumName, int number) {
        for (Field carrier : carriers(enumName)) {
            Optional<Witness> found =
                    json(carrier.parent()).flatMap(search -> search.ofValueName(carrier.number(), number));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<WireSearch> search(String before, String after) {
        Optional<Descriptor> messageBefore = descriptorsBefore.message(before);
        Optional<Descriptor> messageAfter = descriptorsAfter.message(after);
        return messageBefore.isEmpty() || messageAfter.isEmpty()
                ? Optional.empty()
                : Optional.of(new WireSearch(
                        new Side(descriptorsBefore, messageBefore.get()),
                        new Side(descriptorsAfter, messageAfter.get())));
    }

    private Optional<JsonSearch> json(String message) {
        return search(message, message).map(found -> new JsonSearch(found.previous(), found.current()));
    }

    /** An enum's numbers stand in messages only where a field has it. */
    private Optional<Witness> ofCarrier(String enumName, Function<EnumSearch, Optional<Witness>> look) {
        for (Field carrier : carriers(enumName)) {
            Optional<Witness> found = search(carrier.parent(), carrier.parent())
                    .flatMap(search -> enumSearch(search, carrier.number()))
                    .flatMap(look);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<EnumSearch> enumSearch(WireSearch search, int number) {
        Optional<FieldDescriptor> before = search.previous().field(number);
        Optional<FieldDescriptor> after = search.current().field(number);
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(new EnumSearch(search, before.get(), after.get()));
    }

    /** The fields, and the maps by their values, that had an enum and have it still. */
    private List<Field> carriers(String enumName) {
        Map<String, List<Field>> known = carriers;
        if (known == null) {
            known = new HashMap<>();
            for (Message message : previous.messages()) {
                for (Field field : message.fields()) {
                    Field value = value(field, previous);
                    if (value.type().value().kind() == Kind.ENUM && !message.mapEntry()) {
                        known.computeIfAbsent(value.type().value().typeName(), unused -> new ArrayList<>())
                                .add(field);
                    }
                }
            }
            carriers = known;
        }
        return known.getOrDefault(enumName, List.of()).stream()
                .filter(field -> hasType(enumName, field))
                .limit(MOST_CARRIERS)
                .toList();
    }

    private boolean hasType(String enumName, Field field) {
        return current.message(field.parent())
                .flatMap(message -> message.field(field.number()))
                .filter(match -> isMap(match) == isMap(field)
                        && value(match, current).type().value().typeName().equals(enumName))
                .isPresent();
    }

    private static boolean isMap(Field field) {
        return field.cardinality().value() == Cardinality.MAP;
    }

    /** What of a field may be of an enum: itself, or the values of a map. */
    private static Field value(Field field, Schema schema) {
        return isMap(field)
                ? schema.message(field.type().value().typeName())
                        .flatMap(entry -> entry.field(Samples.VALUE))
                        .orElse(field)
                : field;
    }
}
