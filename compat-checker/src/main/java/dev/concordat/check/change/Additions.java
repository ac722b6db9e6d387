package dev.concordat.check.change;

import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.Oneof;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what one version declares and another does not.
 *
 * @param base the version without
 * @param other the version with
 */
record Additions(Schema base, Schema other, Changes.Listener listener) {

    void find() {
        for (ProtoFile file : other.files()) {
            if (base.file(file.path()).isEmpty()) {
                found("file " + file.path(), file);
            }
        }
        for (Message message : other.messages()) {
            if (!message.mapEntry()) {
                message(message);
            }
        }
        for (EnumType enumType : other.enums()) {
            enumType(enumType);
        }
        Set<String> known = new HashSet<>();
        base.extensions().forEach(extension -> known.add(extension.fullName()));
        for (Field extension : other.extensions()) {
            // One that keeps its name and takes another number is told as a break, and is not new.
            if (!known.contains(extension.fullName())) {
                found(Names.ofExtension(extension), extension);
            }
        }
        for (Service service : other.services()) {
            service(service);
        }
    }

    private void message(Message message) {
        Optional<Message> same = base.message(message.fullName());
        if (same.isEmpty()) {
            declaration("message ", message.fullName(), message);
            return;
        }
        for (Field field : message.fields()) {
            String name = field.name().value();
            if (same.get()
                    .fieldNamed(name)
                    .filter(known -> known.number() == field.number() || isRenumbered(known, field))
                    .isEmpty()) {
                found(Names.of(field, message), field);
            }
        }
        for (Oneof oneof : message.oneofs()) {
            if (same.get().oneof(oneof.name().value()).isEmpty()) {
                found("oneof %s of %s".formatted(oneof.name().value(), message.fullName()), oneof);
            }
        }
    }

    /** Whether a field is the one of its name under another number. */
    private static boolean isRenumbered(Field known, Field field) {
        return known.type().value().equals(field.type().value());
    }

    private void enumType(EnumType enumType) {
        Optional<EnumType> same = base.enumType(enumType.fullName());
        if (same.isEmpty()) {
            declaration("enum ", enumType.fullName(), enumType);
            return;
        }
        for (EnumValue value : enumType.values()) {
            String name = value.name().value();
            if (same.get().values().stream()
                    .noneMatch(known -> known.name().value().equals(name))) {
                found(Names.of(value, enumType), value);
            }
        }
    }

    private void service(Service service) {
        Optional<Service> same = base.service(service.fullName());
        if (same.isEmpty()) {
            declaration("service ", service.fullName(), service);
            return;
        }
        for (Rpc rpc : service.rpcs()) {
            if (same.get().rpc(rpc.name().value()).isEmpty()) {
                found(Names.of(rpc, service), rpc);
            }
        }
    }

    /** A declaration that is not there as part of one that is not there either. */
    private void declaration(String kind, String fullName, Element element) {
        String around = fullName.substring(0, Math.max(0, fullName.lastIndexOf('.')));
        if (other.message(around).isEmpty() || base.message(around).isPresent()) {
            found(kind + fullName, element);
        }
    }

    private void found(String what, Element element) {
        listener.found(what, element.location());
    }
}
