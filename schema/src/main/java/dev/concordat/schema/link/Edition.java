package dev.concordat.schema.link;

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

    /** The number in {@code google.protobuf.Edition}. */
    int number() {
        return number;
    }

    /** Whether the file begins with {@code edition}. */
    boolean isEdition() {
        return number >= EDITION_2023.number;
    }
}
