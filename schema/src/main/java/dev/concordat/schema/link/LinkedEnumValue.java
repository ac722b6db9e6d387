package dev.concordat.schema.link;

import dev.concordat.schema.parse.EnumValueNode;
import org.jspecify.annotations.Nullable;

/** A value of an enum while it is linked. Its full name is a sibling of the enum's (protobuf.dev, Language Guide: enum values). */
final class LinkedEnumValue implements Symbol {
    final String name;
    final LinkedEnum parent;
    final EnumValueNode node;
    final LinkedOptions options = new LinkedOptions();

    @Nullable
    Features features;

    LinkedEnumValue(String name, LinkedEnum parent, EnumValueNode node) {
        this.name = name;
        this.parent = parent;
        this.node = node;
    }

    int number() {
        return node.number().value();
    }

    @Override
    public String fullName() {
        String sibling = parent.fullName();
        return sibling.substring(0, sibling.length() - parent.name.length()) + name;
    }

    @Override
    public LinkedFile file() {
        return parent.file;
    }

    @Override
    public int at() {
        return node.name().start();
    }

    @Override
    public String what() {
        return "enum value";
    }
}
