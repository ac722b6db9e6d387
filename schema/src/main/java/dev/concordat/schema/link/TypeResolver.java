package dev.concordat.schema.link;

import dev.concordat.schema.Kind;
import dev.concordat.schema.link.LinkedField.Role;
import dev.concordat.schema.link.Names.Unresolved;
import dev.concordat.schema.parse.Word;
import org.jspecify.annotations.Nullable;

/** Finds what the names of types mean: those of fields, of extended messages and of rpcs. */
final class TypeResolver {
    private final Names names;
    private final LinkProblems problems;

    TypeResolver(Names names, LinkProblems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** Resolves every name of a file. */
    void resolve(LinkedFile file) {
        for (LinkedField field : file.allFields) {
            if (field.extendeeName != null) {
                extendee(field, field.extendeeName);
            }
            if (field.typeName != null) {
                type(field, field.typeName);
            }
        }
        for (LinkedService service : file.services) {
            for (LinkedRpc rpc : service.rpcs) {
                rpc.request = message(rpc, rpc.node.request());
                rpc.response = message(rpc, rpc.node.response());
            }
        }
    }

    private void extendee(LinkedField field, String name) {
        LinkedFile file = field.file;
        Symbol found = names.resolve(name, scope(file, field.parent), file.visible, false);
        int at = field.extend == null ? field.at() : field.extend.extendee().start();
        if (found == null) {
            missing(file, at, name, scope(file, field.parent), false);
        } else if (found instanceof LinkedMessage message) {
            field.extendee = message;
        } else {
            wrong(file, at, name, found, "only messages can be extended");
        }
    }

    private void type(LinkedField field, String name) {
        LinkedFile file = field.file;
        Symbol scope = scope(file, field.parent);
        Symbol found = names.resolve(name, scope, file.visible, true);
        int at = typeStart(field);
        if (found == null) {
            missing(file, at, name, scope, true);
        } else if (found instanceof LinkedEnum) {
            field.type = found;
            field.kind = Kind.ENUM;
        } else if (!(found instanceof LinkedMessage message)) {
            wrong(file, at, name, found, "the type of a field is a message or an enum");
        } else if (message.isMapEntry()) {
            problems.add(
                    file,
                    at,
                    "\"%s\" stands for the entries of a map field and cannot be named.".formatted(name),
                    "Write the field as a map, or declare a message of your own.");
        } else {
            field.type = message;
        }
    }

    private @Nullable LinkedMessage message(LinkedRpc rpc, Word name) {
        LinkedFile file = rpc.file();
        Symbol found = names.resolve(name.text(), rpc.parent, file.visible, false);
        if (found instanceof LinkedMessage message) {
            return message;
        }
        if (found == null) {
            missing(file, name.start(), name.text(), rpc.parent, false);
        } else {
            wrong(file, name.start(), name.text(), found, "rpcs send and return messages");
        }
        return null;
    }

    /** Where the type of a field, of a map's keys or of its values is written. */
    static int typeStart(LinkedField field) {
        Word key = field.node.mapKey();
        return field.role == Role.MAP_KEY && key != null
                ? key.start()
                : field.node.type().start();
    }

    private static Symbol scope(LinkedFile file, @Nullable LinkedMessage parent) {
        Symbol scope = parent == null ? file.scope : parent;
        if (scope == null) {
            throw new IllegalStateException("The symbol table does not know " + file + ".");
        }
        return scope;
    }

    private void wrong(LinkedFile file, int at, String name, Symbol found, String why) {
        problems.add(
                file,
                at,
                "\"%s\" is %s; %s.".formatted(name, Words.withArticle(found.what()), why),
                "Name a message" + (why.endsWith("enum") ? " or an enum." : "."));
    }

    private void missing(LinkedFile file, int at, String name, Symbol scope, boolean typesOnly) {
        if (file.incomplete) {
            return;
        }
        Unresolved unresolved = names.explain(name, scope, file.visible, typesOnly);
        Symbol hidden = unresolved.hidden();
        if (hidden != null && !(hidden instanceof LinkedPackage)) {
            problems.add(
                    file,
                    at,
                    "\"%s\" is declared in %s, which this file does not import."
                            .formatted(hidden.fullName(), hidden.file().path()),
                    "Add: import \"" + hidden.file().path() + "\";");
        } else if (unresolved.misled() != null) {
            problems.add(
                    file,
                    at,
                    "\"%s\" means \"%s\" here, since the innermost scope that knows \"%s\" decides; that is not declared."
                            .formatted(name, unresolved.misled(), name.substring(0, name.indexOf('.'))),
                    "Write the full name with a dot in front, or correct it.");
        } else {
            problems.add(
                    file,
                    at,
                    "\"%s\" is not declared in this file or in what it imports.".formatted(name),
                    "Correct the name, or import the file that declares it.");
        }
    }
}
