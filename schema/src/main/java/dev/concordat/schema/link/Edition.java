package dev.concordat.schema.link;

import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.SyntaxNode;

/** The language a file is written in, as descriptor.proto numbers them ({@code google.protobuf.Edition}). */
enum Edition {
    PROTO2(998),
    PROTO3(999),
    EDITION_2023(1000),
    EDITION_2024(1001);

    private final int number;

    Edition(int number) {
        this.number = number;
    }

    /** The language that a file says it is written in; proto2 when it says nothing, or nothing that the parser knows. */
    static Edition of(FileNode file) {
        SyntaxNode syntax = file.syntax().orElse(null);
        if (syntax == null) {
            return PROTO2;
        }
        return switch (syntax.value().text()) {
            case "proto3" -> PROTO3;
            case "2023" -> EDITION_2023;
            case "2024" -> EDITION_2024;
            default -> PROTO2;
        };
    }

    /** The number in {@code google.protobuf.Edition}. */
    int number() {
        return number;
    }

    /** Whether the file begins with {@code edition}. */
    boolean isEdition() {
        return number >= EDITION_2023.number;
    }
}
