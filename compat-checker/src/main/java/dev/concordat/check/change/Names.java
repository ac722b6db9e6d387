package dev.concordat.check.change;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;

/** What the parts of declarations are called in a plan. */
final class Names {
    private Names() {}

    static String of(Field field, Message message) {
        return "field %s = %s of %s".formatted(field.name().value(), field.number(), message.fullName());
    }

    static String ofExtension(Field extension) {
        return "extension %s = %s of %s"
                .formatted(
                        extension.fullName(),
                        extension.number(),
                        extension.extendee().orElseThrow());
    }

    static String of(EnumValue value, EnumType enumType) {
        return "value %s = %s of %s".formatted(value.name().value(), value.number(), enumType.fullName());
    }

    static String of(Rpc rpc, Service service) {
        return "rpc %s of %s".formatted(rpc.name().value(), service.fullName());
    }
}
