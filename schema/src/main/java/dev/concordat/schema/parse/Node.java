package dev.concordat.schema.parse;

/** A stretch of a contract file that means something. Offsets count bytes from the start of the file. */
public interface Node {

    /** The offset of the first byte. */
    int start();

    /** The offset after the last byte. */
    int end();
}
