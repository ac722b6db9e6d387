package dev.concordat.check.change;

/**
 * A number that was used and is given up.
 *
 * @param owner the full name of the message or enum
 * @param number the number of the field or enum value
 * @param name the name it had
 */
public record RetiredNumber(String owner, int number, String name) {}
