package dev.concordat.schema.link;

import dev.concordat.schema.parse.AggregateField;
import dev.concordat.schema.parse.ValueNode;
import dev.concordat.schema.parse.ValueNode.Aggregate;
import dev.concordat.schema.parse.ValueNode.Identifier;
import dev.concordat.schema.parse.ValueNode.ListLiteral;
import dev.concordat.schema.parse.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields and extensions that an aggregate names. */
final class AggregateNames {
    private static final Set<String> NEGATIVE_WORDS = Set.of("inf", "infinity", "nan");

    private final OptionSession session;
    private final Map<LinkedMessage, Set<String>> reserved = new HashMap<>();

    AggregateNames(OptionSession session) {
        this.session = session;
    }

    /** The field or extension that is named, null when there is none. */
    @Nullable
    LinkedField find(LinkedMessage type, AggregateField field) {
        String name = field.name().text();
        return field.kind() == AggregateField.Kind.FIELD
                ? OptionFields.inTextFormat(type, name)
                : extension(type, name);
    }

    /** Names are looked up from where the type is declared, not from where the option is. */
    private @Nullable LinkedField extension(LinkedMessage type, String name) {
        if (name.startsWith(".") || type.fullName().equals("google.protobuf.Any")) {
            return null;
        }
        Symbol found = session.context.names().resolve(name, around(type), session.file.visibleToOptions, false);
        if (found instanceof LinkedField field) {
            return OptionFields.container(field) == type ? field : null;
        }
        return found instanceof LinkedMessage message && WrittenOptions.isTrue(type.options, "message_set_wire_format")
                ? item(type, message)
                : null;
    }

    /** A message set's extension may be named by its type when the type declares it. */
    private static @Nullable LinkedField item(LinkedMessage type, LinkedMessage message) {
        for (LinkedField extension : message.extensions) {
            if (extension.extendee == type && extension.type == message && !extension.isRepeated()) {
                return extension;
            }
        }
        return null;
    }

    /** Whether the names of a message's file can be used here. */
    boolean isVisible(LinkedMessage message) {
        return session.file.visible.contains(message.file);
    }

    private Symbol around(LinkedMessage type) {
        return type.parent == null ? session.context.symbols().packageOf(type.file) : type.parent;
    }

    /** Whether the field is one that was removed: its name is reserved, so whatever it is set to is passed over. */
    boolean isSkipped(LinkedMessage type, AggregateField field) {
        if (field.kind() == AggregateField.Kind.FIELD) {
            return reserved.computeIfAbsent(type, AggregateNames::reservedBy)
                            .contains(field.name().text())
                    && canSkip(field);
        }
        return false;
    }

    private static Set<String> reservedBy(LinkedMessage type) {
        Set<String> names = new HashSet<>();
        for (Word name : type.reservedNames) {
            names.add(name.text());
        }
        return names;
    }

    private static boolean canSkip(AggregateField field) {
        return (field.colon() || field.value() instanceof Aggregate) && canSkip(field.value());
    }

    private static boolean canSkip(ValueNode value) {
        if (value instanceof Aggregate aggregate) {
            for (AggregateField field : aggregate.fields()) {
                if (!canSkip(field)) {
                    return false;
                }
            }
        } else if (value instanceof ListLiteral list) {
            for (ValueNode one : list.values()) {
                if (!canSkip(one)) {
                    return false;
                }
            }
        } else if (value instanceof Identifier word) {
            return !word.negative() || NEGATIVE_WORDS.contains(word.text().toLowerCase(Locale.ROOT));
        }
        return true;
    }

    /** Reports a name that means nothing; false, so that callers can return it. */
    boolean refuse(LinkedMessage type, AggregateField field) {
        String name = field.name().text();
        if (field.kind() == AggregateField.Kind.FIELD) {
            session.refuse(
                    field.start(),
                    "sets \"%s\", but \"%s\" has no such field.".formatted(name, type.fullName()),
                    "Correct the name.");
        } else {
            session.refuse(
                    field.start(),
                    "sets \"[%s]\", which is no extension of \"%s\" known here.".formatted(name, type.fullName()),
                    "Correct the name, or import the file that defines the extension.");
        }
        return false;
    }
}
