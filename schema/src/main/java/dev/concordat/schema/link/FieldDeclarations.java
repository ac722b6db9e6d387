package dev.concordat.schema.link;

import dev.concordat.schema.Kind;
import dev.concordat.schema.link.LinkedField.Role;
import dev.concordat.schema.parse.BracketOptions;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.OneofNode;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.Statement;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declares fields, extensions and oneofs, with the messages that groups and maps declare along the way. */
final class FieldDeclarations {
    private final LinkedFile file;
    private final Declarations declarations;
    private final NameConflicts conflicts;

    FieldDeclarations(LinkedFile file, Declarations declarations, NameConflicts conflicts) {
        this.file = file;
        this.declarations = declarations;
        this.conflicts = conflicts;
    }

    /** Declares a field of a message. */
    void field(LinkedMessage parent, FieldNode node, @Nullable LinkedOneof oneof) {
        LinkedField field = declare(parent, node, null);
        field.oneof = oneof;
        parent.fields.add(field);
        file.allFields.add(field);
        conflicts.enter(parent.members, field.name, field, parent.fullName());
        if (node.mapKey() != null) {
            field.type = mapEntry(parent, node, field.name);
        } else if (node.group() != null) {
            field.type = declarations.message(parent, node.group());
        }
    }

    /** Declares an extension in a message or at the top of the file. */
    void extension(@Nullable LinkedMessage parent, FieldNode node, ExtendNode extend) {
        LinkedField field = declare(parent, node, extend.extendee().text());
        field.extend = extend;
        file.allFields.add(field);
        file.allExtensions.add(field);
        if (parent == null) {
            file.extensions.add(field);
        } else {
            parent.extensions = LinkedMessage.with(parent.extensions, field);
            conflicts.enter(parent.members, field.name, field, parent.fullName());
        }
        if (node.group() != null) {
            field.type = declarations.message(parent, node.group());
        }
    }

    /** Declares a oneof with its fields. */
    void oneof(LinkedMessage parent, OneofNode node) {
        LinkedOneof oneof = new LinkedOneof(node.name().text(), parent, node, null);
        parent.oneofs = LinkedMessage.with(parent.oneofs, oneof);
        conflicts.enter(parent.members, oneof.name, oneof, parent.fullName());
        for (Statement statement : node.statements()) {
            if (statement instanceof FieldNode field) {
                field(parent, field, oneof);
            } else if (statement instanceof OptionNode option) {
                oneof.options.write(option);
            }
        }
    }

    /** Declares the oneofs that stand for {@code optional} in proto3 (protobuf's docs/implementing_proto3_presence.md). */
    void synthesizeOneofs(LinkedMessage message) {
        Set<String> taken = null;
        for (LinkedField field : message.fields) {
            if (field.node.isLabelled("optional") && field.oneof == null) {
                if (taken == null) {
                    taken = namesOfFieldsAndOneofs(message);
                }
                String name = field.name.startsWith("_") ? field.name : "_" + field.name;
                while (!taken.add(name)) {
                    name = "X" + name;
                }
                LinkedOneof oneof = new LinkedOneof(name, message, null, field);
                field.oneof = oneof;
                message.oneofs = LinkedMessage.with(message.oneofs, oneof);
                conflicts.enter(message.members, name, oneof, message.fullName());
            }
        }
    }

    private static Set<String> namesOfFieldsAndOneofs(LinkedMessage message) {
        Set<String> names = new HashSet<>();
        for (LinkedField field : message.fields) {
            names.add(field.name);
        }
        for (LinkedOneof oneof : message.oneofs) {
            names.add(oneof.name);
        }
        return names;
    }

    private LinkedField declare(@Nullable LinkedMessage parent, FieldNode node, @Nullable String extendee) {
        boolean group = node.group() != null;
        boolean map = node.mapKey() != null;
        String name = group ? FieldNames.group(node.name().text()) : node.name().text();
        Kind kind = group
                ? Kind.GROUP
                : map ? Kind.MESSAGE : ScalarKinds.named(node.type().text());
        LinkedField field = new LinkedField(
                name,
                file,
                parent,
                node,
                Role.WRITTEN,
                node.number().value(),
                kind,
                kind == null ? node.type().text() : null,
                extendee);
        options(field, node.options());
        return field;
    }

    /** Keeps a field's options, without the two that are written like options and are none. */
    private static void options(LinkedField field, @Nullable BracketOptions written) {
        if (written != null) {
            for (OptionNode option : written.options()) {
                if (!option.isNamed("default") && !option.isNamed("json_name")) {
                    field.options.write(option);
                }
            }
        }
    }

    private LinkedMessage mapEntry(LinkedMessage parent, FieldNode node, String fieldName) {
        String name = FieldNames.mapEntry(fieldName);
        LinkedMessage entry = new LinkedMessage(name, declarations.fullName(parent, name), file, parent, null, node);
        declarations.add(parent, entry);
        String keyType = node.mapKey() == null ? "" : node.mapKey().text();
        entryField(entry, node, "key", Role.MAP_KEY, 1, keyType);
        entryField(entry, node, "value", Role.MAP_VALUE, 2, node.type().text());
        return entry;
    }

    private void entryField(LinkedMessage entry, FieldNode node, String name, Role role, int number, String type) {
        Kind kind = ScalarKinds.named(type);
        LinkedField field =
                new LinkedField(name, file, entry, node, role, number, kind, kind == null ? type : null, null);
        entry.fields.add(field);
        entry.members.put(name, field);
        file.allFields.add(field);
    }
}
