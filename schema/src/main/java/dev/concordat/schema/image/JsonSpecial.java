package dev.concordat.schema.image;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads the well-known types that ProtoJSON has forms of their own for. */
final class JsonSpecial {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private final ValueInput in;
    private final JsonReader messages;
    private final DescriptorPool pool;

    JsonSpecial(ValueInput in, JsonReader messages, DescriptorPool pool) {
        this.in = in;
        this.messages = messages;
        this.pool = pool;
    }

    /** Reads a message of such a type. */
    void merge(Message.Builder message) throws IOException, ContractException {
        switch (message.getDescriptorForType().getName()) {
            case "Any" -> mergeAny(message);
            case "Duration" -> mergeDuration(message, in.string());
            case "Timestamp" -> mergeTimestamp(message, in.string());
            case "FieldMask" -> mergeFieldMask(message, in.string());
            default ->
                throw in.refused("Options of type \"%s\" are not read from JSON."
                        .formatted(message.getDescriptorForType().getFullName()));
        }
    }

    private void mergeAny(Message.Builder any) throws IOException, ContractException {
        in.enter('{');
        if (!in.hasNext('}')) {
            return;
        }
        if (!in.name().equals("@type")) {
            throw in.refused("An Any does not begin with its \"@type\".");
        }
        String url = in.string();
        Descriptor type = pool.message(url.substring(url.lastIndexOf('/') + 1))
                .orElseThrow(() -> in.refused("The type \"%s\" of an Any is not in the image.".formatted(url)));
        DynamicMessage.Builder held = DynamicMessage.newBuilder(type);
        if (JsonWellKnown.isSpecial(type) || JsonWellKnown.isWrapper(type)) {
            while (in.hasNext('}')) {
                if (in.name().equals("value")) {
                    messages.merge(held);
                } else {
                    in.skip();
                }
            }
        } else {
            messages.mergeFields(held);
        }
        any.setField(field(any, 1), url);
        any.setField(field(any, 2), held.build().toByteString());
    }

    private void mergeDuration(Message.Builder message, String written) throws ContractException {
        try {
            if (!written.endsWith("s") || written.length() > 40) {
                throw new NumberFormatException(written);
            }
            BigDecimal seconds = new BigDecimal(written.substring(0, written.length() - 1));
            if (seconds.precision() - (long) seconds.scale() > 13) {
                throw new ArithmeticException(written);
            }
            long nanos = seconds.multiply(NANOS).remainder(NANOS).longValueExact();
            message.setField(field(message, 1), seconds.toBigInteger().longValueExact());
            message.setField(field(message, 2), (int) nanos);
        } catch (NumberFormatException | ArithmeticException e) {
            throw in.refused("\"%s\" is no duration.".formatted(written));
        }
    }

    private void mergeTimestamp(Message.Builder message, String written) throws ContractException {
        try {
            Instant time = OffsetDateTime.parse(written).toInstant();
            message.setField(field(message, 1), time.getEpochSecond());
            message.setField(field(message, 2), time.getNano());
        } catch (DateTimeParseException e) {
            throw in.refused("\"%s\" is no time.".formatted(written));
        }
    }

    private static void mergeFieldMask(Message.Builder message, String written) {
        for (String path : written.isEmpty() ? new String[0] : written.split(",", -1)) {
            StringBuilder snake = new StringBuilder();
            for (int at = 0; at < path.length(); at++) {
                char character = path.charAt(at);
                if (character >= 'A' && character <= 'Z') {
                    snake.append('_').append(String.valueOf(character).toLowerCase(Locale.ROOT));
                } else {
                    snake.append(character);
                }
            }
            message.addRepeatedField(field(message, 1), snake.toString());
        }
    }

    private static FieldDescriptor field(Message.Builder message, int number) {
        return message.getDescriptorForType().findFieldByNumber(number);
    }
}
