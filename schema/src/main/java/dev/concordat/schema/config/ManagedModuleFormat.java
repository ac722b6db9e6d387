package dev.concordat.schema.config;

import dev.concordat.schema.config.ManagedMode.Disabled;
import dev.concordat.schema.config.ManagedMode.Overridden;
import dev.concordat.schema.config.ManagedMode.Scope;
import dev.concordat.schema.config.ManagedOption.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part {@code managed} of versions v1 and v1beta1 of buf.gen.yaml: a key for each option, of which what is said of one file counts most. */
final class ManagedModuleFormat {
    private static final String OVERRIDE = "override";
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "False", "FALSE");

    private final YamlMapping managed;
    private final List<Disabled> disabled = new ArrayList<>();
    private final List<Overridden> overrides = new ArrayList<>();

    private ManagedModuleFormat(YamlMapping managed) {
        this.managed = managed;
    }

    static ManagedMode read(YamlMapping managed) {
        return new ManagedModuleFormat(managed).read();
    }

    /** A file of version v1beta1, where {@code managed} is a flag and its options stand beside it, the three that v1 has for all files. */
    static ManagedMode readFirst(YamlMapping root) {
        boolean enabled = root.flag("managed").orElse(false);
        List<Overridden> overrides = new ArrayList<>();
        root.mapping("options").ifPresent(options -> {
            ManagedModuleFormat format = new ManagedModuleFormat(options);
            format.flags(List.of("cc_enable_arenas", "java_multiple_files"));
            ManagedValues.read(options, "optimize_for", Kind.OPTIMIZATION)
                    .ifPresent(value -> format.set(Scope.ALL, "optimize_for", value));
            overrides.addAll(format.overrides);
        });
        return new ManagedMode(enabled, List.of(), overrides);
    }

    private ManagedMode read() {
        boolean enabled = managed.flag("enabled").orElse(false);
        flags(List.of("cc_enable_arenas", "java_multiple_files", "java_string_check_utf8"));
        for (String option : List.of(
                "java_package_prefix",
                "csharp_namespace",
                "optimize_for",
                "go_package_prefix",
                "objc_class_prefix",
                "ruby_package")) {
            byModule(option, option.equals("csharp_namespace") || option.equals("ruby_package"));
        }
        ofFiles();
        return new ManagedMode(enabled, disabled, overrides);
    }

    private void flags(List<String> options) {
        for (String option : options) {
            managed.flag(option).ifPresent(value -> set(Scope.ALL, option, value.toString()));
        }
    }

    private void set(Scope scope, String option, String value) {
        overrides.add(new Overridden(scope, option, value));
    }

    /** A value for all, other values for some modules, and modules that are left alone. */
    private void byModule(String option, boolean withoutDefault) {
        Kind kind = ManagedOption.kind(option).orElseThrow();
        if (managed.isText(option) && !withoutDefault) {
            ManagedValues.read(managed, option, kind).ifPresent(value -> set(Scope.ALL, option, value));
            return;
        }
        Optional<YamlMapping> found = managed.mapping(option);
        if (found.isEmpty()) {
            return;
        }
        YamlMapping mapping = found.get();
        if (!withoutDefault) {
            ManagedValues.read(mapping, "default", kind).ifPresent(value -> set(Scope.ALL, option, value));
        }
        mapping.mapping(OVERRIDE)
                .ifPresent(modules -> modules.keys().forEach(module -> {
                    ManagedValues.checkModule(modules, module, module);
                    ManagedValues.read(modules, module, kind).ifPresent(value -> set(ofModule(module), option, value));
                }));
        for (String module : mapping.textsOrEmpty("except")) {
            ManagedValues.checkModule(mapping, "except", module);
            // Then what is said of single files counts no more either.
            disabled.add(new Disabled(ofModule(module), Optional.of(option.replace("package_prefix", "package"))));
        }
    }

    private static Scope ofModule(String module) {
        return new Scope(Optional.of(module), Optional.empty());
    }

    /** Values for single files, by the option's name in capitals. */
    private void ofFiles() {
        for (Map.Entry<String, YamlMapping> entry :
                managed.mappingsByName(OVERRIDE).entrySet()) {
            String option = entry.getKey().toLowerCase(Locale.ROOT);
            YamlMapping files = entry.getValue();
            Optional<ManagedOption> known = ManagedOption.ALL.stream()
                    .filter(candidate -> candidate.name().equals(option))
                    .findFirst();
            if (known.isEmpty()) {
                files.acceptAnyKey();
                files.report(files.place(), "Unknown file option \"%s\".".formatted(entry.getKey()), "");
                continue;
            }
            for (String file : files.keys()) {
                Optional<String> path = ConfigPath.read(files, file, file);
                Optional<String> value = ofFile(files, file, known.get().kind());
                if (path.isPresent() && value.isPresent()) {
                    set(new Scope(Optional.empty(), path), option, value.get());
                }
            }
        }
    }

    /** What buf reads as text here, and takes for true and false as Go does; nothing is neither, and nothing that code can be optimized for. */
    private static Optional<String> ofFile(YamlMapping files, String file, Kind kind) {
        if (kind != Kind.TEXT && !files.hasValue(file)) {
            files.report(files.place(file), "\"%s\" is not set.".formatted(file), "");
            return Optional.empty();
        }
        if (kind != Kind.FLAG) {
            return ManagedValues.read(files, file, kind);
        }
        Optional<String> word = files.word(file);
        Optional<String> value = word.map(text -> TRUE.contains(text) ? "true" : FALSE.contains(text) ? "false" : "");
        if (value.filter(String::isEmpty).isPresent()) {
            files.report(
                    files.place(file),
                    "\"%s\" must be true or false, not \"%s\".".formatted(file, word.orElse("")),
                    "");
            return Optional.empty();
        }
        return value;
    }
}
