package dev.concordat.schema.parse;

/**
 * The statement that names the language: {@code syntax = "proto3";} or {@code edition = "2023";}.
 *
 * @param edition whether its keyword is {@code edition}
 */
public record SyntaxNode(boolean edition, StringNode value, int start, int end, Comments comments)
        implements Statement {}
