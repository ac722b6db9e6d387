package dev.concordat.schema;

/**
 * A value of an enum.
 *
 * @param name the name
 * @param number the number
 * @param numberLocation where the number stands
 * @param options its options
 */
public record EnumValue(
        Located<String> name, int number, Location numberLocation, Options options, Location location, String comment)
        implements Element {}
