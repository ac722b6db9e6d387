package dev.concordat.release;

/**
 * A number that was released once and is in use no more.
 *
 * @param parent the full name of the message or enum
 * @param name the field or enum value that had it
 */
public record RetiredNumber(String parent, int number, String name) {}
