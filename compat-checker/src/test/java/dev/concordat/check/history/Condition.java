package dev.concordat.check.history;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.List;
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
    /** The file, or what it declares, is a third party's that no module has. */
    FOREIGN {
        @Override
        boolean holds(Matcher words, Versions versions) {
            String path = words.group("name").endsWith(".proto")
                    ? words.group("name")
                    : fileOf(versions.previous(), words.group("package") + "." + words.group("name"));
            return versions.previous().file(path).flatMap(ProtoFile::module).isEmpty();
        }
    },
    /** A value of the enum has its name still, and another number. */
    MOVED {
        @Override
        boolean holds(Matcher words, Versions versions) {
            return named(versions.previous(), words.group("name"))
                    .anyMatch(before -> versions.current().enumType(before.fullName()).stream()
                            .anyMatch(after -> moved(before, after)));
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

    private static Stream<EnumType> named(Schema schema, String nestedName) {
        return schema.enums().stream()
                .filter(enumType -> enumType.nestedName().equals(nestedName));
    }

    private static boolean moved(EnumType before, EnumType after) {
        List<EnumValue> now = after.values();
        return before.values().stream()
                .anyMatch(value -> now.stream()
                        .anyMatch(other -> other.name().value().equals(value.name().value())
                                && other.number() != value.number()));
    }
}
