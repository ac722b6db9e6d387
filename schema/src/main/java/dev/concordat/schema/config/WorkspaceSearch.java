package dev.concordat.schema.config;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.OpenInput;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workspace that an input belongs to: the input's own directory, or one above it whose configuration names modules in the input.
 *
 * @param root the workspace's directory
 * @param below the input's directory as seen from there
 * @param configuration the workspace's configuration
 */
record WorkspaceSearch(OpenInput root, String below, BufYaml configuration) {

    /** Looks from the input upwards, as buf does. */
    static WorkspaceSearch of(OpenInput input, Optional<BufYaml> override) throws ContractException {
        return override.isPresent() ? overridden(input, override.get()) : search(input);
    }

    private static WorkspaceSearch search(OpenInput input) throws ContractException {
        Optional<WorkspaceSearch> own = Optional.empty();
        String below = ".";
        for (Optional<OpenInput> level = Optional.of(input);
                level.isPresent();
                level = level.get().up()) {
            OpenInput at = level.get();
            Optional<BufYaml> found = files(at).read();
            boolean module = (below.equals(".") || at.file().isPresent())
                    && found.filter(BufYaml::isOfOneModule).isPresent();
            if (module && own.isEmpty()) {
                // Its directory may be a member of a workspace above.
                own = Optional.of(new WorkspaceSearch(at, below, found.get()));
            } else if (found.isPresent() && !module) {
                WorkspaceSearch search = new WorkspaceSearch(at, below, found.get());
                if (search.modules().findAny().isPresent()) {
                    return search;
                }
                if (own.isEmpty()) {
                    search.refuseInsideOfModule();
                }
            }
            below = ConfigPath.below(at.tree().name(), below);
        }
        return own.isPresent()
                ? own.get()
                : new WorkspaceSearch(input, ".", files(input).withoutFile());
    }

    private static ConfigFiles files(OpenInput at) {
        return new ConfigFiles(at.tree(), ".", at.printedPrefix(), Set.of());
    }

    /** A configuration of version v2 is taken for one in the working directory, an older one for one in the input. */
    private static WorkspaceSearch overridden(OpenInput input, BufYaml override) throws ContractException {
        OpenInput root = input;
        String below = ".";
        while (override.version() == ConfigVersion.V2 && root.isBelowWorkingDirectory()) {
            below = ConfigPath.below(root.tree().name(), below);
            root = root.up().orElseThrow();
        }
        WorkspaceSearch search = new WorkspaceSearch(root, below, complete(root, override));
        return search.modules().findAny().isPresent()
                ? search
                : new WorkspaceSearch(input, ".", complete(input, override));
    }

    private static BufYaml complete(OpenInput root, BufYaml override) throws ContractException {
        return files(root).complete(override);
    }

    /** The modules that the input asks for. */
    private Stream<ModuleConfig> modules() {
        return configuration.modules().stream()
                .filter(module -> ConfigPath.within(below, module.path()).isPresent()
                        || (root.file().isPresent()
                                && ConfigPath.within(module.path(), below).isPresent()));
    }

    /** The ids of the modules that the input asks for. */
    Set<String> moduleIds() {
        return modules().map(ModuleConfig::id).collect(Collectors.toSet());
    }

    private void refuseInsideOfModule() throws ContractException {
        Optional<ModuleConfig> around = configuration.modules().stream()
                .filter(module -> ConfigPath.within(module.path(), below).isPresent())
                .findFirst();
        if (around.isPresent()) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "\"%s\" is a part of module \"%s\" (%s); only a whole module or workspace can be the input."
                            .formatted(
                                    below,
                                    around.get().path(),
                                    around.get().place().path()),
                    "Name the module, and this directory with --path.");
        }
    }

    /** Whether a file of a module that was asked for was asked for itself. */
    boolean isTarget(String path, PathFilter filter) {
        if (below.equals(".") && root.file().isEmpty() && filter.isAll()) {
            return true;
        }
        Optional<String> inside = ConfigPath.within(below, path);
        return inside.isPresent() && root.file().map(inside.get()::equals).orElse(true) && filter.targets(inside.get());
    }
}
