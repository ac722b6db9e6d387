package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Declared.Kind;
import dev.concordat.check.breaking.Subject.Replaced;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Located;
import dev.concordat.schema.Message;
import dev.concordat.schema.NumberRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows messages that are built as before under another name. */
final class RenamedMessages {
    static final String RULE = "MESSAGE_SAME_NAME";
    /** A message with fewer fields is found under another name only when others say so by referring to that. */
    private static final int TELLING_FIELDS = 2;

    private RenamedMessages() {}

    static List<Story> stories(Comparison comparison) {
        List<Message> gone = new ArrayList<>();
        for (Declared declared : comparison.deletions().fromPackages(Kind.MESSAGE)) {
            Message message = comparison.previous().message(declared.fullName());
            if (message != null && !message.mapEntry() && !comparison.isGoneAround(declared)) {
                gone.add(message);
            }
        }
        if (gone.isEmpty()) {
            return List.of();
        }
        List<Pair<Message>> renamed = told(
                new Replacements<>(RenamedMessages::sketch, RenamedMessages::shape, Message::fullName)
                        .of(gone, comparison.addedMessages()),
                comparison);
        IdentityHashMap<Pair<Message>, Set<Subject>> subjects = new IdentityHashMap<>();
        Set<Subject> known = new HashSet<>();
        for (Pair<Message> pair : renamed) {
            Set<Subject> ofPair = new LinkedHashSet<>();
            collect(pair.previous(), pair.current().fullName(), ofPair);
            subjects.put(pair, ofPair);
            known.addAll(ofPair);
        }
        comparison
                .renamedEnums()
                .forEach(pair -> known.add(
                        new Replaced(pair.previous().fullName(), pair.current().fullName())));
        return renamed.parallelStream()
                .map(pair -> story(pair, subjects.getOrDefault(pair, Set.of()), otherTypes(pair), known))
                .toList();
    }

    /** The ones that have enough fields or kept their short name, and those that others refer to in place of the one before. */
    private static List<Pair<Message>> told(List<Pair<Message>> pairs, Comparison comparison) {
        Map<Replaced, Pair<Message>> found = new LinkedHashMap<>();
        pairs.forEach(pair -> found.put(
                new Replaced(pair.previous().fullName(), pair.current().fullName()), pair));
        Set<Replaced> references = comparison.replacedTypes();
        Set<Replaced> told = new HashSet<>();
        found.forEach((names, pair) -> {
            Message before = pair.previous();
            if (before.fields().size() >= TELLING_FIELDS
                    || before.name().value().equals(pair.current().name().value())
                    || references.contains(names)) {
                told.add(names);
            }
        });
        Deque<Replaced> open = new ArrayDeque<>(told);
        while (!open.isEmpty()) {
            for (Pair<Field> field : fields(open.pop(), found)) {
                Replaced types = types(field);
                if (found.containsKey(types) && told.add(types)) {
                    open.push(types);
                }
            }
        }
        found.keySet().retainAll(told);
        return List.copyOf(found.values());
    }

    private static List<Pair<Field>> fields(Replaced names, Map<Replaced, Pair<Message>> found) {
        List<Pair<Field>> fields = new ArrayList<>();
        Pair<Message> pair = found.get(names);
        if (pair != null) {
            collectFields(pair.previous(), pair.current(), fields);
        }
        return fields;
    }

    /** The fields and extensions of a message and of all inside of it, of which the one now is built as the one before. */
    static void collectFields(Message before, Message after, List<Pair<Field>> fields) {
        for (Field field : before.fields()) {
            after.field(field.number()).ifPresent(match -> fields.add(new Pair<>(field, match)));
        }
        Map<String, Field> extensions = new HashMap<>();
        after.extensions().forEach(extension -> extensions.put(extension.name().value(), extension));
        for (Field extension : before.extensions()) {
            Field match = extensions.get(extension.name().value());
            if (match != null) {
                fields.add(new Pair<>(extension, match));
            }
        }
        Map<String, Message> inside = new HashMap<>();
        after.messages().forEach(nested -> inside.put(nested.name().value(), nested));
        for (Message nested : before.messages()) {
            Message match = inside.get(nested.name().value());
            if (match != null) {
                collectFields(nested, match, fields);
            }
        }
    }

    /** The types of a field. */
    static Replaced types(Pair<Field> field) {
        return new Replaced(
                field.previous().type().value().typeName(),
                field.current().type().value().typeName());
    }

    /** The fields whose type has another name. */
    private static List<Pair<Field>> otherTypes(Pair<Message> pair) {
        List<Pair<Field>> fields = new ArrayList<>();
        collectFields(pair.previous(), pair.current(), fields);
        fields.removeIf(field -> {
            Replaced types = types(field);
            return types.previous().equals(types.current());
        });
        return fields;
    }

    private static int sketch(Message message) {
        int sketch = message.messages().size();
        for (Field field : message.fields()) {
            sketch += 31 * field.name().value().hashCode() + field.number();
        }
        return sketch;
    }

