package dev.concordat.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a YAML document, possibly an absent one: reading on from there finds nothing. */
record YamlNode(@Nullable Object value) {
    YamlNode get(String key) {
        return entries().getOrDefault(key, new YamlNode(null));
    }

    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, content) -> entries.put(String.valueOf(key), new YamlNode(content)));
        }
        return entries;
    }

    List<YamlNode> items() {
        return value instanceof List<?> list ? list.stream().map(YamlNode::new).toList() : List.of();
    }

    /** The scalar as text, empty for anything else. */
    String text() {
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }
}
