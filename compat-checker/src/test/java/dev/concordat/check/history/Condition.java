package dev.concordat.check.history;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** What must be true of the contracts besides, for a disagreement to be meant; looked up anew, with nothing of the checker's. */
enum Condition {
    ALWAYS {
        @Override
        boolean holds(Matcher words, Versions versions) {
            return true;
        }
    },
    /** The messages {@code before} and {@code after} read each other's bytes. */
    ALIKE {
        @Override
        boolean holds(Matcher words, Versions versions) {
            return new Alike(versions, words.group("rule").contains("JSON"))
                    .test(words.group("before"), words.group("after"));
        }
    },
    /** The package has no declaration of the kind any more, though it is still there. */
    LAST {
        @Override
        boolean holds(Matcher words, Versions versions) {
            String packageName = words.group("package");
            String kind = words.group("kind");
            return declared(versions.previous(), kind, packageName)
                    && !declared(versions.current(), kind, packageName)
                    && versions.current().files().stream()
                            .anyMatch(file -> file.packageName().value().equals(packageName));
        }
    },
    /** The file {@code name}, the type {@code name} of the package or the package as a whole is a third party's that no module has. */
    FOREIGN {
        @Override
        boolean holds(Matcher words, Versions versions) {
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
        }
    },
    /** The file {@code name}, or the package, is still there, in whatever module. */
    KEPT {
        @Override
        boolean holds(Matcher words, Versions versions) {
            String name = words.group("name");
            String packageName = words.group("package");
            return name.isEmpty()
                    ? versions.current().files().stream()
                            .anyMatch(file -> file.packageName().value().equals(packageName))
                    : versions.current().file(name).isPresent();
        }
    },
    /** A field of the message, or a value of the enum, has its name still, and another number. */
    MOVED {
        @Override
        boolean holds(Matcher words, Versions versions) {
            Map<String, Integer> now = numbers(versions.current(), words.group("name"));
            return numbers(versions.previous(), words.group("name")).entrySet().stream()
                    .anyMatch(
                            before -> !before.getValue().equals(now.getOrDefault(before.getKey(), before.getValue())));
        }
    };

    abstract boolean holds(Matcher words, Versions versions);

    private static boolean declared(Schema schema, String kind, String packageName) {
        Stream<String> packages = switch (kind) {
            case "Message" -> schema.messages().stream().map(Message::packageName);
            case "Enum" -> schema.enums().stream().map(EnumType::packageName);
            default -> throw new IllegalArgumentException(kind);
        };
        return packages.anyMatch(packageName::equals);
    }

    private static String fileOf(Schema schema, String fullName) {
        Optional<String> file = schema.message(fullName).map(Message::file);
        return file.or(() -> schema.enumType(fullName).map(EnumType::file)).orElse("");
    }

    /** The numbers of fields and enum values by their full names, of messages and enums that have a name inside their packages. */
    private static Map<String, Integer> numbers(Schema schema, String nestedName) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Message message : schema.messages()) {
            if (message.nestedName().equals(nestedName)) {
                message.fields().forEach(field -> numbers.put(field.fullName(), field.number()));
            }
        }
        for (EnumType enumType : schema.enums()) {
            if (enumType.nestedName().equals(nestedName)) {
                enumType.values()
                        .forEach(value -> numbers.put(
                                enumType.fullName() + "." + value.name().value(), value.number()));
            }
        }
        return numbers;
    }
}
