package dev.concordat.schema.parse;

/** A statement of a file or of a block. Its end is after the semicolon or the closing brace. */
public sealed interface Statement extends Node
        permits SyntaxNode,
                PackageNode,
                ImportNode,
                OptionNode,
                MessageNode,
                EnumNode,
                ServiceNode,
                ExtendNode,
                FieldNode,
                OneofNode,
                ExtensionsNode,
                ReservedNode,
                EnumValueNode,
                RpcNode {

    /** The comments that belong to it. */
    Comments comments();
}
