package dev.concordat.check;

import dev.concordat.check.Change.Kind;
import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Message;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one module's contracts declare in one version and not in the other.
 *
 * @param changes the additions, then the deletions, each in source order
 * @param retired the numbers that were given up
 */
public record Changes(List<Change> changes, List<RetiredNumber> retired) {

    /** Copies the lists. */
    public Changes {
        changes = List.copyOf(changes);
        retired = List.copyOf(retired);
    }

    /** Compares what two versions of a module declare. */
    public static Changes between(Schema previous, Schema current, String module) {
        Schema before = previous.ofModule(module);
        Schema after = current.ofModule(module);
        Map<String, Element> declaredBefore = declared(before);
        Map<String, Element> declaredAfter = declared(after);
        List<Change> changes = new ArrayList<>();
        declaredAfter.forEach((what, element) -> {
            if (!declaredBefore.containsKey(what)) {
                changes.add(new Change(Kind.ADDED, what + " added", element.location()));
            }
        });
        declaredBefore.forEach((what, element) -> {
            if (!declaredAfter.containsKey(what)) {
                changes.add(new Change(Kind.DELETED, what + " deleted", element.location()));
            }
        });
        return new Changes(changes, retired(before, after));
    }

    /** Whether something was added. */
    public boolean hasAdditions() {
        return changes.stream().anyMatch(change -> change.kind() == Kind.ADDED);
    }

    private static Map<String, Element> declared(Schema schema) {
        Map<String, Element> declared = new LinkedHashMap<>();
        schema.files().forEach(file -> declared.put("file " + file.path(), file));
        schema.messages().stream().filter(message -> !message.mapEntry()).forEach(message -> add(message, declared));
        schema.enums().forEach(enumType -> {
            declared.put("enum " + enumType.fullName(), enumType);
            enumType.values()
                    .forEach(value -> declared.put(
                            "value %s = %d of %s".formatted(value.name().value(), value.number(), enumType.fullName()),
                            value));
        });
        schema.extensions()
                .forEach(field -> declared.put(
                        "extension %s = %d of %s"
                                .formatted(
                                        field.fullName(),
                                        field.number(),
                                        field.extendee().orElseThrow()),
                        field));
        schema.services().forEach(service -> add(service, declared));
        return declared;
    }

    private static void add(Message message, Map<String, Element> declared) {
        declared.put("message " + message.fullName(), message);
        message.fields()
                .forEach(field -> declared.put(
                        "field %s = %d of %s".formatted(field.name().value(), field.number(), message.fullName()),
                        field));
        message.oneofs()
                .forEach(oneof ->
                        declared.put("oneof %s of %s".formatted(oneof.name().value(), message.fullName()), oneof));
    }

    private static void add(Service service, Map<String, Element> declared) {
        declared.put("service " + service.fullName(), service);
        service.rpcs()
                .forEach(rpc -> declared.put("rpc %s of %s".formatted(rpc.name().value(), service.fullName()), rpc));
    }

    private static List<RetiredNumber> retired(Schema before, Schema after) {
        List<RetiredNumber> retired = new ArrayList<>();
        for (Message message : before.messages()) {
            Optional<Message> left = after.message(message.fullName());
            message.fields().stream()
                    .filter(field ->
                            left.flatMap(found -> found.field(field.number())).isEmpty())
                    .forEach(field -> retired.add(new RetiredNumber(
                            message.fullName(), field.number(), field.name().value())));
        }
        for (EnumType enumType : before.enums()) {
            Optional<EnumType> left = after.enumType(enumType.fullName());
            enumType.values().stream()
                    .filter(value ->
                            left.isEmpty() || left.get().values(value.number()).isEmpty())
                    .forEach(value -> retired.add(new RetiredNumber(
                            enumType.fullName(), value.number(), value.name().value())));
        }
        return retired;
    }
}
