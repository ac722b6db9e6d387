package dev.concordat.schema;

import java.util.List;

/**
 * An enum.
 *
 * @param name the name
 * @param fullName the name with package and enclosing messages
 * @param file the import path of its file
 * @param packageName the package of its file
 * @param closed whether unknown numbers are kept apart (the resolved feature {@code enum_type})
 * @param values the values in source order, aliases included
 * @param reservedRanges the reserved numbers
 * @param reservedNames the reserved names
 */
public record EnumType(
        Located<String> name,
        String fullName,
        String file,
        String packageName,
        Location location,
        String comment,
        boolean closed,
        List<EnumValue> values,
        List<NumberRange> reservedRanges,
        List<Located<String>> reservedNames,
        Options options)
        implements Element {

    /** Copies the lists. */
    public EnumType {
        values = List.copyOf(values);
        reservedRanges = List.copyOf(reservedRanges);
        reservedNames = List.copyOf(reservedNames);
    }

    /** The name inside its package, such as {@code Outer.Inner}. */
    public String nestedName() {
        return packageName.isEmpty() ? fullName : fullName.substring(packageName.length() + 1);
    }

    /** The values of this number: several when they are aliases. */
    public List<EnumValue> values(int number) {
        return values.stream().filter(value -> value.number() == number).toList();
    }

    /** Whether the number may no longer be used. */
    public boolean reserves(int number) {
        return reservedRanges.stream().anyMatch(range -> range.contains(number));
    }

    /** Whether the name may no longer be used. */
    public boolean reserves(String wanted) {
        return reservedNames.stream().anyMatch(reserved -> reserved.value().equals(wanted));
    }
}
