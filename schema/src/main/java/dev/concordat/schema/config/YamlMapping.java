package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML file, read strictly: a key that the reader never asks for is unknown, and a value of another type than asked for is a problem. A
 * key without value is as good as absent. Problems are collected, and answered with the value for an absent key, so that a reader sees them all.
 */
public final class YamlMapping {
    private final YamlFile file;
    private final Place place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final Map<Node, YamlMapping> children = new LinkedHashMap<>();
    private boolean open;
    private boolean openHere;

    private YamlMapping(YamlFile file, Place place) {
        this.file = file;
        this.place = place;
    }

    /** Reads a whole file; all its problems together are one failure of kind CONFIGURATION. */
    public static <T> T read(String printedPath, byte[] bytes, Function<YamlMapping, T> reader)
            throws ContractException {
        YamlFile file = new YamlFile(printedPath);
        return read(file, file.compose(bytes), reader);
    }

    /** The same of the first document of a file, as buf reads its own. */
    static <T> T readFirst(String printedPath, byte[] bytes, Function<YamlMapping, T> reader) throws ContractException {
        YamlFile file = new YamlFile(printedPath);
        return read(file, file.composeFirst(bytes), reader);
    }

    private static <T> T read(YamlFile file, Optional<Node> composed, Function<YamlMapping, T> reader)
            throws ContractException {
        Optional<Node> root = composed.filter(node -> !NodeKind.isNull(node));
        refuse(file);
        YamlMapping mapping =
                root.map(node -> mapping(file, node)).orElseGet(() -> new YamlMapping(file, file.start()));
        if (root.filter(node -> !(node instanceof MappingNode)).isPresent()) {
            // Keys of a file that is no mapping at all would only be called missing.
            refuse(file);
        }
        T result = reader.apply(mapping);
        mapping.reportUnknownKeys();
        refuse(file);
        return result;
    }

    private static void refuse(YamlFile file) throws ContractException {
        if (!file.problems().isEmpty()) {
            throw new ContractException(Failure.CONFIGURATION, file.problems());
        }
    }

    private static YamlMapping mapping(YamlFile file, Node node) {
        YamlMapping mapping = new YamlMapping(file, file.place(node));
        if (!(node instanceof MappingNode found)) {
            file.report(file.place(node), "A mapping belongs here, not %s.".formatted(NodeKind.of(node)), "");
            return mapping;
        }
        for (NodeTuple entry : found.getValue()) {
            Place at = file.place(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                file.report(at, "A key must be text, not %s.".formatted(NodeKind.of(entry.getKeyNode())), "");
            } else if (mapping.keys.putIfAbsent(key.getValue(), at) != null) {
                String message = "Key \"%s\" is here a second time.".formatted(key.getValue());
                file.report(at, message, "Keep one of them.");
            } else if (!NodeKind.isNull(entry.getValueNode())) {
                mapping.values.put(key.getValue(), entry.getValueNode());
            }
        }
        return mapping;
    }

    private void reportUnknownKeys() {
        if (open) {
            return;
        }
        keys.forEach((key, at) -> {
            if (!openHere && !asked.contains(key)) {
                String near = Suggestions.didYouMean(key, asked).strip();
                String all = "Keys here: " + String.join(", ", asked) + ".";
                file.report(at, "Unknown key \"%s\".".formatted(key), near.isEmpty() ? all : near);
            }
        });
        children.values().forEach(YamlMapping::reportUnknownKeys);
    }

    /** Where the mapping begins. */
    public Place place() {
        return place;
    }

    /** Where a key stands, or where the mapping begins when it has no such key. */
    public Place place(String key) {
        return keys.getOrDefault(key, place);
    }

    /** The mapping's keys, in their order. */
    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** Whether a key is present, be it without value. */
    public boolean has(String key) {
        asked.add(key);
        return keys.containsKey(key);
    }

    /** Whether a key is present with a value. */
    boolean hasValue(String key) {
        return value(key).isPresent();
    }

    /** Accepts every key of this mapping and what is below, asked for or not. */
    public void acceptAnyKey() {
        open = true;
    }

    /** Accepts every key of this mapping, asked for or not; what is below those that are asked for is read strictly. */
    void acceptOtherKeys() {
        openHere = true;
    }

    /** Adds a problem to those of the file. */
    public void report(Place at, String message, String remedy) {
        file.report(at, message, remedy);
    }

    /** The text of a key. */
    public Optional<String> text(String key) {
        return value(key).flatMap(node -> text(key, node));
    }

    /** Whether the text of a key, if it is one, was text in YAML 1.1 as well, with a problem where it was not. */
    boolean isTextInOldYaml(String key) {
        Optional<Node> node = value(key);
        Optional<String> old = node.flatMap(text -> OldScalar.kind(text, file.writtenTag(text)));
        old.ifPresent(kind -> file.report(
                file.place(node.orElseThrow()),
                "\"%s\" must be text, not %s.".formatted(key, kind),
                "Put it in quotes."));
        return old.isEmpty();
    }

    /** The text of a key as it is written, even where YAML reads a number, or true or false. */
    Optional<String> word(String key) {
        return value(key).flatMap(node -> word(key, node)).map(ScalarNode::getValue);
    }

