package dev.concordat.schema;

import java.util.List;
import java.util.Optional;

/**
 * A message.
 *
 * @param name the name
 * @param fullName the name with package and enclosing messages
 * @param file the import path of its file
 * @param packageName the package of its file
 * @param fields the fields in source order
 * @param oneofs the oneofs that were written
 * @param messages the nested messages, synthetic map entries included
 * @param extensions the extensions declared inside
 * @param reservedRanges the reserved field numbers
 * @param reservedNames the reserved field names
 * @param extensionRanges the numbers open to extensions
 * @param mapEntry whether protobuf made it for a map field
 */
public record Message(
        Located<String> name,
        String fullName,
        String file,
        String packageName,
        Location location,
        String comment,
        List<Field> fields,
        List<Oneof> oneofs,
        List<Message> messages,
        List<EnumType> enums,
        List<Field> extensions,
        List<NumberRange> reservedRanges,
        List<Located<String>> reservedNames,
        List<NumberRange> extensionRanges,
        Options options,
        boolean mapEntry)
        implements Element {

    /** Copies the lists. */
    public Message {
        fields = List.copyOf(fields);
        oneofs = List.copyOf(oneofs);
        messages = List.copyOf(messages);
        enums = List.copyOf(enums);
        extensions = List.copyOf(extensions);
        reservedRanges = List.copyOf(reservedRanges);
        reservedNames = List.copyOf(reservedNames);
        extensionRanges = List.copyOf(extensionRanges);
    }

    /** The name inside its package, such as {@code Outer.Inner}. */
    public String nestedName() {
        return packageName.isEmpty() ? fullName : fullName.substring(packageName.length() + 1);
    }

    /** The field of this number. */
    public Optional<Field> field(int number) {
        return fields.stream().filter(field -> field.number() == number).findFirst();
    }

    /** The field of this name. */
    public Optional<Field> fieldNamed(String wanted) {
        return fields.stream()
                .filter(field -> field.name().value().equals(wanted))
                .findFirst();
    }

    /** The oneof of this name. */
    public Optional<Oneof> oneof(String wanted) {
        return oneofs.stream()
                .filter(oneof -> oneof.name().value().equals(wanted))
                .findFirst();
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
