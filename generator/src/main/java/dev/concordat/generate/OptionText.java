package dev.concordat.generate;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.concordat.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options as contracts write them: constraints, deadlines, whether something is deprecated. */
final class OptionText {
    private OptionText() {}

    /** Each option that is set, {@code name = value}, in the order of their numbers. */
    static List<String> of(Options options) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<FieldDescriptor, Object> option :
                options.message().getAllFields().entrySet()) {
            FieldDescriptor field = option.getKey();
            String name = field.isExtension() ? "(" + field.getFullName() + ")" : field.getName();
            texts.add(name + " = " + value(field, option.getValue()));
        }
        return texts;
    }

    private static String value(FieldDescriptor field, Object value) {
        if (value instanceof Message message) {
            return "{ "
                    + TextFormat.printer()
                            .emittingSingleLine(true)
                            .printToString(message)
                            .strip() + " }";
        }
        StringBuilder text = new StringBuilder();
        try {
            TextFormat.printer().printFieldValue(field, value, text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (ClassCastException e) {
            return value.toString();
        }
        return text.toString();
    }
}
