package dev.concordat.schema.config;

import com.google.protobuf.DescriptorProtos.FileOptions.OptimizeMode;
import dev.concordat.schema.config.ManagedOption.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the values that managed mode sets, each by the kind of its option. */
final class ManagedValues {
    private static final List<String> OPTIMIZATIONS =
            Stream.of(OptimizeMode.values()).map(OptimizeMode::name).toList();

    private ManagedValues() {}

    /** The value of a key as text, empty when it is absent or, with a problem, none of the kind. */
    static Optional<String> read(YamlMapping mapping, String key, Kind kind) {
        return switch (kind) {
            case TEXT -> mapping.text(key);
            case FLAG -> mapping.flag(key).map(value -> value.toString());
            case OPTIMIZATION -> {
                Optional<String> text = mapping.text(key);
                if (text.isPresent() && !OPTIMIZATIONS.contains(text.get())) {
                    mapping.report(
                            mapping.place(key),
                            "\"%s\" is nothing that code can be optimized for.".formatted(text.get()),
                            "Write one of %s.".formatted(String.join(", ", OPTIMIZATIONS)));
                    yield Optional.empty();
                }
                yield text;
            }
        };
    }

    /** Checks the name of a module. */
    static void checkModule(YamlMapping mapping, String key, String name) {
        if (!Dependency.isName(name)) {
            mapping.report(
                    mapping.place(key),
                    "\"%s\" is no name of a module.".formatted(name),
                    "Write registry/owner/module.");
        }
    }
}
