package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import dev.concordat.schema.parse.AggregateField;
import dev.concordat.schema.parse.ValueNode;
import dev.concordat.schema.parse.ValueNode.Aggregate;
import dev.concordat.schema.parse.ValueNode.ListLiteral;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes aggregates in the binary format (protobuf.dev, Text Format Language Specification). */
final class AggregateEncoder {
    private static final Set<String> ANY_HOSTS = Set.of("type.googleapis.com/", "type.googleprod.com/");
    private static final String ANY = "google.protobuf.Any";

    private final OptionSession session;
    private final AggregateNames names;
    private final ScalarEncoder scalars;
    private final WireBuffer scalar = new WireBuffer();

    AggregateEncoder(OptionSession session) {
        this.session = session;
        this.names = new AggregateNames(session);
        this.scalars = new TextScalars(session.file);
    }

    /** Writes an aggregate of this type; false when it was refused. */
    boolean write(LinkedMessage type, Aggregate aggregate, WireBuffer target) {
        AggregateSlots slots = new AggregateSlots(type);
        boolean fine = true;
        for (AggregateField field : aggregate.fields()) {
            fine &= field.kind() == AggregateField.Kind.TYPE_URL
                    ? writeAny(type, field, slots)
                    : writeField(type, field, slots);
        }
        if (fine) {
            for (LinkedField required : RequiredFields.of(type)) {
                if (!slots.isSet(required)) {
                    fine = false;
                    session.refuse(
                            aggregate.start(),
                            "does not set \"%s\", which \"%s\" requires.".formatted(required.name, type.fullName()),
                            "Set the field.");
                }
            }
        }
        slots.write(target);
        return fine;
    }

    private boolean writeField(LinkedMessage type, AggregateField field, AggregateSlots slots) {
        LinkedField target = names.find(type, field);
        if (target == null) {
            return names.isSkipped(type, field) || names.refuse(type, field);
        }
        LinkedField other = slots.conflict(target);
        if (other != null) {
            session.refuse(
                    field.start(),
                    other == target
                            ? "sets \"%s\" twice, which is not repeated.".formatted(target.name)
                            : "sets both \"%s\" and \"%s\", of which only one can be set."
                                    .formatted(other.name, target.name),
                    "Remove one of the two.");
            return false;
        }
        if (!field.colon() && !(target.type instanceof LinkedMessage)) {
            session.refuse(
                    field.name().end(),
                    "lacks the colon behind \"%s\".".formatted(target.name),
                    "Write \"%s: \" before the value; only messages may go without.".formatted(target.name));
            return false;
        }
        return writeValues(type, target, field.value(), slots.slot(target));
    }

    private boolean writeValues(LinkedMessage type, LinkedField field, ValueNode value, AggregateSlots.Slot slot) {
        if (!(value instanceof ListLiteral list)) {
            return writeValue(type, field, value, slot);
        }
        if (!field.isRepeated()) {
            session.refuseValue(value, field, "a single value");
            return false;
        }
        boolean fine = true;
        for (ValueNode one : list.values()) {
            fine &= writeValue(type, field, one, slot);
        }
        return fine;
    }

    private boolean writeValue(LinkedMessage type, LinkedField field, ValueNode value, AggregateSlots.Slot slot) {
        session.use(field, value);
        if (field.type instanceof LinkedMessage message) {
            if (!(value instanceof Aggregate aggregate)) {
                session.refuseValue(value, field, "an aggregate in braces");
                return false;
            }
            WireBuffer inner = new WireBuffer();
            boolean fine = write(message, aggregate, inner);
            if (WrittenOptions.isTrue(type.options, "message_set_wire_format")) {
                slot.addItem(inner);
            } else {
                slot.addMessage(inner);
            }
            return fine;
        }
        scalar.clear();
        String expected = scalars.write(field, value, scalar);
        if (expected != null) {
            session.refuseValue(value, field, expected);
            return false;
        }
        slot.addScalar(scalar);
        return true;
    }

    /** Writes the message inside an {@code Any}, whose type a URL names. */
    private boolean writeAny(LinkedMessage type, AggregateField field, AggregateSlots slots) {
        String url = field.name().text();
        LinkedMessage inner = anyType(type, field, url);
        if (inner == null) {
            return false;
        }
        if (!(field.value() instanceof Aggregate aggregate)) {
            session.refuse(
                    field.value().start(),
                    "gives the message of type \"%s\" as %s."
                            .formatted(inner.fullName(), OptionSession.describe(field.value())),
                    "Write its fields in braces.");
            return false;
        }
        List<LinkedField> parts = type.fields;
        if (slots.isSet(parts.get(0)) || slots.isSet(parts.get(1))) {
            session.refuse(field.start(), "sets the message of an Any twice.", "Remove one of the two.");
            return false;
        }
        WireBuffer encoded = new WireBuffer();
        session.mute();
        boolean fine = write(inner, aggregate, encoded);
        session.unmute();
        scalar.clear();
        scalar.delimited(ByteString.copyFromUtf8(url));
        slots.slot(parts.get(0)).addScalar(scalar);
        scalar.clear();
        scalar.delimited(encoded);
        slots.slot(parts.get(1)).addScalar(scalar);
        return fine;
    }

    private @Nullable LinkedMessage anyType(LinkedMessage type, AggregateField field, String url) {
        if (!type.fullName().equals(ANY) || type.fields.size() < 2) {
            session.refuse(
                    field.start(),
                    "has the URL of a type, \"%s\", in a \"%s\".".formatted(url, type.fullName()),
                    "Only an Any holds messages of other types; an extension's name has no slash.");
            return null;
        }
        int slash = url.lastIndexOf('/') + 1;
        String host = url.substring(0, slash);
        Symbol found = session.context.symbols().find(url.substring(slash));
        if (ANY_HOSTS.contains(host) && found instanceof LinkedMessage message && names.isVisible(message)) {
            return message;
        }
        session.refuse(
                field.start(),
                "names the type \"%s\", which is not known here.".formatted(url),
                ANY_HOSTS.contains(host)
                        ? "Correct the name, or import the file that defines the message."
                        : "Begin it with type.googleapis.com/.");
        return null;
    }
}
