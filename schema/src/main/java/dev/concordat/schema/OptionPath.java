package dev.concordat.schema;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;

/**
 * The way to an option, or to a field inside one.
 *
 * @param fields the fields that lead from the options message to it, as far as they are set
 * @param complete whether these are all
 */
public record OptionPath(List<FieldDescriptor> fields, boolean complete) {
    /** Copies the list. */
    public OptionPath {
        fields = List.copyOf(fields);
    }
}
