package dev.concordat.check.reuse;

import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a number or a name stands for in a version of the contracts; what takes building is built for the types that are asked about. */
final class UseIndex {
    private final Schema schema;
    private final Map<String, Map<String, List<Element>>> namesByOwner = new HashMap<>();
    private @Nullable Map<Use, List<Element>> extensions;

    UseIndex(Schema schema) {
        this.schema = schema;
    }

    Schema schema() {
        return schema;
    }

    /** The declarations that use it, in source order: two when a field is called as another one is in JSON, several values that are aliases. */
    List<Element> find(Use use) {
        return switch (use.kind()) {
            case FIELD_NUMBER -> fields(use);
            case FIELD_NAME ->
                schema.message(use.owner())
                        .map(message -> names(message).getOrDefault(use.key(), List.of()))
                        .orElse(List.of());
            case EXTENSION_NAME -> extensions().getOrDefault(use, List.of());
            case ENUM_VALUE_NUMBER ->
                List.copyOf(schema.enumType(use.owner())
                        .map(enumType -> enumType.values(Integer.parseInt(use.key())))
                        .orElse(List.of()));
            case ENUM_VALUE_NAME ->
                schema.enumType(use.owner())
                        .map(enumType -> names(enumType).getOrDefault(use.key(), List.of()))
                        .orElse(List.of());
            case TYPE_NAME -> types(use.key());
            case RPC_NAME -> list(schema.service(use.owner()).flatMap(service -> service.rpc(use.key())));
        };
    }

    private List<Element> fields(Use use) {
        List<Element> found = new ArrayList<>();
        schema.message(use.owner())
                .flatMap(message -> message.field(Integer.parseInt(use.key())))
                .ifPresent(found::add);
        found.addAll(extensions().getOrDefault(use, List.of()));
        return found;
    }

    private List<Element> types(String fullName) {
        List<Element> found = new ArrayList<>();
        schema.message(fullName).ifPresent(found::add);
        schema.enumType(fullName).ifPresent(found::add);
        schema.service(fullName).ifPresent(found::add);
        return found;
    }

    private static List<Element> list(Optional<? extends Element> element) {
        return element.map(found -> List.<Element>of(found)).orElse(List.of());
    }

    private Map<String, List<Element>> names(Message message) {
        return namesByOwner.computeIfAbsent(message.fullName(), owner -> {
            Map<String, List<Element>> names = new HashMap<>();
            for (Field field : message.fields()) {
                add(names, field.name().value(), field);
                if (!field.jsonName().value().equals(field.name().value())) {
                    add(names, field.jsonName().value(), field);
                }
            }
            return names;
        });
    }

    private Map<String, List<Element>> names(EnumType enumType) {
        return namesByOwner.computeIfAbsent(enumType.fullName(), owner -> {
            Map<String, List<Element>> names = new HashMap<>();
            for (EnumValue value : enumType.values()) {
                add(names, value.name().value(), value);
            }
            return names;
        });
    }

    private Map<Use, List<Element>> extensions() {
        Map<Use, List<Element>> found = extensions;
        if (found == null) {
            found = new HashMap<>();
            for (Field extension : schema.extensions()) {
                add(found, Use.number(extension), extension);
                add(found, Use.extensionName(extension.fullName()), extension);
            }
            extensions = found;
        }
        return found;
    }

    private static <K> void add(Map<K, List<Element>> elements, K key, Element element) {
        elements.computeIfAbsent(key, none -> new ArrayList<>()).add(element);
    }
}