    private Optional<ScalarNode> word(String key, Node node) {
        return node instanceof ScalarNode scalar && NodeKind.isUnquotedText(node)
                ? Optional.of(scalar)
                : scalar(key, node, Tag.STR, "text");
    }

    /** The text of a key that must say something; empty, with a problem, when it does not. */
    public String requiredText(String key) {
        Optional<String> text = hasValue(key) ? text(key) : Optional.of("");
        if (text.filter(String::isEmpty).isPresent()) {
            file.report(place(key), "\"%s\" is not set.".formatted(key), "");
        }
        return text.orElse("");
    }

    /** The true or false of a key, or what YAML 1.1 had for them. */
    public Optional<Boolean> flag(String key) {
        Optional<Boolean> old = value(key).flatMap(OldBoolean::of);
        return old.isPresent() ? old : trueOrFalse(key);
    }

    /** The same in the words of YAML 1.2 alone. */
    Optional<Boolean> trueOrFalse(String key) {
        return value(key)
                .flatMap(node -> scalar(key, node, Tag.BOOL, "true or false"))
                .map(node -> Boolean.valueOf(node.getValue()));
    }

    /** The whole number of a key. */
    public Optional<Integer> number(String key) {
        Optional<ScalarNode> scalar = value(key).flatMap(node -> scalar(key, node, Tag.INT, "a whole number"));
        try {
            return scalar.map(node -> Integer.valueOf(node.getValue()));
        } catch (NumberFormatException e) {
            file.report(place(key), "\"%s\" is out of range.".formatted(key), "");
            return Optional.empty();
        }
    }

    /** Whether the value of a key is neither a list nor a mapping. */
    boolean isText(String key) {
        return value(key).filter(ScalarNode.class::isInstance).isPresent();
    }

    /** Whether the value of a key is a list. */
    boolean isList(String key) {
        return value(key).filter(SequenceNode.class::isInstance).isPresent();
    }

    /** The list of texts of a key as they are written, empty when it is absent; an entry without any is as good as absent, too. */
    public List<String> texts(String key) {
        return textNodes(key).map(ScalarNode::getValue).toList();
    }

    /** The same for a list in which an empty text means something, or is a mistake. */
    List<String> textsOrEmpty(String key) {
        return scalars(key).map(ScalarNode::getValue).toList();
    }

    /** Where each text of a key's list stands first. */
    Map<String, Place> textPlaces(String key) {
        Map<String, Place> places = new LinkedHashMap<>();
        textNodes(key).forEach(node -> places.putIfAbsent(node.getValue(), file.place(node)));
        return places;
    }

    private Stream<ScalarNode> textNodes(String key) {
        return scalars(key).filter(node -> !node.getValue().isEmpty());
    }

    private Stream<ScalarNode> scalars(String key) {
        return items(key).stream().filter(node -> !NodeKind.isNull(node)).flatMap(node -> word(key, node).stream());
    }

    /** The mapping of a key. */
    public Optional<YamlMapping> mapping(String key) {
        return value(key).map(this::child);
    }

    /** The list of mappings of a key, empty when it is absent. */
    public List<YamlMapping> mappings(String key) {
        return items(key).stream().map(this::child).toList();
    }

    /** The mapping from free names to mappings of a key, in the order of the file. */
    public Map<String, YamlMapping> mappingsByName(String key) {
        Map<String, YamlMapping> found = new LinkedHashMap<>();
        mapping(key).ifPresent(named -> {
            for (String name : named.keys.keySet()) {
                YamlMapping empty = new YamlMapping(file, named.place(name));
                found.put(name, named.mapping(name).orElse(empty));
            }
        });
        return found;
    }

    /** The mapping from free names to lists of texts of a key, be they empty, in the order of the file. */
    Map<String, List<String>> textsByName(String key) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        mapping(key).ifPresent(named -> named.keys.keySet().forEach(name -> found.put(name, named.textsOrEmpty(name))));
        return found;
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private YamlMapping child(Node node) {
        return children.computeIfAbsent(node, found -> mapping(file, found));
    }

    private List<Node> items(String key) {
        Optional<Node> value = value(key);
        if (value.isPresent() && !(value.get() instanceof SequenceNode)) {
            file.report(
                    file.place(value.get()),
                    "\"%s\" must be a list, not %s.".formatted(key, NodeKind.of(value.get())),
                    "Write each entry on a line of its own after \"- \".");
        }
        return value.filter(SequenceNode.class::isInstance)
                .map(list -> ((SequenceNode) list).getValue())
                .orElse(List.of());
    }

    private Optional<String> text(String key, Node node) {
        return scalar(key, node, Tag.STR, "text").map(ScalarNode::getValue);
    }

    private Optional<ScalarNode> scalar(String key, Node node, Tag type, String expected) {
        if (node instanceof ScalarNode scalar && node.getTag().equals(type) && !NodeKind.isContradiction(node)) {
            return Optional.of(scalar);
        }
        boolean quotable = type.equals(Tag.STR) && NodeKind.isUnquotedText(node);
        String message = "\"%s\" must be %s, not %s.".formatted(key, expected, NodeKind.of(node));
        file.report(file.place(node), message, quotable ? "Put it in quotes." : "");
        return Optional.empty();
    }
}
