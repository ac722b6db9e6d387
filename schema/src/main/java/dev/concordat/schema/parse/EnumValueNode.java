package dev.concordat.schema.parse;

import org.jspecify.annotations.Nullable;

/** A value of an enum. */
public record EnumValueNode(
        Word name, NumberNode number, @Nullable BracketOptions options, int start, int end, Comments comments)
        implements Statement {}
