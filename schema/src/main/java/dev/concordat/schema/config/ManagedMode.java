package dev.concordat.schema.config;

import com.google.protobuf.DescriptorProtos.FileOptions;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Managed mode of buf.gen.yaml: file options that are set when code is generated, whatever contracts say. What is said last counts.
 *
 * @param enabled whether anything is set
 * @param disabled what is left as contracts say it
 * @param overrides values to set in place of the usual ones
 */
public record ManagedMode(boolean enabled, List<Disabled> disabled, List<Overridden> overrides) {
    /** Where it is configured, beside buf.yaml. */
    static final String FILE = "buf.gen.yaml";

    /** Contracts stay as they are. */
    static final ManagedMode OFF = new ManagedMode(false, List.of(), List.of());

    private static final String KEY = "managed";

    /** Keeps unchangeable copies. */
    public ManagedMode {
        disabled = List.copyOf(disabled);
        overrides = List.copyOf(overrides);
    }

    /** Managed mode at the root of a tree; the prefix precedes printed paths. */
    static ManagedMode find(FileTree tree, String printedPrefix) throws ContractException {
        Optional<byte[]> content = tree.read(FILE);
        // Most such files name plugins, which are nobody's business here.
        if (content.isEmpty() || !new String(content.get(), StandardCharsets.ISO_8859_1).contains(KEY)) {
            return OFF;
        }
        return parse(printedPrefix + FILE, content.get());
    }

    /** Reads the content of a buf.gen.yaml. */
    public static ManagedMode parse(String printedPath, byte[] content) throws ContractException {
        return YamlMapping.readFirst(printedPath, content, ManagedMode::read);
    }

    private static ManagedMode read(YamlMapping root) {
        root.acceptOtherKeys();
        String version = root.requiredText("version");
        return switch (version) {
            case "v2" -> root.mapping(KEY).map(ManagedFormat::read).orElse(OFF);
            case "v1" -> root.mapping(KEY).map(ManagedModuleFormat::read).orElse(OFF);
            case "v1beta1" -> ManagedModuleFormat.readFirst(root);
            default -> {
                if (!version.isEmpty()) {
                    root.report(
                            root.place("version"),
                            "There is no version \"%s\" of buf.gen.yaml.".formatted(version),
                            "Write v2, v1 or v1beta1.");
                }
                yield OFF;
            }
        };
    }

    /** The same contracts with these options in the files of modules; third parties' code was generated without them. */
    public Schema apply(Schema schema, List<ModuleConfig> modules) {
        if (!enabled) {
            return schema;
        }
        return new Schema(schema.files().stream()
                .map(file -> file.module().isEmpty() ? file : apply(file, modules))
                .toList());
    }

    private ProtoFile apply(ProtoFile file, List<ModuleConfig> modules) {
        Optional<String> module = modules.stream()
                .filter(config -> file.module().equals(Optional.of(config.id())))
                .findFirst()
                .flatMap(ModuleConfig::name);
        FileOptions.Builder set = FileOptions.newBuilder();
        for (ManagedOption option : ManagedOption.ALL) {
            String value = value(option, file, module);
            if (!value.isEmpty() && !file.options().text(option.name()).value().equals(value)) {
                set(set, option, value);
            }
        }
        FileOptions options = set.build();
        return options.equals(FileOptions.getDefaultInstance()) ? file : file.withManaged(options);
    }

    private static void set(FileOptions.Builder options, ManagedOption option, String value) {
        FieldDescriptor field = FileOptions.getDescriptor().findFieldByName(option.name());
        options.setField(
                field,
                switch (option.kind()) {
                    case TEXT -> value;
                    case FLAG -> Boolean.valueOf(value);
                    case OPTIMIZATION -> field.getEnumType().findValueByName(value);
                });
    }

    private String value(ManagedOption option, ProtoFile file, Optional<String> module) {
        String path = file.path();
        String packageName = file.packageName().value();
        if (isDisabled(option.name(), path, module)) {
            return "";
        }
        boolean prefixes = !option.prefix().isEmpty() && !isDisabled(option.prefix(), path, module);
        boolean suffixes = !option.suffix().isEmpty() && !isDisabled(option.suffix(), path, module);
        String value = option.byDefault().apply(path, packageName);
        String prefix = prefixes ? option.usualPrefix() : "";
        String suffix = "";
        for (Overridden override : overrides) {
            if (!override.scope().has(path, module)) {
                continue;
            }
            if (override.option().equals(option.name())) {
                value = override.value();
                prefix = "";
                suffix = "";
            } else if (prefixes && override.option().equals(option.prefix())) {
                value = "";
                prefix = override.value();
            } else if (suffixes && override.option().equals(option.suffix())) {
                value = "";
                suffix = override.value();
            }
        }
        return prefix.isEmpty() && suffix.isEmpty() ? value : option.affixed().value(path, packageName, prefix, suffix);
    }

    private boolean isDisabled(String option, String path, Optional<String> module) {
        return disabled.stream()
                .anyMatch(rule -> (rule.option().isEmpty() || rule.option().equals(Optional.of(option)))
                        && rule.scope().has(path, module));
    }

    /**
     * The files that a rule is about.
     *
     * @param module the name of their module, empty for any
     * @param path an import path, or that of a directory, empty for any
     */
    public record Scope(Optional<String> module, Optional<String> path) {
        /** All files. */
        static final Scope ALL = new Scope(Optional.empty(), Optional.empty());

        boolean has(String file, Optional<String> fileModule) {
            return (module.isEmpty() || module.equals(fileModule))
                    && (path.isEmpty() || ConfigPath.within(path.get(), file).isPresent());
        }
    }

    /**
     * A rule that leaves options alone.
     *
     * @param option the option, or a prefix or suffix; empty for all
     */
    public record Disabled(Scope scope, Optional<String> option) {}

    /**
     * A rule that sets an option.
     *
     * @param option the option, or its prefix or suffix
     * @param value its value as text
     */
    public record Overridden(Scope scope, String option, String value) {}
}
