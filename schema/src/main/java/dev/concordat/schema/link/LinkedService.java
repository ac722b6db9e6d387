package dev.concordat.schema.link;

import dev.concordat.schema.parse.ServiceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service while it is linked. */
final class LinkedService implements Symbol {
    final String name;
    final LinkedFile file;
    final ServiceNode node;
    final List<LinkedRpc> rpcs = new ArrayList<>();
    final LinkedOptions options = new LinkedOptions();
    final Map<String, Symbol> members = new HashMap<>();

    @Nullable
    Features features;

    private final String fullName;

    LinkedService(String name, String fullName, LinkedFile file, ServiceNode node) {
        this.name = name;
        this.fullName = fullName;
        this.file = file;
        this.node = node;
    }

    @Override
    public String fullName() {
        return fullName;
    }

    @Override
    public LinkedFile file() {
        return file;
    }

    @Override
    public int at() {
        return node.name().start();
    }

    @Override
    public String what() {
        return "service";
    }

    @Override
    public @Nullable Symbol member(String wanted) {
        return members.get(wanted);
    }
}
