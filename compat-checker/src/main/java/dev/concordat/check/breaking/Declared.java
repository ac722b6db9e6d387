package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.Options;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Service;

/**
 * A declaration by its name.
 *
 * @param kind what it is
 * @param fullName the name with its package
 * @param packageName the package
 * @param file the import path of its file
 * @param location the whole declaration
 * @param options its options
 */
record Declared(Kind kind, String fullName, String packageName, String file, Location location, Options options) {

    /** The kinds of declarations that rules follow by name. */
    enum Kind {
        MESSAGE("Message"),
        ENUM("Enum"),
        EXTENSION("Extension"),
        SERVICE("Service");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word that a sentence begins with. */
        String label() {
            return label;
        }
    }

    static Declared of(Message message) {
        return new Declared(
                Kind.MESSAGE,
                message.fullName(),
                message.packageName(),
                message.file(),
                message.location(),
                message.options());
    }

    static Declared of(EnumType enumType) {
        return new Declared(
                Kind.ENUM,
                enumType.fullName(),
                enumType.packageName(),
                enumType.file(),
                enumType.location(),
                enumType.options());
    }

    static Declared of(Service service) {
        return new Declared(
                Kind.SERVICE,
                service.fullName(),
                service.packageName(),
                service.file(),
                service.location(),
                service.options());
    }

    static Declared of(Field extension, ProtoFile file) {
        return new Declared(
                Kind.EXTENSION,
                extension.fullName(),
                file.packageName().value(),
                file.path(),
                extension.location(),
                extension.options());
    }

    /** The name inside the package, such as {@code Outer.Inner}. */
    String nestedName() {
        return packageName.isEmpty() ? fullName : fullName.substring(packageName.length() + 1);
    }

    /** Whether no message is around it. */
    boolean isAtTheTop() {
        return nestedName().indexOf('.') < 0;
    }
}
