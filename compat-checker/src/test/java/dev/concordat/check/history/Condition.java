package dev.concordat.check.history;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FileOptions;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.ResolvedFeatures.JsonFormat;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import dev.concordat.schema.Syntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** What must be true of the contracts besides, for a disagreement to be meant; looked up anew, with nothing of the checker's. */
enum Condition {
    ALWAYS((words, versions) -> true),
    /** The messages {@code before} and {@code after} read each other's bytes. */
    ALIKE((words, versions) -> new Alike(versions, words.group("rule").contains("JSON"))
            .test(words.group("before"), words.group("after"))),
    /** The package has no declaration of the kind any more, though it is still there. */
    LAST((words, versions) -> {
        String packageName = words.group("package");
        String kind = words.group("kind");
        return declared(versions.previous(), kind, packageName)
                && !declared(versions.current(), kind, packageName)
                && versions.current().files().stream()
                        .anyMatch(file -> file.packageName().value().equals(packageName));
    }),
    /** The file {@code name}, the type {@code name} of the package or the package as a whole is a third party's that no module has. */
    FOREIGN((words, versions) -> {
        String name = words.group("name");
        String packageName = words.group("package");
        Schema previous = versions.previous();
        return name.isEmpty()
                ? previous.files().stream()
                        .filter(file -> file.packageName().value().equals(packageName))
                        .allMatch(file -> file.module().isEmpty())
                : previous.file(packageName.isEmpty() ? name : fileOf(previous, packageName + "." + name))
                        .flatMap(ProtoFile::module)
                        .isEmpty();
    }),
    /** The file {@code name}, or the package, is still there, in whatever module. */
    KEPT((words, versions) -> {
        String name = words.group("name");
        String packageName = words.group("package");
        return name.isEmpty()
                ? versions.current().files().stream()
                        .anyMatch(file -> file.packageName().value().equals(packageName))
                : versions.current().file(name).isPresent();
    }),
    /** The file {@code name} is new, and declares all that one did which is gone. */
    ELSEWHERE((words, versions) -> {
        String name = words.group("name");
        List<String> now =
                versions.current().file(name).map(Condition::topLevel).orElse(List.of());
        return versions.previous().file(name).isEmpty()
                && versions.previous().files().stream()
                        .filter(file -> versions.current().file(file.path()).isEmpty())
                        .anyMatch(file -> now.containsAll(topLevel(file)));
    }),
    /** What the file {@code before} declared as {@code name} is declared by the file {@code after} now. */
    IN_ANOTHER_FILE((words, versions) -> isDeclared(versions.previous(), words.group("before"), words.group("name"))
            && isDeclared(versions.current(), words.group("after"), words.group("name"))),
    /** A field of the message, or a value of the enum, has its name still, and another number. */
    MOVED((words, versions) -> {
        Map<String, Integer> now = numbers(versions.current(), words.group("name"));
        return numbers(versions.previous(), words.group("name")).entrySet().stream()
                .anyMatch(before -> !before.getValue().equals(now.getOrDefault(before.getKey(), before.getValue())));
    }),
    /** The value {@code number} of the enum has the name {@code new}, which the enum had not, before all others. */
    NEWLY_NAMED((words, versions) -> {
        String added = words.group("new");
        return versions.current().enums().stream()
                .filter(now -> isCalled(now.fullName(), words.group("name")))
                .anyMatch(now -> now.values(Integer.parseInt(words.group("number"))).stream()
                                .limit(1)
                                .anyMatch(value -> value.name().value().equals(added))
                        && !numbers(versions.previous(), now.fullName()).containsKey(now.fullName() + "." + added));
    }),
    /** The extension {@code name} has the one number before and the other now. */
    RENUMBERED((words, versions) -> extensions(versions.previous(), words, "before")
            .anyMatch(before -> extensions(versions.current(), words, "after")
                    .anyMatch(after -> before.fullName().equals(after.fullName())))),
    /** The enum was made for JSON as {@code before} and is not as {@code after}, or JSON is written with a name now that it did not have. */
    OTHERWISE_IN_JSON((words, versions) -> {
        EnumType before = versions.previous().enumType(words.group("before")).orElse(null);
        EnumType after = versions.current().enumType(words.group("after")).orElse(null);
        return before != null && after != null && ((isForJson(before) && !isForJson(after)) || hasNew(before, after));
    }),
    /** The field {@code number} of the message is required in an edition, before or now. */
    LEGACY_REQUIRED((words, versions) -> {
        int number = Integer.parseInt(words.group("number"));
        return Stream.of(versions.previous(), versions.current())
                .flatMap(schema -> schema.messages().stream()
                        .filter(message -> isCalled(message.fullName(), words.group("name"))
                                && schema.file(message.file())
                                        .filter(file -> file.syntax().value() == Syntax.EDITIONS)
                                        .isPresent()))
                .flatMap(message -> message.fields().stream())
                .anyMatch(
                        field -> field.number() == number && field.cardinality().value() == Cardinality.REQUIRED);
    }),
    /** The message is the entry of a map, before and now. */
    MAP_ENTRY((words, versions) -> Stream.of(versions.previous(), versions.current())
            .allMatch(schema -> schema.messages().stream()
                    .anyMatch(message -> message.mapEntry() && isCalled(message.fullName(), words.group("name"))))),
    /** A file is written in edition 2024, before or now. */
    EDITION_2024((words, versions) -> either(
            versions,
            schema -> schema.files().stream()
                    .anyMatch(file -> file.descriptor().types().getEdition() == Edition.EDITION_2024))),
    /** Two files extend a message by the number {@code number}. */
    EXTENDED_TWICE((words, versions) -> {
        int number = Integer.parseInt(words.group("number"));
        return either(versions, schema -> {
            List<Field> extensions = schema.extensions().stream()
                    .filter(extension -> extension.number() == number)
                    .toList();
            return extensions.stream()
                    .anyMatch(one -> extensions.stream()
                            .anyMatch(other -> one.extendee().equals(other.extendee())
                                    && !fileOf(one).equals(fileOf(other))));
        });
    }),
    /** Two fields of a message that promises no JSON have one name in it. */
    SAME_JSON_NAME((words, versions) -> either(
            versions,
            schema -> schema.messages().stream()
                    .filter(message -> message.features().jsonFormat() == JsonFormat.LEGACY_BEST_EFFORT)
                    .anyMatch(message -> message.fields().stream()
                                    .map(field -> field.jsonName().value())
                                    .distinct()
                                    .count()
                            < message.fields().size()))),
    /** An extension in a file that is not of proto2 has the closed enum {@code name} for a type. */
    CLOSED_EXTENSION((words, versions) -> {
        String name = words.group("name");
        return either(
                versions,
                schema -> schema.enumType(name).filter(EnumType::closed).isPresent()
                        && schema.files().stream()
                                .filter(file -> file.syntax().value() != Syntax.PROTO2)
                                .anyMatch(file -> schema.extensions().stream()
                                        .anyMatch(extension -> fileOf(extension)
                                                        .equals(file.location().path())
                                                && extension
                                                        .type()
                                                        .value()
                                                        .typeName()
                                                        .equals(name))));
    }),
    /** A file of an edition says {@code java_string_check_utf8}. */
    CHECKED_IN_EDITION((words, versions) -> either(
            versions,
            schema -> schema.files().stream()
                    .filter(file -> file.syntax().value() == Syntax.EDITIONS)
                    .anyMatch(file -> ((FileOptions) file.options().message()).hasJavaStringCheckUtf8())));

