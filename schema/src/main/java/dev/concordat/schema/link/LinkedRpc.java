package dev.concordat.schema.link;

import dev.concordat.schema.parse.RpcNode;
import org.jspecify.annotations.Nullable;

/** An rpc while it is linked. */
final class LinkedRpc implements Symbol {
    final String name;
    final LinkedService parent;
    final RpcNode node;

    @Nullable
    LinkedMessage request;

    @Nullable
    LinkedMessage response;

    final LinkedOptions options = new LinkedOptions();

    @Nullable
    Features features;

    LinkedRpc(String name, LinkedService parent, RpcNode node) {
        this.name = name;
        this.parent = parent;
        this.node = node;
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
        return node.name().start();
    }

    @Override
    public String what() {
        return "rpc";
    }
}
