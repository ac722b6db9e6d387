package dev.concordat.schema.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.TextFormat;
import dev.concordat.schema.DescriptorSource;
import dev.concordat.schema.Located;
import dev.concordat.schema.Location;
import dev.concordat.schema.Options;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All that a schema says as text, but for the texts and the modules of its files: two schemas that print alike are alike. */
final class SchemaText {
    private final StringBuilder text = new StringBuilder();

    private SchemaText() {}

    static String of(Schema schema) {
        SchemaText print = new SchemaText();
        for (ProtoFile file : schema.files()) {
            print.add("file", file, "");
        }
        return print.text.toString();
    }

    /** Fails at the first line that differs. */
    static void assertAlike(Schema expected, Schema actual) {
        List<String> wanted = of(expected).lines().toList();
        List<String> found = of(actual).lines().toList();
        for (int at = 0; at < Math.min(wanted.size(), found.size()); at++) {
            assertEquals(wanted.get(at), found.get(at), "Below " + wanted.subList(Math.max(0, at - 10), at));
        }
        assertEquals(wanted.size(), found.size());
    }

    private void add(String name, Object value, String indent) {
        if (name.equals("defaultValue")) {
            // An image tells where the value stands, not where the word before it does.
            line(
                    indent,
                    name,
                    ((Optional<?>) value)
                            .map(found -> ((Located<?>) found).value())
                            .toString());
        } else if (value instanceof Location location) {
            line(indent, name, location.startPosition() + " to " + location.endPosition());
        } else if (value instanceof Options options) {
            line(indent, name, TextFormat.printer().printToString(options.message()));
        } else if (value instanceof Supplier<?> supplier) {
            add(name, supplier.get(), indent);
        } else if (value instanceof DescriptorSource descriptor) {
            FileDescriptorProto whole = descriptor.whole();
            assertEquals(whole.toBuilder().clearService().clearSourceCodeInfo().build(), descriptor.types());
            // Its options are compared as the model has them: the same option can be encoded in one piece or in
            // several.
            byte[] sourceInfo = whole.getSourceCodeInfo().toByteArray();
            line(indent, name, Base64.getEncoder().encodeToString(sourceInfo));
        } else if (value instanceof Collection<?> all) {
            all.forEach(each -> add(name, each, indent));
        } else if (value instanceof Record record) {
            line(indent, name, "");
            addComponents(record, indent + "  ");
        } else if (!(value instanceof SourceText)) {
            line(indent, name, value.toString());
        }
    }

    private void addComponents(Record record, String indent) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals("module")) {
                continue;
            }
            try {
                add(component.getName(), component.getAccessor().invoke(record), indent);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(component.getName(), e);
            }
        }
    }

    private void line(String indent, String name, String value) {
        text.append(indent).append(name).append(": ").append(value.strip()).append('\n');
    }
}
