package dev.concordat.release;

import dev.concordat.check.breaking.PackageVersion;
import dev.concordat.schema.Field;
import dev.concordat.schema.Import;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which messages and enums a module's contracts use, directly or through others. */
final class TypeReach {
    private final Schema schema;
    private final Set<String> reached = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private TypeReach(Schema schema) {
        this.schema = schema;
    }

    /** The full names of the types that a module uses, its own included. */
    static Set<String> of(Schema schema, String module) {
        return of(schema, schema.filesOf(module));
    }

    /** The full names of the types that a module's stable packages use, their own included. */
    static Set<String> ofStable(Schema schema, String module) {
        return of(
                schema,
                schema.filesOf(module).stream()
                        .filter(file ->
                                !PackageVersion.isUnstable(file.packageName().value()))
                        .toList());
    }

    private static Set<String> of(Schema schema, List<ProtoFile> files) {
        TypeReach reach = new TypeReach(schema);
        Schema own = new Schema(files);
        own.messages().forEach(message -> reach.add(message.fullName()));
        own.enums().forEach(enumType -> reach.add(enumType.fullName()));
        own.extensions().forEach(reach::add);
        own.services().forEach(service -> service.rpcs().forEach(reach::add));
        own.files().forEach(reach::addOptions);
        reach.follow();
        return Set.copyOf(reach.reached);
    }

    /** Every extension in an imported file may be set as an option; the import is there for a reason. */
    private void addOptions(ProtoFile file) {
        for (Import imported : file.imports()) {
            schema.file(imported.path()).ifPresent(found -> found.extensions().forEach(this::add));
        }
    }

    private void add(Rpc rpc) {
        add(rpc.requestType().value());
        add(rpc.responseType().value());
    }

    private void add(Field field) {
        add(field.type().value().typeName());
        field.extendee().ifPresent(this::add);
    }

    private void add(String type) {
        if (!type.isEmpty() && reached.add(type)) {
            open.push(type);
        }
    }

    private void follow() {
        while (!open.isEmpty()) {
            Optional<Message> message = schema.message(open.pop());
            message.ifPresent(found -> found.fields().forEach(this::add));
        }
    }
}
