package dev.concordat.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds members of contracts for which protoc's generator for Java makes two methods, or two classes, of one name, so that no compiler takes them. Those
 * that occur: it gives other names in some cases ({@link JavaFields}), and not in these.
 */
public final class JavaClashes {
    private static final String REMEDY =
            "Give one of them another name, and for a field \"json_name\" if data in JSON has it; no stubs can be released with both.";

    private final Schema schema;
    private final List<Problem> problems = new ArrayList<>();

    private JavaClashes(Schema schema) {
        this.schema = schema;
    }

    /**
     * A problem for each.
     *
     * @param schema the files with all that they import
     */
    public static List<Problem> problems(Schema schema, Collection<ProtoFile> files) {
        JavaClashes clashes = new JavaClashes(schema);
        for (ProtoFile file : files) {
            clashes.types(beside(file, true), "the file");
            clashes.types(beside(file, false), "the file");
            file.messages().forEach(clashes::message);
        }
        return clashes.problems;
    }

    /** The messages and enums of a file whose classes are in its outer class, or are not. */
    private static List<Element> beside(ProtoFile file, boolean inside) {
        return Stream.<Element>concat(
                        file.messages().stream()
                                .filter(message -> JavaClasses.isInOuterClass(file, message.options()) == inside),
                        file.enums().stream()
                                .filter(enumType -> JavaClasses.isInOuterClass(file, enumType.options()) == inside))
                .toList();
    }

    private void message(Message message) {
        List<Element> nested = new ArrayList<>(message.messages());
        nested.removeIf(inner -> ((Message) inner).mapEntry());
        nested.addAll(message.enums());
        types(nested, "\"%s\"".formatted(message.fullName()));
        fields(message);
        message.messages().stream().filter(inner -> !inner.mapEntry()).forEach(this::message);
    }

    /** Each message has an interface beside its class. */
    private void types(List<Element> types, String where) {
        Set<String> messages = new HashSet<>();
        for (Element type : types) {
            if (type instanceof Message message) {
                messages.add(message.name().value() + "OrBuilder");
            }
        }
        for (Element type : types) {
            String name = type instanceof Message message
                    ? message.name().value()
                    : ((EnumType) type).name().value();
            if (messages.contains(name)) {
                tell(
                        type,
                        "\"%s\" and the interface of \"%s\" in %s are both %s in Java, which does not compile."
                                .formatted(name, name.replaceFirst("OrBuilder$", ""), where, name));
            }
        }
    }

    /** A string has a method for its bytes, a oneof a variable and a method for its case. */
    private void fields(Message message) {
        Map<Integer, String> names = JavaFields.names(message, field -> JavaFields.hasOpenEnum(field, message, schema));
        Map<String, Field> single = new HashMap<>();
        Map<String, Field> repeated = new HashMap<>();
        for (Field field : message.fields()) {
            Map<String, Field> known = isRepeated(field) ? repeated : single;
            known.put(names.getOrDefault(field.number(), ""), field);
        }
        for (Field field : message.fields()) {
            String name = names.getOrDefault(field.number(), "") + "Bytes";
            Field other = (isRepeated(field) ? repeated : single).get(name);
            if (other != null && field.type().value().kind() == Kind.STRING) {
                clash(other, "the bytes of field \"%s\"".formatted(field.name().value()), message, name);
            }
        }
        // Of a oneof's case the variable clashes too, which every field has.
        Map<String, Field> all = new HashMap<>(repeated);
        all.putAll(single);
        for (Oneof oneof : message.oneofs()) {
            String name = JavaClasses.camelCase(oneof.name().value()) + "Case";
            Field other = all.get(name);
            if (other != null) {
                clash(other, "the case of oneof \"%s\"".formatted(oneof.name().value()), message, name);
            }
        }
    }

    private void clash(Field field, String with, Message message, String name) {
        tell(
                field,
                "Field %s \"%s\" of \"%s\" and %s both have the name %s in Java, which does not compile."
                        .formatted(field.number(), field.name().value(), message.fullName(), with, name));
    }

    private static boolean isRepeated(Field field) {
        return field.cardinality().value() == Cardinality.REPEATED;
    }

    private void tell(Element element, String message) {
        Position start = element.location().startPosition();
        problems.add(Problem.at(new Place(element.location().path(), start.line(), start.column()), message, REMEDY));
    }
}
