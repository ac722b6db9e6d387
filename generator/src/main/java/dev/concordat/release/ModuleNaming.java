package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every module of buf.yaml the names it is released by, and makes sure that no two share one. */
final class ModuleNaming {
    private static final Set<String> RESERVED = Set.of(Bom.ID, Bom.PLATFORM, ReleaseHistory.TOOL);

    private final ConcordatYaml configuration;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();

    private ModuleNaming(ConcordatYaml configuration) {
        this.configuration = configuration;
    }

    /** The modules, in the order of buf.yaml. */
    static List<ContractModule> of(List<ModuleConfig> configs, ConcordatYaml configuration) throws ContractException {
        ModuleNaming naming = new ModuleNaming(configuration);
        List<ContractModule> modules = new ArrayList<>();
        naming.claim(configuration.group() + ":" + Bom.ID, "the BOM", Optional.empty());
        naming.claim(configuration.group() + ":" + Bom.PLATFORM, "the platform", Optional.empty());
        for (ModuleConfig config : configs) {
            ContractModule module = configuration.named(config.path());
            naming.check(module, config);
            modules.add(module);
        }
        naming.checkPaths(modules.stream().map(ContractModule::path).toList());
        if (!naming.problems.isEmpty()) {
            throw new ContractException(Failure.CONFIGURATION, naming.problems);
        }
        return List.copyOf(modules);
    }

    private void check(ContractModule module, ModuleConfig config) {
        String id = module.id();
        if (isAllThereIs(module, config)) {
            problems.add(
                    Problem.at(
                            config.place(),
                            "There is no buf.yaml at the top of the git repository, so all of it is one module, which has no id.",
                            "Write a buf.yaml there whose \"modules\" names the directories of the modules, also where one of them has a buf.yaml. Where it is one module, write \"id:\" under \".\" in \"modules\" of concordat.yaml."));
        } else if (!ReleaseTag.ID.matcher(id).matches()) {
            String message = "\"" + id + "\" cannot be the id of module \"" + module.path() + "\".";
            problems.add(problem(
                    module.path(), config, message, remedy("Ids are lower-case letters, digits and hyphens.", module)));
        } else if (RESERVED.contains(id)) {
            String message = "The id \"" + id + "\" of module \"" + module.path() + "\" is concordat's own.";
            problems.add(problem(module.path(), config, message, remedy("Choose another.", module)));
        }
        claim("id " + id, "module \"" + module.path() + "\"", Optional.of(config));
        claim(module.group() + ":" + module.protoArtifact(), "module \"" + module.path() + "\"", Optional.of(config));
        claim(module.group() + ":" + module.grpcArtifact(), "module \"" + module.path() + "\"", Optional.of(config));
    }

    private boolean isAllThereIs(ContractModule module, ModuleConfig config) {
        boolean isConfigured =
                config.place().line() > 0 || configuration.modules().containsKey(module.path());
        return module.path().equals(".") && !isConfigured;
    }

    private void claim(String name, String owner, Optional<ModuleConfig> config) {
        String first = owners.putIfAbsent(name, owner);
        if (first != null) {
            ModuleConfig second = config.orElseThrow(() -> new IllegalStateException(name + " is claimed twice."));
            String message = "The " + (name.startsWith("id ") ? "" : "artifact ") + name + " belongs to " + first
                    + " and to " + owner + ".";
            problems.add(problem(
                    second.path(),
                    second,
                    message,
                    "Give one of them another name under \"modules\" in concordat.yaml."));
        }
    }

    private void checkPaths(List<String> paths) {
        configuration.modules().forEach((path, names) -> {
            if (!paths.contains(path)) {
                String message = "\"" + path + "\" is no module of buf.yaml.";
                problems.add(Problem.at(
                        names.place(),
                        message,
                        Suggestions.didYouMean(path, paths).strip()));
            }
        });
    }

    private Problem problem(String path, ModuleConfig config, String message, String remedy) {
        return Problem.at(
                Optional.ofNullable(configuration.modules().get(path))
                        .map(ModuleNames::place)
                        .orElse(config.place()),
                message,
                remedy);
    }

    private static String remedy(String rule, ContractModule module) {
        return rule + " Write \"id:\" under \"" + module.path() + "\" in \"modules\" of concordat.yaml.";
    }
}
