package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the declarations of a file that have options. */
final class OptionHolders {
    private final LinkedFile file;
    private final Symbol scope;
    private final Visitor visitor;

    private OptionHolders(LinkedFile file, Symbol scope, Visitor visitor) {
        this.file = file;
        this.scope = scope;
        this.visitor = visitor;
    }

    /** What is done with a declaration that has options. */
    interface Visitor {
        /** Visits one. */
        void visit(OptionHolder holder);
    }

    /** Visits every declaration of a file that has options. */
    static void visit(LinkedFile file, LinkContext context, Visitor visitor) {
        new OptionHolders(file, context.symbols().packageOf(file), visitor).visitAll();
    }

    /** Whether a file has any options. */
    static boolean hasAny(LinkedFile file) {
        List<OptionHolder> found = new ArrayList<>();
        new OptionHolders(file, LinkedPackage.root(), found::add).visitAll();
        return !found.isEmpty();
    }

    private void visitAll() {
        add(OptionTarget.FILE, file.options, scope, scope);
        for (LinkedMessage message : file.allMessages) {
            if (message.isMapEntry()) {
                continue;
            }
            add(OptionTarget.MESSAGE, message.options, around(message.parent), message);
            for (LinkedOneof oneof : message.oneofs) {
                add(OptionTarget.ONEOF, oneof.options, message, oneof);
            }
            ranges(message);
        }
        for (LinkedField field : file.allFields) {
            add(OptionTarget.FIELD, field.options, around(field.parent), field);
        }
        for (LinkedEnum enumType : file.allEnums) {
            add(OptionTarget.ENUM, enumType.options, around(enumType.parent), enumType);
            for (LinkedEnumValue value : enumType.values) {
                add(OptionTarget.ENUM_VALUE, value.options, around(enumType.parent), value);
            }
        }
        for (LinkedService service : file.services) {
            add(OptionTarget.SERVICE, service.options, scope, service);
            for (LinkedRpc rpc : service.rpcs) {
                add(OptionTarget.RPC, rpc.options, service, rpc);
            }
        }
    }

    /** The ranges of one statement share their options, which are visited once. */
    private void ranges(LinkedMessage message) {
        LinkedOptions last = null;
        for (LinkedRange range : message.extensionRanges) {
            if (range.options() != last) {
                last = range.options();
                add(OptionTarget.EXTENSION_RANGE, last, around(message.parent), message);
            }
        }
    }

    private void add(OptionTarget target, LinkedOptions options, Symbol names, Symbol element) {
        if (!options.written.isEmpty()) {
            visitor.visit(new OptionHolder(file, target, options, names, element));
        }
    }

    private Symbol around(@Nullable LinkedMessage parent) {
        return parent == null ? scope : parent;
    }
}