    @SuppressWarnings("ImmutableEnumChecker") // Functions of what they are given.
    private final BiPredicate<Matcher, Versions> condition;

    Condition(BiPredicate<Matcher, Versions> condition) {
        this.condition = condition;
    }

    boolean holds(Matcher words, Versions versions) {
        return condition.test(words, versions);
    }

    private static boolean isDeclared(Schema schema, String path, String name) {
        return schema.file(path)
                .filter(file -> topLevel(file).stream().anyMatch(fullName -> isCalled(fullName, name)))
                .isPresent();
    }

    private static Stream<Field> extensions(Schema schema, Matcher words, String number) {
        return schema.extensions().stream()
                .filter(extension -> extension.fullName().equals(words.group("name"))
                        && extension.number() == Integer.parseInt(words.group(number)));
    }

    private static boolean isForJson(EnumType type) {
        return type.features().jsonFormat() == JsonFormat.ALLOW;
    }

    private static boolean hasNew(EnumType before, EnumType after) {
        return before.values().stream()
                .map(EnumValue::number)
                .anyMatch(number -> after.values(number).stream()
                        .limit(1)
                        .map(written -> written.name().value())
                        .anyMatch(written -> before.values(number).stream()
                                .noneMatch(value -> value.name().value().equals(written))));
    }

    private static boolean declared(Schema schema, String kind, String packageName) {
        Stream<String> packages = switch (kind) {
            case "Message" -> schema.messages().stream().map(Message::packageName);
            case "Enum" -> schema.enums().stream().map(EnumType::packageName);
            case "Extension" ->
                schema.files().stream()
                        .filter(file -> schema.extensions().stream()
                                .anyMatch(extension ->
                                        fileOf(extension).equals(file.location().path())))
                        .map(file -> file.packageName().value());
            default -> throw new IllegalArgumentException(kind);
        };
        return packages.anyMatch(packageName::equals);
    }

    private static boolean either(Versions versions, Predicate<Schema> condition) {
        return condition.test(versions.previous()) || condition.test(versions.current());
    }

    private static String fileOf(Field extension) {
        return extension.location().path();
    }

    private static String fileOf(Schema schema, String fullName) {
        Optional<String> file = schema.message(fullName).map(Message::file);
        return file.or(() -> schema.enumType(fullName).map(EnumType::file)).orElse("");
    }

    /** Findings tell a message or an enum by the last part of its name. */
    private static boolean isCalled(String fullName, String name) {
        return ("." + fullName).endsWith("." + name);
    }

    /** The numbers of fields and enum values by their full names, of messages and enums that are called so. */
    private static Map<String, Integer> numbers(Schema schema, String name) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Message message : schema.messages()) {
            if (isCalled(message.fullName(), name)) {
                message.fields().forEach(field -> numbers.put(field.fullName(), field.number()));
            }
        }
        for (EnumType enumType : schema.enums()) {
            if (isCalled(enumType.fullName(), name)) {
                enumType.values()
                        .forEach(value -> numbers.put(
                                enumType.fullName() + "." + value.name().value(), value.number()));
            }
        }
        return numbers;
    }

    private static List<String> topLevel(ProtoFile file) {
        return Stream.of(
                        file.messages().stream().map(Message::fullName),
                        file.enums().stream().map(EnumType::fullName),
                        file.services().stream().map(Service::fullName),
                        file.extensions().stream().map(Field::fullName))
                .flatMap(names -> names)
                .toList();
    }
}
