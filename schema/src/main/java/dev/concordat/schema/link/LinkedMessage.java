package dev.concordat.schema.link;

import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.RangeNode;
import dev.concordat.schema.parse.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message while it is linked. A map entry has no node of its own; its {@link #mapField} stands for it. */
final class LinkedMessage implements Symbol {
    final String name;
    final LinkedFile file;
    final @Nullable LinkedMessage parent;
    /** Absent for a map entry. */
    final @Nullable MessageNode node;
    /** The map field that a map entry was made for. */
    final @Nullable FieldNode mapField;
    /** The fields in source order, those of oneofs and groups included. */
    final List<LinkedField> fields = new ArrayList<>();
    /** The written oneofs in source order, then the synthetic ones of proto3's {@code optional}. */
    final List<LinkedOneof> oneofs = new ArrayList<>();
    /** The nested messages in the order protoc gives them: source order, groups and map entries at their field. */
    final List<LinkedMessage> messages = new ArrayList<>();
    final List<LinkedEnum> enums = new ArrayList<>();
    /** The extensions declared inside. */
    final List<LinkedField> extensions = new ArrayList<>();
    final List<LinkedRange> extensionRanges = new ArrayList<>();
    final List<LinkedRange> reservedRanges = new ArrayList<>();
    final List<Word> reservedNames = new ArrayList<>();
    final LinkedOptions options = new LinkedOptions();
    /** What is declared directly inside, by short name: fields, oneofs, messages, enums, their values, extensions. */
    final Map<String, Symbol> members = new HashMap<>();

    @Nullable Features features;
    private final String fullName;

    LinkedMessage(
            String name,
            String fullName,
            LinkedFile file,
            @Nullable LinkedMessage parent,
            @Nullable MessageNode node,
            @Nullable FieldNode mapField) {
        this.name = name;
        this.fullName = fullName;
        this.file = file;
        this.parent = parent;
        this.node = node;
        this.mapField = mapField;
    }

    /** Whether protobuf made it for a map field. */
    boolean isMapEntry() {
        return mapField != null;
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
        if (node != null) {
            return node.name().start();
        }
        return mapField == null ? 0 : mapField.name().start();
    }

    @Override
    public String what() {
        return "message";
    }

    @Override
    public @Nullable Symbol member(String wanted) {
        return members.get(wanted);
    }

    /**
     * A range of numbers.
     *
     * @param first the first number
     * @param last the last number, inclusive
     * @param options for extension ranges; ranges of one statement share them
     */
    record LinkedRange(int first, int last, RangeNode node, LinkedOptions options) {}
}
