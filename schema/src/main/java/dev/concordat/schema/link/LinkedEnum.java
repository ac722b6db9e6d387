package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enum while it is linked. */
final class LinkedEnum implements Symbol {
    final String name;
    final LinkedFile file;
    final @Nullable LinkedMessage parent;
    final EnumNode node;
    final List<LinkedEnumValue> values = new ArrayList<>();
    List<LinkedRange> reservedRanges = List.of();
    final List<Word> reservedNames = new ArrayList<>();
    final LinkedOptions options = new LinkedOptions();

    @Nullable
    Features features;

    private final String fullName;

    LinkedEnum(String name, String fullName, LinkedFile file, @Nullable LinkedMessage parent, EnumNode node) {
        this.name = name;
        this.fullName = fullName;
        this.file = file;
        this.parent = parent;
        this.node = node;
    }

    /** The value of this name. */
    @Nullable
    LinkedEnumValue value(String wanted) {
        for (LinkedEnumValue value : values) {
            if (value.name.equals(wanted)) {
                return value;
            }
        }
        return null;
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
        return "enum";
    }
}
