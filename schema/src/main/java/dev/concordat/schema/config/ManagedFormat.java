package dev.concordat.schema.config;

import dev.concordat.schema.config.ManagedMode.Disabled;
import dev.concordat.schema.config.ManagedMode.Overridden;
import dev.concordat.schema.config.ManagedMode.Scope;
import dev.concordat.schema.config.ManagedOption.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part {@code managed} of version v2 of buf.gen.yaml: rules in their order. */
final class ManagedFormat {
    private static final String FILE_OPTION = "file_option";
    private static final String FIELD_OPTION = "field_option";
    private static final String VALUE = "value";

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
        Optional<String> fieldOption = rule.text(FIELD_OPTION);
        Optional<String> field = rule.text("field");
        boolean ofFields = fieldOption.isPresent() || field.isPresent();
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
        if (rule.has(FIELD_OPTION) || rule.has("field")) {
            rule.acceptAnyKey();
            rule.report(
                    rule.place(FIELD_OPTION),
                    "Options of fields are not managed here: what is generated and checked would differ from what this says.",
                    "Write the option, such as jstype, at the fields of the contracts.");
            return Optional.empty();
        }
        String option = rule.requiredText(FILE_OPTION);
        Optional<Kind> kind = option.isEmpty() ? Optional.empty() : kind(rule, option);
        if (!rule.has(VALUE)) {
            rule.report(rule.place(), "\"value\" is not set.", "");
        }
        if (kind.isEmpty()) {
            rule.acceptAnyKey();
            return Optional.empty();
        }
        return ManagedValues.read(rule, VALUE, kind.get()).map(value -> new Overridden(scope, option, value));
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
        Optional<String> module = rule.text("module");
        module.ifPresent(name -> ManagedValues.checkModule(rule, "module", name));
        return new Scope(module, rule.text("path").flatMap(path -> ConfigPath.read(rule, "path", path)));
    }
}
