package dev.concordat.check.reuse;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.EnumValueNode;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.Node;
import dev.concordat.schema.parse.OneofNode;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.RpcNode;
import dev.concordat.schema.parse.ServiceNode;
import dev.concordat.schema.parse.Statement;
import dev.concordat.schema.parse.ValueNode;
import java.util.List;
import java.util.Locale;

/**
 * Visits the numbers and names that a file uses, as far as its syntax tells them: names of fields and what is extended are told such that what is
 * the same looks the same, and may then look alike without being so.
 */
final class WrittenUses {
    private final SourceText text;
    private final Listener listener;

    private WrittenUses(SourceText text, Listener listener) {
        this.text = text;
        this.listener = listener;
    }

    static void visit(FileNode file, Listener listener) {
        new WrittenUses(file.text(), listener).visit(file.statements(), file.packageName());
    }

    /** A use as it is told here: the name of a field without what JSON changes. */
    static Use asWritten(Use use) {
        return use.kind() == Use.Kind.FIELD_NAME ? Use.fieldName(use.owner(), folded(use.key())) : use;
    }

    /** What {@code unit_price}, {@code unitPrice} and a group {@code Unit_Price} have in common. */
    private static String folded(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private void visit(List<Statement> statements, String scope) {
        for (Statement statement : statements) {
            if (statement instanceof MessageNode message) {
                visit(message, scope);
            } else if (statement instanceof EnumNode enumType) {
                visit(enumType, scope);
            } else if (statement instanceof ServiceNode service) {
                visit(service, scope);
            } else if (statement instanceof ExtendNode extend) {
                visit(extend, scope);
            } else if (statement instanceof FieldNode field) {
                visit(field, scope);
            } else if (statement instanceof OneofNode oneof) {
                visit(oneof.statements(), scope);
            }
        }
    }

    private void visit(MessageNode message, String scope) {
        String fullName = below(scope, message.name().text());
        listener.found(Use.typeName(fullName), "message");
        visit(message.statements(), fullName);
    }

    private void visit(FieldNode field, String message) {
        String words = words(field);
        listener.found(Use.fieldNumber(message, field.number().value()), words);
        listener.found(Use.fieldName(message, folded(field.name().text())), words);
        if (field.options() != null) {
            field.options()
                    .named("json_name")
                    .map(OptionNode::value)
                    .filter(ValueNode.StringLiteral.class::isInstance)
                    .map(value -> ((ValueNode.StringLiteral) value).value().toStringUtf8())
                    .ifPresent(name -> listener.found(Use.fieldName(message, folded(name)), words));
        }
        if (field.group() != null) {
            visit(field.group(), message);
        }
    }

    private void visit(ExtendNode extend, String scope) {
        for (FieldNode extension : extend.fields()) {
            String words = words(extension);
            listener.foundExtension(extend.extendee().text(), extension.number().value(), words);
            String name = extension.group() == null
                    ? extension.name().text()
                    : extension.name().text().toLowerCase(Locale.ROOT);
            listener.found(Use.extensionName(below(scope, name)), words);
            if (extension.group() != null) {
                visit(extension.group(), scope);
            }
        }
    }

    private void visit(EnumNode enumType, String scope) {
        String fullName = below(scope, enumType.name().text());
        listener.found(Use.typeName(fullName), "enum");
        for (Statement statement : enumType.statements()) {
            if (statement instanceof EnumValueNode value) {
                String words = value.name().text() + " = " + value.number().value();
                listener.found(Use.valueNumber(fullName, value.number().value()), words);
                listener.found(Use.valueName(fullName, value.name().text()), words);
            }
        }
    }

    private void visit(ServiceNode service, String scope) {
        String fullName = below(scope, service.name().text());
        listener.found(Use.typeName(fullName), "service");
        for (Statement statement : service.statements()) {
            if (statement instanceof RpcNode rpc) {
                listener.found(Use.rpcName(fullName, rpc.name().text()), words(rpc));
            }
        }
    }

    private String words(Node node) {
        return text.text(node.start(), node.end());
    }

    private static String below(String scope, String name) {
        return scope.isEmpty() ? name : scope + "." + name;
    }

    /** Hears of uses, each with the words that declare it: the same words nearly always mean the same. */
    interface Listener {
        void found(Use use, String words);

        /** The number of an extension; whose it is only a linker can say. */
        void foundExtension(String extendee, int number, String words);
    }
}
