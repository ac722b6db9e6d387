package dev.concordat.schema.link;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.concordat.schema.Location;
import dev.concordat.schema.OptionPath;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkedOptions.Interpreted;
import dev.concordat.schema.parse.AggregateField;
import dev.concordat.schema.parse.Node;
import dev.concordat.schema.parse.ValueNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds where an option of a declaration is set, or a field inside it, in an aggregate too. */
final class OptionPlaces implements Function<OptionPath, Optional<Location>> {
    private final SourceText text;
    private final LinkedOptions options;

    OptionPlaces(SourceText text, LinkedOptions options) {
        this.text = text;
        this.options = options;
    }

    @Override
    public Optional<Location> apply(OptionPath path) {
        return path.complete() ? place(path.fields()) : placeAround(path.fields());
    }

    private Optional<Location> place(List<FieldDescriptor> fields) {
        for (Interpreted option : options.interpreted) {
            Node found = find(option, fields);
            if (found != null) {
                return Optional.of(new Location(text, found.start(), found.end()));
            }
        }
        return Optional.empty();
    }

    /** The aggregate of an option that these fields lead to, or into, with the option's name. */
    private Optional<Location> placeAround(List<FieldDescriptor> fields) {
        return options.interpreted.stream()
                .filter(option -> isAround(option.path(), fields))
                .map(Interpreted::node)
                .map(option ->
                        new Location(text, option.nameStart(), option.value().end()))
                .findFirst();
    }

    private static boolean isAround(int[] option, List<FieldDescriptor> fields) {
        return option.length <= fields.size()
                && IntStream.range(0, option.length)
                        .allMatch(at -> option[at] == fields.get(at).getNumber());
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
