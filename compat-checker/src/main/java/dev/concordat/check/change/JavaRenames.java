package dev.concordat.check.change;

import dev.concordat.schema.Field;
import dev.concordat.schema.JavaClasses;
import dev.concordat.schema.JavaFields;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what Java calls by another name because of what was added beside it, or went from there.
 *
 * @param previous the earlier contracts with all that they import
 * @param current the current ones with all that they import
 * @param before what the module had
 * @param after what it has
 */
record JavaRenames(Schema previous, Schema current, Schema before, Schema after, Changes.Listener listener) {
    private static final String OUTER_CLASSNAME = "java_outer_classname";

    void find() {
        for (ProtoFile file : after.files()) {
            Optional<ProtoFile> known = before.file(file.path());
            if (known.isPresent() && known.get().text() != file.text()) {
                compare(known.get(), file);
            }
        }
        for (Message message : after.messages()) {
            Optional<Message> known = before.message(message.fullName());
            if (known.isPresent()
                    && known.get().location().text() != message.location().text()) {
                compare(known.get(), message);
            }
        }
    }

    /** An outer class that options and editions name is looked at by a rule. */
    private void compare(ProtoFile known, ProtoFile file) {
        String outer = JavaClasses.outerClass(file);
        String old = JavaClasses.outerClass(known);
        if (!outer.equals(old) && isNamedByItself(known) && isNamedByItself(file)) {
            listener.found(
                    "file %s has the outer class %s in Java in place of %s, because of the names that it declares"
                            .formatted(file.path(), outer, old),
                    file.location());
        }
    }

    private static boolean isNamedByItself(ProtoFile file) {
        return file.options().value(OUTER_CLASSNAME).isEmpty() && !JavaClasses.areOutermostByDefault(file);
    }

    private void compare(Message known, Message message) {
        Map<Integer, String> old = JavaFields.names(known, field -> JavaFields.hasOpenEnum(field, known, previous));
        Map<Integer, String> now = JavaFields.names(message, field -> JavaFields.hasOpenEnum(field, message, current));
        for (Field field : message.fields()) {
            String name = now.getOrDefault(field.number(), "");
            String was = known.field(field.number())
                    .filter(same -> same.name().value().equals(field.name().value()))
                    .map(same -> old.getOrDefault(same.number(), name))
                    .orElse(name);
            if (!was.equals(name)) {
                listener.found(
                        "%s is %s in Java in place of %s, because of the names of other fields"
                                .formatted(Names.of(field, message), name, was),
                        field.location());
            }
        }
    }
}
