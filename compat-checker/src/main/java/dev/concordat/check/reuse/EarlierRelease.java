package dev.concordat.check.reuse;

import dev.concordat.schema.Schema;

/**
 * The contracts of a release.
 *
 * @param name what people call it, such as {@code shop/v1.2.0}
 */
public record EarlierRelease(String name, Schema schema) {}
