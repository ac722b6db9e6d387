package dev.concordat.schema.link;

import java.util.ArrayList;
import java.util.List;

/** Tells which fields a message requires. */
final class RequiredFields {
    private RequiredFields() {}

    /** The required fields of a message, each of which an aggregate of its type must set. */
    static List<LinkedField> of(LinkedMessage message) {
        List<LinkedField> known = message.requiredFields;
        if (known == null) {
            known = find(message);
            message.requiredFields = known;
        }
        return known;
    }

    private static List<LinkedField> find(LinkedMessage message) {
        if (message.file.edition == Edition.PROTO3) {
            return List.of();
        }
        List<LinkedField> found = new ArrayList<>();
        for (LinkedField field : message.fields) {
            if (OptionFields.isRequired(field)) {
                found.add(field);
            }
        }
        return List.copyOf(found);
    }
}
