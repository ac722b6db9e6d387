package dev.concordat.schema;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An enum.
 *
 * @param name the name
 * @param fullName the name with package and enclosing messages
 * @param file the import path of its file
 * @param packageName the package of its file
 * @param commentText the leading comment, read when it is asked for
 * @param closed whether unknown numbers are kept apart (the resolved feature {@code enum_type})
 * @param values the values in source order, aliases included
 * @param reservedRanges the reserved numbers
 * @param reservedNames the reserved names
 * @param features its resolved features
 */
public record EnumType(
        Located<String> name,
        String fullName,
        String file,
        String packageName,
        Location location,
        Supplier<String> commentText,
        boolean closed,
        List<EnumValue> values,
        List<NumberRange> reservedRanges,
        List<Located<String>> reservedNames,
        ResolvedFeatures features,
        Options options)
        implements Element {
    private static final List<Function<EnumValue, Object>> VALUE_KEYS = List.of(EnumValue::number);
    private static final List<Function<Located<String>, Object>> RESERVED_KEYS = List.of(Located::value);

    /** Copies the lists. */
    public EnumType {
        values = Lookup.of(values, VALUE_KEYS);
        reservedRanges = RangeList.of(reservedRanges);
        reservedNames = Lookup.of(reservedNames, RESERVED_KEYS);
    }

    @Override
    public String comment() {
        return commentText.get();
    }

    /** The name inside its package, such as {@code Outer.Inner}. */
    public String nestedName() {
        return packageName.isEmpty() ? fullName : fullName.substring(packageName.length() + 1);
    }

    /** The values of this number: several when they are aliases. */
    public List<EnumValue> values(int number) {
        return List.copyOf(Lookup.all(values, 0, number));
    }

    /** Whether the number may no longer be used. */
    public boolean reserves(int number) {
        return RangeList.contains(reservedRanges, number);
    }

    /** Whether the name may no longer be used. */
    public boolean reserves(String wanted) {
        return !Lookup.all(reservedNames, 0, wanted).isEmpty();
    }
}
