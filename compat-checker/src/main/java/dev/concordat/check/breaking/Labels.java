package dev.concordat.check.breaking;

import dev.concordat.check.Quotation;
import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;

/** What elements are called in messages: as short as the author would say it. */
final class Labels {
    private Labels() {}

    static String of(Element element) {
        if (element instanceof Field field) {
            return field.isExtension()
                    ? "Extension %s \"%s\" of \"%s\""
                            .formatted(
                                    field.number(),
                                    field.name().value(),
                                    last(field.extendee().orElseThrow()))
                    : "Field %s \"%s\" of \"%s\""
                            .formatted(field.number(), field.name().value(), last(field.parent()));
        }
        if (element instanceof Message message) {
            return "Message \"%s\"".formatted(message.nestedName());
        }
        if (element instanceof EnumType enumType) {
            return "Enum \"%s\"".formatted(enumType.nestedName());
        }
        if (element instanceof Rpc rpc) {
            return "Rpc \"%s\" of \"%s\"".formatted(rpc.name().value(), last(rpc.parent()));
        }
        if (element instanceof ProtoFile file) {
            return "File \"%s\"".formatted(Quotation.inside(file.path()));
        }
        throw new IllegalStateException("No label for " + element.getClass().getSimpleName() + ".");
    }

    /** A full name as one says it inside a package. */
    static String inPackage(String fullName, String packageName, String inside) {
        return packageName.equals(inside) && !packageName.isEmpty()
                ? fullName.substring(packageName.length() + 1)
                : fullName;
    }

    /** The last part of a full name. */
    static String last(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
