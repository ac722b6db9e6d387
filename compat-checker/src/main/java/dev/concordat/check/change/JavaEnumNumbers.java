package dev.concordat.check.change;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.JavaFields;
import dev.concordat.schema.Message;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Syntax;
import java.util.Optional;

/**
 * Finds fields whose open enum Java takes for closed now, or no longer: methods for its numbers, such as {@code getColorValue()}, go or come, and numbers
 * without a name are read in another way. Where syntax, type or the enum itself changed, a rule tells it.
 *
 * @param previous the earlier contracts with all that they import
 * @param current the current ones with all that they import
 * @param before what the module had
 * @param after what it has
 */
record JavaEnumNumbers(Schema previous, Schema current, Schema before, Schema after, Changes.Listener listener) {
    private static final String FEATURE = "features.(pb.java).legacy_closed_enum";

    void find() {
        for (Message message : after.messages()) {
            Optional<Message> known = before.message(message.fullName());
            // Of a map its field tells.
            if (known.isPresent()
                    && !message.mapEntry()
                    && known.get().location().text() != message.location().text()
                    && syntax(before, known.get()).equals(syntax(after, message))) {
                compare(known.get(), message);
            }
        }
    }

    private static Optional<Syntax> syntax(Schema schema, Message message) {
        return schema.file(message.file()).map(file -> file.syntax().value());
    }

    private void compare(Message known, Message message) {
        for (Field field : message.fields()) {
            Optional<Field> was = known.field(field.number()).filter(same -> hasSameEnum(same, field));
            boolean open = JavaFields.hasOpenEnum(field, message, current);
            if (was.isPresent() && JavaFields.hasOpenEnum(was.get(), known, previous) != open) {
                listener.found(
                        "%s has %s in Java, because of %s"
                                .formatted(
                                        Names.of(field, message),
                                        open
                                                ? "methods for the numbers of its enum"
                                                : "no methods for the numbers of its enum any more",
                                        FEATURE),
                        field.options().locationOf(FEATURE));
            }
        }
    }

    private boolean hasSameEnum(Field was, Field field) {
        Optional<EnumType> old = JavaFields.enumOf(was, previous);
        Optional<EnumType> now = JavaFields.enumOf(field, current);
        return old.isPresent()
                && now.isPresent()
                && old.get().fullName().equals(now.get().fullName())
                && old.get().closed() == now.get().closed();
    }
}