    /** What a message consists of, but for the names of messages and enums elsewhere, which may have been renamed too. */
    private static String shape(Message message) {
        StringBuilder shape = new StringBuilder();
        append(message, shape);
        if (message.fields().isEmpty()) {
            // All that have nothing are alike: only one that stands in the same place, and is referred to instead, is
            // the same.
            String name = message.fullName();
            shape.append(message.file())
                    .append(' ')
                    .append(name, 0, name.length() - Labels.last(name).length());
        }
        return shape.toString();
    }

    /** All of it that a rule compares, since nothing does while it has another name. */
    private static void append(Message message, StringBuilder shape) {
        shape.append(message.features().jsonFormat())
                .append(' ')
                .append(message.options().isTrue("no_standard_descriptor_accessor"))
                .append(message.options().isTrue("message_set_wire_format"))
                .append('\n');
        appendReserved(message.reservedRanges(), message.reservedNames(), shape);
        appendRanges("extensions", message.extensionRanges(), shape);
        for (Field field : byNumber(message.fields())) {
            append(field, shape);
        }
        for (Field extension : byNumber(message.extensions())) {
            append(
                    extension,
                    shape.append("extend ")
                            .append(Labels.last(extension.extendee().orElse(""))));
        }
        for (Message nested : sorted(
                message.messages(),
                (one, other) -> one.name().value().compareTo(other.name().value()))) {
            shape.append("message ").append(nested.name().value()).append(" {\n");
            append(nested, shape);
            shape.append("}\n");
        }
        for (EnumType nested : sorted(
                message.enums(),
                (one, other) -> one.name().value().compareTo(other.name().value()))) {
            shape.append("enum ").append(nested.name().value()).append(" {\n");
            RenamedEnums.append(nested, shape);
            shape.append("}\n");
        }
    }

    private static void append(Field field, StringBuilder shape) {
        shape.append(field.number())
                .append(' ')
                .append(field.name().value())
                .append(' ')
                .append(field.jsonName().value())
                .append(' ')
                .append(field.type().value().kind())
                .append(' ')
                .append(field.cardinality().value())
                .append(' ')
                .append(field.oneof())
                .append(' ')
                .append(field.defaultValue().map(Located::value))
                .append(' ')
                .append(field.features().utf8Validation())
                .append(field.features().alwaysVerifiedInJava())
                .append(field.features().cppStringType())
                .append(field.options().text("ctype").value())
                .append(field.options().text("jstype").value())
                .append('\n');
    }

    /** The numbers and names that may not come back. */
    static void appendReserved(List<NumberRange> ranges, List<Located<String>> names, StringBuilder shape) {
        appendRanges("reserved", ranges, shape);
        shape.append(names.stream().map(Located::value).sorted().toList()).append('\n');
    }

    private static void appendRanges(String what, List<NumberRange> ranges, StringBuilder shape) {
        shape.append(what)
                .append(ranges.stream()
                        .map(range -> range.first() + "-" + range.last())
                        .sorted()
                        .toList())
                .append('\n');
    }

    private static List<Field> byNumber(List<Field> fields) {
        return sorted(fields, (one, other) -> Integer.compare(one.number(), other.number()));
    }

    private static <T> List<T> sorted(List<T> elements, Comparator<T> order) {
        return elements.stream().sorted(order).toList();
    }

    private static Story story(
            Pair<Message> pair, Set<Subject> subjects, List<Pair<Field>> otherTypes, Set<Subject> renamed) {
        Message before = pair.previous();
        Message after = pair.current();
        boolean areRenamed = otherTypes.stream().map(RenamedMessages::types).allMatch(renamed::contains);
        String same = areRenamed ? "with the same fields" : "with the same fields, some of other types";
        return new Story(
                RULE,
                Optional.of(after.name().location()),
                before.name().location(),
                "Message \"%s\" is called \"%s\" now, %s. Give it back its name: generated code and every Any that holds one know it by that."
                        .formatted(
                                before.nestedName(),
                                Labels.inPackage(after.fullName(), after.packageName(), before.packageName()),
                                before.fields().isEmpty() ? "without fields as before" : same),
                subjects,
                otherTypes);
    }

    /** What is inside went along. */
    private static void collect(Message before, String nameAfter, Set<Subject> subjects) {
        subjects.add(new Subject.Deleted(before.fullName()));
        subjects.add(new Replaced(before.fullName(), nameAfter));
        for (Message nested : before.messages()) {
            collect(nested, nameAfter + "." + nested.name().value(), subjects);
        }
        for (EnumType nested : before.enums()) {
            subjects.add(new Subject.Deleted(nested.fullName()));
            subjects.add(new Replaced(
                    nested.fullName(), nameAfter + "." + nested.name().value()));
        }
        for (Field extension : before.extensions()) {
            subjects.add(new Subject.Deleted(extension.fullName()));
        }
    }
}
