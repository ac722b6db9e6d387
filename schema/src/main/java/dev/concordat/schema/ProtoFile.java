package dev.concordat.schema;

import com.google.protobuf.DescriptorProtos.FileOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A compiled contract file.
 *
 * @param path the import path
 * @param module the module it belongs to, empty for a built-in file of a third party
 * @param text its bytes
 * @param syntax the language it is written in
 * @param edition what it is written in, as {@code google.protobuf.Edition} numbers it
 * @param packageName the package, empty when it declares none
 * @param managed those of its options that managed mode sets in place of what is written
 * @param messages the top-level messages in source order
 * @param extensions the file-level extensions
 * @param location the first position of the file, for what belongs to no declaration
 * @param commentText the comment before the package statement, read when it is asked for
 * @param descriptor the same as descriptor.proto describes it
 */
public record ProtoFile(
        String path,
        Optional<String> module,
        SourceText text,
        Located<Syntax> syntax,
        int edition,
        Located<String> packageName,
        List<Import> imports,
        Options options,
        Optional<FileOptions> managed,
        List<Message> messages,
        List<EnumType> enums,
        List<Service> services,
        List<Field> extensions,
        Location location,
        Supplier<String> commentText,
        DescriptorSource descriptor)
        implements Element {

    /** Copies the lists. */
    public ProtoFile {
        imports = List.copyOf(imports);
        messages = List.copyOf(messages);
        enums = List.copyOf(enums);
        services = List.copyOf(services);
        extensions = List.copyOf(extensions);
    }

    /** The comment before the package statement, which is where a file is described. */
    @Override
    public String comment() {
        return commentText.get();
    }

    /** The same file in another module. */
    public ProtoFile inModule(String other) {
        return new ProtoFile(
                path,
                Optional.of(other),
                text,
                syntax,
                edition,
                packageName,
                imports,
                options,
                managed,
                messages,
                enums,
                services,
                extensions,
                location,
                commentText,
                descriptor);
    }

    /** The same file with options that managed mode sets in place of what is written; its descriptor has them too. */
    public ProtoFile withManaged(FileOptions set) {
        return new ProtoFile(
                path,
                module,
                text,
                syntax,
                edition,
                packageName,
                imports,
                options.with(set),
                Optional.of(set),
                messages,
                enums,
                services,
                extensions,
                location,
                commentText,
                descriptor.withManaged(set));
    }
}
