package dev.concordat.check.change;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.Options;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import java.util.Optional;

/** Finds what is deprecated now, and was there before and not deprecated. */
record Deprecations(Schema before, Schema after, Changes.Listener listener) {
    private static final String DEPRECATED = "deprecated";

    void find() {
        for (ProtoFile file : after.files()) {
            compare("file " + file.path(), before.file(file.path()).map(ProtoFile::options), file.options());
        }
        for (Message message : after.messages()) {
            before.message(message.fullName()).ifPresent(known -> compare(known, message));
        }
        for (EnumType enumType : after.enums()) {
            before.enumType(enumType.fullName()).ifPresent(known -> compare(known, enumType));
        }
        for (Field extension : after.extensions()) {
            compare(
                    Names.ofExtension(extension),
                    before.extensions().stream()
                            .filter(known -> known.fullName().equals(extension.fullName()))
                            .map(Field::options)
                            .findFirst(),
                    extension.options());
        }
        for (Service service : after.services()) {
            before.service(service.fullName()).ifPresent(known -> compare(known, service));
        }
    }

    private void compare(Message known, Message message) {
        compare("message " + message.fullName(), Optional.of(known.options()), message.options());
        for (Field field : message.fields()) {
            compare(Names.of(field, message), known.field(field.number()).map(Field::options), field.options());
        }
    }

    private void compare(EnumType known, EnumType enumType) {
        compare("enum " + enumType.fullName(), Optional.of(known.options()), enumType.options());
        for (EnumValue value : enumType.values()) {
            compare(
                    Names.of(value, enumType),
                    known.values(value.number()).stream()
                            .filter(old ->
                                    old.name().value().equals(value.name().value()))
                            .map(EnumValue::options)
                            .findFirst(),
                    value.options());
        }
    }

    private void compare(Service known, Service service) {
        compare("service " + service.fullName(), Optional.of(known.options()), service.options());
        for (Rpc rpc : service.rpcs()) {
            compare(Names.of(rpc, service), known.rpc(rpc.name().value()).map(Rpc::options), rpc.options());
        }
    }

    private void compare(String what, Optional<Options> known, Options options) {
        if (options.isTrue(DEPRECATED)
                && known.filter(before -> !before.isTrue(DEPRECATED)).isPresent()) {
            listener.found(what, options.text(DEPRECATED).location());
        }
    }
}
