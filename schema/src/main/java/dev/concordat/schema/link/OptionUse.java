package dev.concordat.schema.link;

import org.jspecify.annotations.Nullable;

/**
 * A field that an option sets and whose own options say where, or in which editions, it can be used.
 *
 * @param field the option, or a field inside it
 * @param value the enum value it is set to, when that has such options
 * @param at where it is set
 * @param holder the declaration that the option belongs to
 */
record OptionUse(LinkedField field, @Nullable LinkedEnumValue value, int at, OptionHolder holder) {}
