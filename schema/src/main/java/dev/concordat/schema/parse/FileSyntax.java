package dev.concordat.schema.parse;

/** What the first statement says about the rest of the file. */
enum FileSyntax {
    PROTO2,
    PROTO3,
    EDITION_2023,
    EDITION_2024;

    boolean isProto2() {
        return this == PROTO2;
    }

    boolean isEditions() {
        return this == EDITION_2023 || this == EDITION_2024;
    }

    /** Whether names can be exported or local, and options imported. */
    boolean hasVisibility() {
        return this == EDITION_2024;
    }
}
