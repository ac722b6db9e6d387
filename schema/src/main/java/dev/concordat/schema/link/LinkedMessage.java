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
    List<LinkedOneof> oneofs = List.of();
    /** The nested messages in the order protoc gives them: source order, groups and map entries at their field. */
    List<LinkedMessage> messages = List.of();

    List<LinkedEnum> enums = List.of();
    /** The extensions declared inside. */
    List<LinkedField> extensions = List.of();

    List<LinkedRange> extensionRanges = List.of();
    List<LinkedRange> reservedRanges = List.of();
    List<Word> reservedNames = List.of();
    final LinkedOptions options = new LinkedOptions();
    /** What is declared directly inside, by short name: fields, oneofs, messages, enums, their values, extensions. */
    final Map<String, Symbol> members = new HashMap<>();

    /** The fields that must be set, once they have been asked for. */
    @Nullable
    List<LinkedField> requiredFields;

    @Nullable
    Features features;

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

    /** The list with one more element; most messages need few of their lists. */
    static <T> List<T> with(List<T> list, T element) {
        List<T> grown = list.isEmpty() ? new ArrayList<>(2) : list;
        grown.add(element);
        return grown;
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
