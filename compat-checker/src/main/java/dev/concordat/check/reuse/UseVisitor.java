package dev.concordat.check.reuse;

import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;
import java.util.function.BiConsumer;

/** Visits the numbers and names that the declarations of a file use, in source order. Map entries are protobuf's own and come with their field. */
final class UseVisitor {
    private final BiConsumer<Use, Element> listener;

    private UseVisitor(BiConsumer<Use, Element> listener) {
        this.listener = listener;
    }

    static void visit(ProtoFile file, BiConsumer<Use, Element> listener) {
        UseVisitor visitor = new UseVisitor(listener);
        file.messages().forEach(visitor::visit);
        file.enums().forEach(visitor::visit);
        file.services().forEach(visitor::visit);
        file.extensions().forEach(visitor::extension);
    }

    private void visit(Message message) {
        if (message.mapEntry()) {
            return;
        }
        listener.accept(Use.typeName(message.fullName()), message);
        message.fields().forEach(this::field);
        message.extensions().forEach(this::extension);
        message.messages().forEach(this::visit);
        message.enums().forEach(this::visit);
    }

    private void field(Field field) {
        listener.accept(Use.number(field), field);
        listener.accept(Use.fieldName(field.parent(), field.name().value()), field);
        listener.accept(Use.fieldName(field.parent(), field.jsonName().value()), field);
    }

    private void extension(Field field) {
        listener.accept(Use.number(field), field);
        listener.accept(Use.extensionName(field.fullName()), field);
    }

    private void visit(EnumType enumType) {
        listener.accept(Use.typeName(enumType.fullName()), enumType);
        for (EnumValue value : enumType.values()) {
            listener.accept(Use.valueNumber(enumType.fullName(), value.number()), value);
            listener.accept(Use.valueName(enumType.fullName(), value.name().value()), value);
        }
    }

    private void visit(Service service) {
        listener.accept(Use.typeName(service.fullName()), service);
        for (Rpc rpc : service.rpcs()) {
            listener.accept(Use.rpcName(service.fullName(), rpc.name().value()), rpc);
        }
    }
}
