package dev.concordat.schema.link;

import dev.concordat.schema.parse.OptionName;
import dev.concordat.schema.parse.OptionNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the fields that the name of an option leads through. */
final class OptionPaths {
    private final OptionSession session;
    /** The scope that names were last looked up from, and what they mean there. */
    private @Nullable Symbol known;

    private final Map<String, Symbol> found = new HashMap<>();

    OptionPaths(OptionSession session) {
        this.session = session;
    }

    /** The fields from the options message to what is set; null when the name was refused. */
    LinkedField @Nullable [] find(OptionHolder holder, LinkedMessage options, OptionNode node) {
        List<OptionName> parts = node.name();
        LinkedField[] path = new LinkedField[parts.size()];
        LinkedMessage message = options;
        for (int at = 0; at < path.length; at++) {
            OptionName part = parts.get(at);
            if (at == 0 && part.text().equals("uninterpreted_option")) {
                session.refuse(
                        part.start(),
                        "is where protobuf itself keeps options.",
                        "Remove it; options are set by their own names.");
                return null;
            }
            LinkedField field = field(holder, message, part);
            if (field == null) {
                return null;
            }
            path[at] = field;
            if (at < path.length - 1) {
                LinkedMessage inner = inside(field, part);
                if (inner == null) {
                    return null;
                }
                message = inner;
            }
        }
        return path;
    }

    private @Nullable LinkedField field(OptionHolder holder, LinkedMessage message, OptionName part) {
        if (!part.extension()) {
            LinkedField field = OptionFields.named(message, part.text());
            if (field == null) {
                session.refuse(
                        part.start(),
                        "is not known: \"%s\" has no field \"%s\".".formatted(message.fullName(), part.text()),
                        "Correct the name; custom options stand in parentheses.");
            }
            return field;
        }
        Symbol symbol = resolve(part.text(), holder.scope());
        if (!(symbol instanceof LinkedField field)) {
            refuseUnknown(holder, part, symbol);
            return null;
        }
        LinkedMessage container = OptionFields.container(field);
        if (container == message) {
            return isReady(message, field, part) ? field : null;
        }
        session.refuse(
                part.start(),
                "is a field of \"%s\", not of \"%s\"."
                        .formatted(container == null ? field.extendeeName : container.fullName(), message.fullName()),
                "Set it where it belongs, or correct the name.");
        return null;
    }

    /** The fields of a message mostly have the same options. */
    private @Nullable Symbol resolve(String name, Symbol scope) {
        if (scope != known) {
            known = scope;
            found.clear();
        }
        Symbol symbol = found.get(name);
        if (symbol == null) {
            symbol = session.context.names().resolve(name, scope, session.file.visibleToOptions, false);
            if (symbol != null) {
                found.put(name, symbol);
            }
        }
        return symbol;
    }

    /** Features are resolved before the file is done, so a language's features must come from another file. */
    private boolean isReady(LinkedMessage message, LinkedField field, OptionName part) {
        if (field.file != session.file || !message.fullName().equals("google.protobuf.FeatureSet")) {
            return true;
        }
        session.refuse(
                part.start(),
                "sets a feature that this very file defines.",
                "Define the feature in a file of its own and import it.");
        return false;
    }

    /** The message that the next part of the name is a field of. */
    private @Nullable LinkedMessage inside(LinkedField field, OptionName part) {
        if (!(field.type instanceof LinkedMessage message)) {
            session.refuse(
                    part.start(),
                    "names a field inside \"%s\", which is no message.".formatted(part.text()),
                    "End the name with \"%s\".".formatted(part.text()));
            return null;
        }
        if (field.isRepeated()) {
            session.refuse(
                    part.start(),
                    "names a field inside \"%s\", which is repeated.".formatted(part.text()),
                    "Set each message as a whole: \"%s = { ... }\".".formatted(part.text()));
            return null;
        }
        return message;
    }

    private void refuseUnknown(OptionHolder holder, OptionName part, @Nullable Symbol other) {
        if (session.file.incomplete) {
            return;
        }
        if (other != null) {
            session.refuse(
                    part.start(),
                    "is no option: \"%s\" is the name of %s."
                            .formatted(other.fullName(), Words.withArticle(other.what())),
                    "Name an extension of an options message.");
            return;
        }
        explain(
                part,
                session.context.names().explain(part.text(), holder.scope(), session.file.visibleToOptions, false));
    }

    private void explain(OptionName part, Names.Unresolved reason) {
        Symbol hidden = reason.hidden();
        if (hidden != null && !(hidden instanceof LinkedPackage)) {
            session.refuse(
                    part.start(),
                    "is defined in \"%s\", which this file does not import."
                            .formatted(hidden.file().path()),
                    "Add the import.");
        } else if (reason.misled() != null) {
            session.refuse(
                    part.start(),
                    "is taken for \"%s\", which does not exist, because an inner scope knows the first part of its name."
                            .formatted(reason.misled()),
                    "Begin the name with a dot: \"(.%s)\".".formatted(part.text()));
        } else {
            session.refuse(
                    part.start(),
                    "is not known.",
                    "Correct the name, or import the file that defines \"%s\".".formatted(part.text()));
        }
    }
}
