package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Declared.Kind;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Located;
import dev.concordat.schema.Message;
import dev.concordat.schema.NumberRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
        Set<Subject.Replaced> references = comparison.replacedTypes();
        Replacements<Message> replacements = new Replacements<>(RenamedMessages::shape, Message::fullName);
        List<Story> stories = new ArrayList<>();
        for (Pair<Message> pair : replacements.of(gone, comparison.addedMessages())) {
            Message before = pair.previous();
            Message after = pair.current();
            if (before.fields().size() >= TELLING_FIELDS
                    || before.name().value().equals(after.name().value())
                    || references.contains(new Subject.Replaced(before.fullName(), after.fullName()))) {
                stories.add(story(before, after));
            }
        }
        return stories;
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

    private static Story story(Message before, Message after) {
        Set<Subject> subjects = new LinkedHashSet<>();
        collect(before, after.fullName(), subjects);
        return new Story(
                RULE,
                after.name().location(),
                before.name().location(),
                "Message \"%s\" is called \"%s\" now, %s. Give it back its name: generated code and every Any that holds one know it by that."
                        .formatted(
                                before.nestedName(),
                                Labels.inPackage(after.fullName(), after.packageName(), before.packageName()),
                                before.fields().isEmpty() ? "without fields as before" : "with the same fields"),
                subjects);
    }

    /** What is inside went along. */
    private static void collect(Message before, String nameAfter, Set<Subject> subjects) {
        subjects.add(new Subject.Deleted(before.fullName()));
        subjects.add(new Subject.Replaced(before.fullName(), nameAfter));
        for (Message nested : before.messages()) {
            collect(nested, nameAfter + "." + nested.name().value(), subjects);
        }
        for (EnumType nested : before.enums()) {
            subjects.add(new Subject.Deleted(nested.fullName()));
            subjects.add(new Subject.Replaced(
                    nested.fullName(), nameAfter + "." + nested.name().value()));
        }
        for (Field extension : before.extensions()) {
            subjects.add(new Subject.Deleted(extension.fullName()));
        }
    }
}
