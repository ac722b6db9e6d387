package dev.concordat.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A message.
 *
 * @param name the name
 * @param fullName the name with package and enclosing messages
 * @param file the import path of its file
 * @param packageName the package of its file
 * @param commentText the leading comment, read when it is asked for
 * @param fields the fields in source order
 * @param oneofs the oneofs that were written
 * @param messages the nested messages, synthetic map entries included
 * @param extensions the extensions declared inside
 * @param reservedRanges the reserved field numbers
 * @param reservedNames the reserved field names
 * @param extensionRanges the numbers open to extensions
 * @param features its resolved features
 * @param mapEntry whether protobuf made it for a map field
 */
public record Message(
        Located<String> name,
        String fullName,
        String file,
        String packageName,
        Location location,
        Supplier<String> commentText,
        List<Field> fields,
        List<Oneof> oneofs,
        List<Message> messages,
        List<EnumType> enums,
        List<Field> extensions,
        List<NumberRange> reservedRanges,
        List<Located<String>> reservedNames,
        List<NumberRange> extensionRanges,
        ResolvedFeatures features,
        Options options,
        boolean mapEntry)
        implements Element {
    private static final int BY_NAME = 0;
    private static final int BY_NUMBER = 1;
    private static final List<Function<Field, Object>> FIELD_KEYS =
            List.of(field -> field.name().value(), Field::number);
    private static final List<Function<Oneof, Object>> ONEOF_KEYS =
            List.of(oneof -> oneof.name().value());
    private static final List<Function<Located<String>, Object>> RESERVED_KEYS = List.of(Located::value);

    /** Copies the lists. */
    public Message {
        fields = Lookup.of(fields, FIELD_KEYS);
        oneofs = Lookup.of(oneofs, ONEOF_KEYS);
        messages = List.copyOf(messages);
        enums = List.copyOf(enums);
        extensions = List.copyOf(extensions);
        reservedRanges = RangeList.of(reservedRanges);
        reservedNames = Lookup.of(reservedNames, RESERVED_KEYS);
        extensionRanges = List.copyOf(extensionRanges);
    }

    @Override
    public String comment() {
        return commentText.get();
    }

    /** The name inside its package, such as {@code Outer.Inner}. */
    public String nestedName() {
        return packageName.isEmpty() ? fullName : fullName.substring(packageName.length() + 1);
    }

    /** The field of this number. */
    public Optional<Field> field(int number) {
        return Lookup.first(fields, BY_NUMBER, number);
    }

    /** The field of this name. */
    public Optional<Field> fieldNamed(String wanted) {
        return Lookup.first(fields, BY_NAME, wanted);
    }

    /** The oneof of this name. */
    public Optional<Oneof> oneof(String wanted) {
        return Lookup.first(oneofs, BY_NAME, wanted);
    }

    /** Whether the number may no longer be used. */
    public boolean reserves(int number) {
        return RangeList.contains(reservedRanges, number);
    }

    /** Whether the name may no longer be used. */
    public boolean reserves(String wanted) {
        return !Lookup.all(reservedNames, BY_NAME, wanted).isEmpty();
    }
}
