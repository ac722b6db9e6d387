package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedOptions.Interpreted;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.ValueNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the options of a file: what their names and values mean. The options of descriptor.proto come first, features among them; custom
 * options, whose encoding depends on features, come when those are resolved.
 */
final class OptionInterpreter {
    private final OptionSession session;
    private final Map<OptionTarget, LinkedMessage> types;
    private final OptionPaths paths;
    private final ScalarEncoder scalars = new OptionScalars();
    private final AggregateEncoder aggregates;

    OptionInterpreter(OptionSession session, Map<OptionTarget, LinkedMessage> types) {
        this.session = session;
        this.types = types;
        this.paths = new OptionPaths(session);
        this.aggregates = new AggregateEncoder(session);
    }

    /** Interprets the options that descriptor.proto defines. */
    void interpretStandard(List<OptionHolder> holders) {
        for (OptionHolder holder : holders) {
            interpret(holder, false);
        }
    }

    /** Interprets the options that extend those of descriptor.proto. */
    void interpretCustom(List<OptionHolder> holders) {
        for (OptionHolder holder : holders) {
            interpret(holder, true);
        }
    }

    private void interpret(OptionHolder holder, boolean custom) {
        LinkedOptions options = holder.options();
        Progress progress = null;
        for (OptionNode node : options.written) {
            if (node.name().get(0).extension() == custom) {
                if (progress == null) {
                    progress = new Progress(options);
                }
                session.begin(holder, node);
                interpret(holder, node, progress);
            }
        }
        if (progress != null && progress.encoded.size() > 0) {
            progress.requireAll();
            finish(options, progress.encoded);
            options.encoded = FeatureSets.merged(options, holder.target());
        }
    }

    /** The standard options come first in the bytes; in the list, all stand in source order. */
    private static void finish(LinkedOptions options, WireBuffer encoded) {
        boolean second = !options.encoded.isEmpty();
        options.encoded = options.encoded.concat(encoded.toByteString());
        if (second) {
            options.interpreted.sort((one, other) ->
                    Integer.compare(one.node().start(), other.node().start()));
        }
    }

    private void interpret(OptionHolder holder, OptionNode node, Progress progress) {
        LinkedMessage type = types.get(holder.target());
        LinkedField[] path = type == null ? null : paths.find(holder, type, node);
        if (path == null) {
            return;
        }
        LinkedField leaf = path[path.length - 1];
        List<Integer> numbers = numbers(path);
        if (!leaf.isRepeated() && progress.isSet(numbers)) {
            session.refuse(node.nameStart(), "is set already.", "Keep one of the two.");
            return;
        }
        WireBuffer value = new WireBuffer();
        WireBuffer inner = write(leaf, node.value(), value);
        if (inner == null) {
            return;
        }
        for (LinkedField field : path) {
            session.use(field, node.value());
        }
        progress.encoded.append(wrapped(path, value));
        holder.options().interpreted.add(new Interpreted(node, progress.add(node, path, numbers, inner)));
    }

    /** Writes a value with its tag; returns the value without, or null when it was refused. */
    private @Nullable WireBuffer write(LinkedField field, ValueNode value, WireBuffer target) {
        WireBuffer inner = new WireBuffer();
        if (field.type instanceof LinkedMessage message && value instanceof ValueNode.Aggregate aggregate) {
            if (!aggregates.write(message, aggregate, inner)) {
                return null;
            }
            target.message(field.number, OptionFields.isGroup(field), inner);
            return inner;
        }
        String expected =
                field.type instanceof LinkedMessage ? "an aggregate in braces" : scalars.write(field, value, inner);
        if (expected != null) {
            session.refuseValue(value, field, expected);
            return null;
        }
        target.tag(field.number, AggregateSlots.wireType(field));
        target.append(inner);
        return inner;
    }

    private static WireBuffer wrapped(LinkedField[] path, WireBuffer value) {
        WireBuffer whole = value;
        for (int at = path.length - 2; at >= 0; at--) {
            WireBuffer outer = new WireBuffer();
            outer.message(path[at].number, OptionFields.isGroup(path[at]), whole);
            whole = outer;
        }
        return whole;
    }

    private static List<Integer> numbers(LinkedField[] path) {
        if (path.length == 1) {
            return List.of(path[0].number);
        }
        List<Integer> numbers = new ArrayList<>(path.length);
        for (LinkedField field : path) {
            numbers.add(field.number);
        }
        return numbers;
    }

    /** What one declaration has set so far. */
    private final class Progress {
        private final WireBuffer encoded = new WireBuffer();
        private final boolean single;
        /** Absent while there is only one option, of one part, which cannot be set twice. */
        private @Nullable SetOptions set;
        /** The messages that are set field by field and require some, by the way to them. */
        private Map<List<Integer>, LinkedMessage> requiring = Map.of();

        private Map<List<Integer>, Integer> counts = Map.of();
        private int last;

        Progress(LinkedOptions options) {
            this.single = options.written.size() == 1;
        }

        boolean isSet(List<Integer> numbers) {
            return set != null && set.contains(numbers);
        }

        /** Notes an option; returns the path that SourceCodeInfo records, where an index tells a repeated option from its siblings. */
        int[] add(OptionNode node, LinkedField[] path, List<Integer> numbers, WireBuffer value) {
            LinkedField leaf = path[path.length - 1];
            last = node.nameStart();
            if (!single || path.length > 1) {
                set = set == null ? new SetOptions(session.context) : set;
                set.add(numbers, leaf, value);
                noteRequiring(path, numbers);
            }
            int[] steps = new int[path.length + (leaf.isRepeated() ? 1 : 0)];
            for (int at = 0; at < path.length; at++) {
                steps[at] = path[at].number;
            }
            if (leaf.isRepeated()) {
                counts = counts.isEmpty() ? new HashMap<>(4) : counts;
                steps[path.length] = counts.merge(numbers, 1, Integer::sum) - 1;
            }
            return steps;
        }

        private void noteRequiring(LinkedField[] path, List<Integer> numbers) {
            for (int at = 0; at < path.length - 1; at++) {
                if (path[at].type instanceof LinkedMessage message
                        && !RequiredFields.of(message).isEmpty()) {
                    requiring = requiring.isEmpty() ? new HashMap<>() : requiring;
                    requiring.put(numbers.subList(0, at + 1), message);
                }
            }
        }

        /** Refuses messages that were set field by field without those they require. */
        void requireAll() {
            for (Map.Entry<List<Integer>, LinkedMessage> entry : requiring.entrySet()) {
                for (LinkedField required : RequiredFields.of(entry.getValue())) {
                    List<Integer> path = new ArrayList<>(entry.getKey());
                    path.add(required.number);
                    if (!isSet(path)) {
                        session.refuse(
                                last,
                                "leaves \"%s\" unset, which \"%s\" requires."
                                        .formatted(
                                                required.name, entry.getValue().fullName()),
                                "Set the field too.");
                    }
                }
            }
        }
    }
}
