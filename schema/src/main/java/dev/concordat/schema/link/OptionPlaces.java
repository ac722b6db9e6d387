package dev.concordat.schema.link;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.concordat.schema.Location;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkedOptions.Interpreted;
import dev.concordat.schema.parse.AggregateField;
import dev.concordat.schema.parse.Node;
import dev.concordat.schema.parse.ValueNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds where an option of a declaration is set, or a field inside it, in an aggregate too. */
final class OptionPlaces implements Function<List<FieldDescriptor>, Optional<Location>> {
    private final SourceText text;
    private final LinkedOptions options;

    OptionPlaces(SourceText text, LinkedOptions options) {
        this.text = text;
        this.options = options;
    }

    @Override
    public Optional<Location> apply(List<FieldDescriptor> fields) {
        for (Interpreted option : options.interpreted) {
            Node found = find(option, fields);
            if (found != null) {
                return Optional.of(new Location(text, found.start(), found.end()));
            }
        }
        return Optional.empty();
    }

    /** The option's statement when it sets the field or something inside it, or the place inside its aggregate that does. */
    private static @Nullable Node find(Interpreted option, List<FieldDescriptor> fields) {
        int[] path = option.path();
        int step = 0;
        int field = 0;
        while (step < path.length && field < fields.size()) {
            if (path[step++] != fields.get(field).getNumber()) {
                return null;
            }
            if (fields.get(field++).isRepeated()) {
                step++;
            }
        }
        return field == fields.size()
                ? option.node()
                : inside(option.node().value(), fields.subList(field, fields.size()));
    }

    private static @Nullable Node inside(ValueNode value, List<FieldDescriptor> fields) {
        if (value instanceof ValueNode.ListLiteral list) {
            for (ValueNode element : list.values()) {
                Node found = inside(element, fields);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof ValueNode.Aggregate aggregate) {
            for (AggregateField written : aggregate.fields()) {
                if (isNamed(written, fields.get(0))) {
                    Node found =
                            fields.size() == 1 ? written : inside(written.value(), fields.subList(1, fields.size()));
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static boolean isNamed(AggregateField written, FieldDescriptor field) {
        String name = written.name().text();
        return switch (written.kind()) {
            case FIELD -> !field.isExtension() && name.equalsIgnoreCase(field.getName());
            case EXTENSION ->
                field.isExtension()
                        && (field.getFullName().equals(name)
                                || field.getFullName().endsWith("." + name));
            case TYPE_URL -> false;
        };
    }
}
