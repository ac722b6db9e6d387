package dev.concordat.schema.link;

import dev.concordat.schema.parse.OneofNode;
import org.jspecify.annotations.Nullable;

/** A oneof while it is linked. */
final class LinkedOneof implements Symbol {
    final String name;
    final LinkedMessage parent;
    /** Absent for the synthetic oneof of an {@code optional} proto3 field. */
    final @Nullable OneofNode node;
    /** The field that a synthetic oneof was made for. */
    final @Nullable LinkedField only;

    final LinkedOptions options = new LinkedOptions();

    @Nullable
    Features features;

    LinkedOneof(String name, LinkedMessage parent, @Nullable OneofNode node, @Nullable LinkedField only) {
        this.name = name;
        this.parent = parent;
        this.node = node;
        this.only = only;
    }

    boolean isSynthetic() {
        return node == null;
    }

    @Override
    public String fullName() {
        return parent.fullName() + "." + name;
    }

    @Override
    public LinkedFile file() {
        return parent.file;
    }

    @Override
    public int at() {
        if (node != null) {
            return node.name().start();
        }
        return only == null ? 0 : only.at();
    }

    @Override
    public String what() {
        return "oneof";
    }
}
