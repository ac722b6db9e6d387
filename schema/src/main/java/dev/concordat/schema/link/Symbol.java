package dev.concordat.schema.link;

import org.jspecify.annotations.Nullable;

/** Something that a full name means. */
sealed interface Symbol
        permits LinkedPackage,
                LinkedMessage,
                LinkedEnum,
                LinkedEnumValue,
                LinkedField,
                LinkedOneof,
                LinkedService,
                LinkedRpc {

    /** The name with package and enclosing declarations. */
    String fullName();

    /** The file that declares it; for a package, the first one. */
    LinkedFile file();

    /** The offset of its name in its file. */
    int at();

    /** What it is, for a message to a person, such as {@code "field"}. */
    String what();

    /** The symbol directly inside it that has this short name. */
    default @Nullable Symbol member(String name) {
        return null;
    }
}
