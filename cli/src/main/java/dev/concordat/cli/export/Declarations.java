package dev.concordat.cli.export;

import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The full names that a file declares: messages, enums, services, extensions. */
final class Declarations {
    private final Set<String> names = new HashSet<>();

    Declarations(ProtoFile file) {
        file.messages().forEach(this::add);
        file.enums().forEach(type -> names.add(type.fullName()));
        file.services().forEach(service -> names.add(service.fullName()));
        addExtensions(file.extensions());
    }

    private void add(Message message) {
        names.add(message.fullName());
        message.enums().forEach(type -> names.add(type.fullName()));
        addExtensions(message.extensions());
        message.messages().forEach(this::add);
    }

    private void addExtensions(List<Field> extensions) {
        extensions.forEach(extension -> names.add(extension.fullName()));
    }

    /** Whether the file declares any of these. */
    boolean anyOf(Retained retained) {
        return names.stream().anyMatch(retained::holds);
    }
}
