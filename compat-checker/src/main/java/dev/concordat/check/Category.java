package dev.concordat.check;

/** A named set of rules; how strict it is falls from the first to the fourth. The names are buf's, but for the last. */
public enum Category {
    /** Generated code stays source compatible, file by file: C++ and Python care where a type is declared. */
    FILE,
    /** Generated code stays source compatible, package by package. */
    PACKAGE,
    /** Binary and JSON messages stay readable. */
    WIRE_JSON,
    /** Binary messages stay readable. */
    WIRE,
    /** What the Confluent schema registry asks for. */
    CSR,
    /** No value changes that binary messages hold; of our own, and on only where it is asked for, beside another category. */
    LOSSY
}
