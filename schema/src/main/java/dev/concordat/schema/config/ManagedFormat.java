package dev.concordat.schema.config;

import com.google.protobuf.DescriptorProtos.FieldOptions.JSType;
import dev.concordat.schema.config.ManagedMode.Disabled;
import dev.concordat.schema.config.ManagedMode.Overridden;
import dev.concordat.schema.config.ManagedMode.Scope;
import dev.concordat.schema.config.ManagedOption.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part {@code managed} of version v2 of buf.gen.yaml: rules in their order. Those about the option of fields that there is, {@code jstype}, are looked at
 * for mistakes and no more: it concerns generated JavaScript alone.
 */
final class ManagedFormat {
    private static final String FILE_OPTION = "file_option";
    private static final String FIELD_OPTION = "field_option";
    private static final String FIELD = "field";
    private static final String VALUE = "value";
    private static final String PATH = "path";
    private static final String JSTYPE = "jstype";
    private static final List<String> JSTYPES =
            Stream.of(JSType.values()).map(JSType::name).toList();

    private ManagedFormat() {}

    static ManagedMode read(YamlMapping managed) {
        List<Disabled> disabled = new ArrayList<>();
        List<Overridden> overrides = new ArrayList<>();
        boolean enabled = managed.flag("enabled").orElse(false);
        managed.mappings("disable").forEach(rule -> disabled(rule).ifPresent(disabled::add));
        managed.mappings("override").forEach(rule -> override(rule).ifPresent(overrides::add));
        return new ManagedMode(enabled, disabled, overrides);
    }

    private static Optional<Disabled> disabled(YamlMapping rule) {
        Optional<String> option = rule.text(FILE_OPTION);
        Scope scope = scope(rule);
        // No option of a field is ever set, so there is nothing to leave alone.
        boolean ofFields = rule.hasValue(FIELD_OPTION) || rule.hasValue(FIELD);
        if (ofFields) {
            checkFieldOption(rule);
            if (option.isPresent()) {
                reportBoth(rule);
            }
        }
        if (option.isEmpty() && !ofFields && scope.equals(Scope.ALL)) {
            rule.report(
                    rule.place(),
                    "The rule says nothing.",
                    "Name an option, a module or a path; \"enabled: false\" leaves all alone.");
        }
        option.ifPresent(name -> kind(rule, name));
        return ofFields ? Optional.empty() : Optional.of(new Disabled(scope, option));
    }

    private static Optional<Overridden> override(YamlMapping rule) {
        Scope scope = scope(rule);
        if (rule.hasValue(FIELD_OPTION)) {
            if (rule.hasValue(FILE_OPTION)) {
                reportBoth(rule);
                rule.acceptAnyKey();
                return Optional.empty();
            }
            checkFieldOption(rule);
            Optional<String> value = rule.text(VALUE);
            if (value.isEmpty() || !JSTYPES.contains(value.get())) {
                rule.report(rule.place(VALUE), "A %s is one of %s.".formatted(JSTYPE, String.join(", ", JSTYPES)), "");
            }
            return Optional.empty();
        }
        String option = rule.requiredText(FILE_OPTION);
        Optional<Kind> kind = option.isEmpty() ? Optional.empty() : kind(rule, option);
        if (!rule.hasValue(VALUE)) {
            rule.report(rule.place(), "\"value\" is not set.", "");
        }
        if (kind.isEmpty()) {
            rule.acceptAnyKey();
            return Optional.empty();
        }
        return ofKind(rule, kind.get()).map(value -> new Overridden(scope, option, value));
    }

    /**
     * buf reads the value before it knows of which kind it has to be: none of the words that stand for true and false elsewhere, but numbers and times of YAML
     * 1.1, which are no texts.
     */
    private static Optional<String> ofKind(YamlMapping rule, Kind kind) {
        if (kind == Kind.FLAG) {
            return rule.trueOrFalse(VALUE).map(value -> value.toString());
        }
        return rule.isTextInOldYaml(VALUE) ? ManagedValues.read(rule, VALUE, kind) : Optional.empty();
    }

    private static void reportBoth(YamlMapping rule) {
        rule.report(rule.place(FILE_OPTION), "The rule is about fields as well as files.", "Write two rules.");
    }

    private static void checkFieldOption(YamlMapping rule) {
        Optional<String> option = rule.text(FIELD_OPTION);
        if (rule.text(FIELD).isPresent() && option.isEmpty()) {
            rule.report(
                    rule.place(FIELD),
                    "The rule names a field and no option of it; buf sets no option of any file then.",
                    "Write \"field_option: %s\", or leave the rule out.".formatted(JSTYPE));
        }
        if (option.isPresent() && !option.get().equals(JSTYPE)) {
            rule.report(
                    rule.place(FIELD_OPTION),
                    "Unknown field option \"%s\".".formatted(option.get()),
                    "The one that is managed is %s.".formatted(JSTYPE));
        }
    }

    private static Optional<Kind> kind(YamlMapping rule, String option) {
        Optional<Kind> kind = ManagedOption.kind(option);
        if (kind.isEmpty()) {
            rule.report(
                    rule.place(FILE_OPTION),
                    "Unknown file option \"%s\".".formatted(option),
                    Suggestions.didYouMean(option, ManagedOption.keys()).strip());
        }
        return kind;
    }

    private static Scope scope(YamlMapping rule) {
        // An empty text is as good as none.
        Optional<String> module = rule.text("module").filter(name -> !name.isEmpty());
        module.ifPresent(name -> ManagedValues.checkModule(rule, "module", name));
        return new Scope(module, rule.text(PATH).filter(path -> !path.isEmpty()).flatMap(path -> path(rule, path)));
    }

    /** Unlike elsewhere, buf takes a path here only as it would write it itself. */
    private static Optional<String> path(YamlMapping rule, String written) {
        Optional<String> path = ConfigPath.read(rule, PATH, written);
        if (path.isPresent() && !path.get().equals(written)) {
            rule.report(
                    rule.place(PATH),
                    "\"%s\" is not the shortest way to write the path.".formatted(written),
                    "Write \"%s\".".formatted(path.get()));
        }
        return path;
    }
}
