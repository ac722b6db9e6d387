package dev.concordat.schema.link;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import dev.concordat.schema.parse.BracketOptions;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.EnumValueNode;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.ExtensionsNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.NumberNode;
import dev.concordat.schema.parse.OneofNode;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.RangeNode;
import dev.concordat.schema.parse.ReservedNode;
import dev.concordat.schema.parse.RpcNode;
import dev.concordat.schema.parse.ServiceNode;
import dev.concordat.schema.parse.Statement;
import dev.concordat.schema.parse.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the syntax of one file into its declarations: names and full names, and all that protobuf declares without being told. */
final class Declarations {
    /** The largest number of a field. */
    static final int MAX_FIELD_NUMBER = 536_870_911;

    /** Where {@code max} lies in a message that keeps its extensions as a message set. */
    static final int MAX_MESSAGE_SET_NUMBER = Integer.MAX_VALUE - 1;

    private final LinkedFile file;
    private final FieldDeclarations fields;
    private final NameConflicts conflicts;
    private final String prefix;

    private Declarations(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.conflicts = NameConflicts.reportedTo(problems);
        this.fields = new FieldDeclarations(file, this, conflicts);
        this.prefix = file.packageName.isEmpty() ? "" : file.packageName + ".";
    }

    /** The declarations of a file; names that one message declares twice are reported. */
    static LinkedFile declare(ContractFile source, FileNode node, LinkProblems problems) {
        LinkedFile file = new LinkedFile(source, node, Edition.of(node));
        Declarations declarations = new Declarations(file, problems);
        for (Statement statement : node.statements()) {
            if (statement instanceof MessageNode message) {
                declarations.message(null, message);
            } else if (statement instanceof EnumNode enumType) {
                declarations.enumType(null, enumType);
            } else if (statement instanceof ServiceNode service) {
                declarations.service(service);
            } else if (statement instanceof ExtendNode extend) {
                declarations.extend(null, extend);
            } else if (statement instanceof OptionNode option) {
                file.options.write(option);
            } else if (statement instanceof ImportNode imported) {
                file.importNodes.add(imported);
            }
        }
        return file;
    }

    /** The full name of what is declared inside a message, or at the top of the file. */
    String fullName(@Nullable LinkedMessage parent, String name) {
        return parent == null ? prefix + name : parent.fullName() + "." + name;
    }

    /** Declares a message, or the message of a group. */
    LinkedMessage message(@Nullable LinkedMessage parent, MessageNode node) {
        String name = node.name().text();
        LinkedMessage message = new LinkedMessage(name, fullName(parent, name), file, parent, node, null);
        add(parent, message);
        int max = max(node);
        for (Statement statement : node.statements()) {
            inside(message, statement, max);
        }
        if (file.edition == Edition.PROTO3) {
            fields.synthesizeOneofs(message);
        }
        return message;
    }

    /** Adds a message where it belongs. */
    void add(@Nullable LinkedMessage parent, LinkedMessage message) {
        file.allMessages.add(message);
        if (parent == null) {
            file.messages.add(message);
        } else {
            parent.messages = LinkedMessage.with(parent.messages, message);
            conflicts.enter(parent.members, message.name, message, parent.fullName());
        }
    }

    private void inside(LinkedMessage message, Statement statement, int max) {
        if (statement instanceof FieldNode field) {
            fields.field(message, field, null);
        } else if (statement instanceof OneofNode oneof) {
            fields.oneof(message, oneof);
        } else if (statement instanceof MessageNode nested) {
            message(message, nested);
        } else if (statement instanceof EnumNode enumType) {
            enumType(message, enumType);
        } else if (statement instanceof ExtendNode extend) {
            extend(message, extend);
        } else if (statement instanceof OptionNode option) {
            message.options.write(option);
        } else if (statement instanceof ExtensionsNode extensions) {
            LinkedOptions options = written(extensions.options());
            message.extensionRanges = ranges(message.extensionRanges, extensions.ranges(), options, max);
        } else if (statement instanceof ReservedNode reserved) {
            message.reservedRanges = ranges(message.reservedRanges, reserved.ranges(), new LinkedOptions(), max);
            for (Word name : reserved.names()) {
                message.reservedNames = LinkedMessage.with(message.reservedNames, name);
            }
        }
    }

    private void enumType(@Nullable LinkedMessage parent, EnumNode node) {
        String name = node.name().text();
        LinkedEnum enumType = new LinkedEnum(name, fullName(parent, name), file, parent, node);
        file.allEnums.add(enumType);
        if (parent == null) {
            file.enums.add(enumType);
        } else {
            parent.enums = LinkedMessage.with(parent.enums, enumType);
            conflicts.enter(parent.members, name, enumType, parent.fullName());
        }
        for (Statement statement : node.statements()) {
            if (statement instanceof EnumValueNode value) {
                value(enumType, value);
            } else if (statement instanceof OptionNode option) {
                enumType.options.write(option);
            } else if (statement instanceof ReservedNode reserved) {
                enumType.reservedRanges =
                        ranges(enumType.reservedRanges, reserved.ranges(), new LinkedOptions(), Integer.MAX_VALUE);
                enumType.reservedNames.addAll(reserved.names());
            }
        }
    }

    private void value(LinkedEnum enumType, EnumValueNode node) {
        String name = node.name().text();
        LinkedMessage parent = enumType.parent;
        LinkedEnumValue value = new LinkedEnumValue(name, enumType, node);
        write(value.options, node.options());
        enumType.values.add(value);
        if (parent != null) {
            conflicts.enter(parent.members, name, value, parent.fullName());
        }
    }

    private void service(ServiceNode node) {
        String name = node.name().text();
        LinkedService service = new LinkedService(name, fullName(null, name), file, node);
        file.services.add(service);
        for (Statement statement : node.statements()) {
            if (statement instanceof RpcNode rpcNode) {
                LinkedRpc rpc = new LinkedRpc(rpcNode.name().text(), service, rpcNode);
                rpcNode.options().forEach(rpc.options::write);
                service.rpcs.add(rpc);
                conflicts.enter(service.members, rpc.name, rpc, service.fullName());
            } else if (statement instanceof OptionNode option) {
                service.options.write(option);
            }
        }
    }

    private void extend(@Nullable LinkedMessage parent, ExtendNode node) {
        for (FieldNode field : node.fields()) {
            fields.extension(parent, field, node);
        }
    }

    private static List<LinkedRange> ranges(
            List<LinkedRange> before, List<RangeNode> nodes, LinkedOptions options, int max) {
        List<LinkedRange> target = before;
        for (RangeNode node : nodes) {
            int first = node.first().value();
            NumberNode last = node.last();
            int end = node.max() ? max : last == null ? first : last.value();
            target = LinkedMessage.with(target, new LinkedRange(first, end, node, options));
        }
        return target;
    }

    /** The parser looks for the option that widens the numbers as it is written, as protoc does. */
    private static int max(MessageNode node) {
        for (Statement statement : node.statements()) {
            if (statement instanceof OptionNode option && WrittenOptions.isTrue(option, "message_set_wire_format")) {
                return MAX_MESSAGE_SET_NUMBER;
            }
        }
        return MAX_FIELD_NUMBER;
    }

    private static LinkedOptions written(@Nullable BracketOptions options) {
        LinkedOptions linked = new LinkedOptions();
        write(linked, options);
        return linked;
    }

    /** Notes the options behind a declaration, without what only looks like one. */
    static void write(LinkedOptions target, @Nullable BracketOptions options) {
        if (options != null) {
            for (OptionNode option : options.options()) {
                target.write(option);
            }
        }
    }
}
