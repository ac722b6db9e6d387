package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which options one declaration has set, and which fields inside them. */
final class SetOptions {
    private final LinkContext context;
    private final Set<List<Integer>> paths = new HashSet<>();
    private final Map<List<Integer>, Assigned> aggregates = new HashMap<>();

    SetOptions(LinkContext context) {
        this.context = context;
    }

    /** A message that was set as a whole; which fields it has is found out when somebody asks. */
    private record Assigned(LinkedMessage type, ByteString encoded) {}

    /** Whether what these field numbers lead to is set, or something inside it is. */
    boolean contains(List<Integer> path) {
        for (int length = 1; length < path.size() && !aggregates.isEmpty(); length++) {
            List<Integer> prefix = path.subList(0, length);
            Assigned assigned = aggregates.remove(prefix);
            if (assigned != null) {
                expand(assigned.type(), assigned.encoded(), prefix);
            }
        }
        return paths.contains(path);
    }

    /** Notes that an option was set. */
    void add(List<Integer> path, LinkedField field, WireBuffer value) {
        for (int length = 1; length < path.size(); length++) {
            paths.add(path.subList(0, length));
        }
        if (!field.isRepeated()) {
            paths.add(path);
            if (field.type instanceof LinkedMessage type) {
                aggregates.put(path, new Assigned(type, value.toByteString()));
            }
        }
    }

    private void expand(LinkedMessage type, ByteString encoded, List<Integer> prefix) {
        try {
            expand(type, encoded.newCodedInput(), prefix);
        } catch (IOException e) {
            throw new IllegalStateException("A message of type " + type.fullName() + " was not encoded well.", e);
        }
    }

    private void expand(LinkedMessage type, CodedInputStream input, List<Integer> prefix) throws IOException {
        Map<Integer, LinkedField> fields = new HashMap<>();
        for (LinkedField field : type.fields) {
            fields.put(field.number, field);
        }
        for (int tag = input.readTag(); tag != 0 && (tag & 7) != WireBuffer.END_GROUP; tag = input.readTag()) {
            int number = tag >>> 3;
            List<Integer> path = new ArrayList<>(prefix);
            path.add(number);
            paths.add(path);
            LinkedField field = fields.get(number);
            expandField(field == null ? context.extension(type, number) : field, tag, input, path);
        }
    }

    private void expandField(@Nullable LinkedField field, int tag, CodedInputStream input, List<Integer> path)
            throws IOException {
        if (field == null || field.isRepeated() || !(field.type instanceof LinkedMessage inner)) {
            input.skipField(tag);
        } else if ((tag & 7) == WireBuffer.START_GROUP) {
            expand(inner, input, path);
        } else {
            expand(inner, input.readBytes(), path);
        }
    }
}
