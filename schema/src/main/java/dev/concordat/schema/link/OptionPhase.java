package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedField.Role;
import dev.concordat.schema.parse.BracketOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Interprets options and resolves what depends on them: features, defaults, names in JSON. Custom options wait until all files have their features:
 * they are encoded by the features of their fields, and what they may be set on is told by the options of their fields.
 */
final class OptionPhase {
    private final LinkContext context;
    private final List<FileOptions> all = new ArrayList<>();

    private OptionPhase(LinkContext context, List<LinkedFile> files) {
        this.context = context;
        Map<OptionTarget, LinkedMessage> types = new EnumMap<>(OptionTarget.class);
        LinkedFile descriptor = context.descriptor();
        for (OptionTarget target : OptionTarget.values()) {
            LinkedMessage type = descriptor == null ? null : OptionTypes.find(descriptor, target);
            if (type != null) {
                types.put(target, type);
            }
        }
        for (LinkedFile file : files) {
            if (file.sound && !file.shared) {
                all.add(new FileOptions(new OptionSession(context, file), types));
            }
        }
    }

    /** Does the work for those of the files whose names are known. */
    static void run(LinkContext context, List<LinkedFile> files) {
        OptionPhase phase = new OptionPhase(context, files);
        phase.all.parallelStream().forEach(phase::first);
        phase.all.parallelStream().forEach(phase::second);
    }

    /** One file's options, from step to step. */
    private static final class FileOptions {
        private final OptionSession session;
        private final OptionInterpreter interpreter;
        private final List<OptionHolder> holders = new ArrayList<>();

        FileOptions(OptionSession session, Map<OptionTarget, LinkedMessage> types) {
            this.session = session;
            this.interpreter = new OptionInterpreter(session, types);
        }
    }

    private void first(FileOptions options) {
        LinkedFile file = options.session.file;
        OptionHolders.visit(file, context, options.holders::add);
        options.interpreter.interpretStandard(options.holders);
        new FeatureResolver(file, context.problems()).resolve(options.holders);
    }

    private void second(FileOptions options) {
        LinkedFile file = options.session.file;
        LinkProblems problems = context.problems();
        options.interpreter.interpretCustom(options.holders);
        fields(file, problems);
        new OptionUseChecks(file, problems).check(options.session.uses);
        FieldOptionChecks.check(file, options.holders, problems);
        FeatureSupportChecks.check(file, options.holders, context.descriptor(), problems);
        FeatureChecks.check(file, problems);
        ExtensionDeclarationChecks.check(file, problems);
        NamingStyle.check(file, problems);
    }

    private static void fields(LinkedFile file, LinkProblems problems) {
        JsonNames names = new JsonNames(file, problems);
        FieldDefaults defaults = new FieldDefaults(file, problems);
        for (LinkedField field : file.allFields) {
            field.jsonName = FieldNames.json(field.name);
            BracketOptions options = field.node.options();
            if (options != null && field.role == Role.WRITTEN) {
                names.resolve(field, options);
                defaults.resolve(field, options);
            }
        }
    }
}
