package dev.concordat.check.input;

import dev.concordat.check.breaking.Part;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ModuleConfig;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contracts of an input.
 *
 * @param description what the input is, for a sentence that ends with it
 * @param schemas by module id, the module's contracts with what they import; mostly one schema for all
 * @param configuration how they are configured
 * @param layout whether the modules are the configuration's; an image is all one
 * @param files the import paths of all files of modules, those not compiled too
 * @param targets the import paths of the files that were asked for
 */
record CompiledInput(
        String description,
        Map<String, Schema> schemas,
        BufYaml configuration,
        Layout layout,
        Set<String> files,
        Set<String> targets) {

    /** Keeps unchangeable copies. */
    CompiledInput {
        schemas = Map.copyOf(schemas);
        files = Set.copyOf(files);
        targets = Set.copyOf(targets);
    }

    /** How files are divided into modules. */
    enum Layout {
        WORKSPACE,
        IMAGE
    }

    /** All modules of the configuration. */
    List<ModuleConfig> modules() {
        return configuration.modules();
    }

    /** Whether a module was asked for, or parts of it. */
    boolean isTarget(ModuleConfig module) {
        return schemas.containsKey(module.id());
    }

    /** The import paths of the files of a module that was asked for. */
    Set<String> files(ModuleConfig module) {
        return schema(module).files().stream()
                .filter(file -> file.module().equals(Optional.of(module.id())) && files.contains(file.path()))
                .map(ProtoFile::path)
                .collect(Collectors.toSet());
    }

    private Schema schema(ModuleConfig module) {
        return schemas.getOrDefault(module.id(), new Schema(List.of()));
    }

    /** Those of a module's files that are asked for, with what they import. */
    Part part(ModuleConfig module, Set<String> files) {
        Set<String> asked = new HashSet<>(files);
        asked.retainAll(targets);
        return Part.withImports(schema(module), asked);
    }

    /** The files that a part of this version imports and a later one has no need of, though they are there, or are a third party's: that is no deletion. */
    Set<String> dropped(Part before, CompiledInput later, Part now) {
        Set<String> dropped = new HashSet<>(before.imports());
        dropped.removeAll(now.files());
        dropped.removeIf(path -> files.contains(path) && !later.files.contains(path));
        return dropped;
    }

    /** The same of fewer files. */
    CompiledInput limitedTo(Collection<String> paths) {
        Set<String> fewer = new HashSet<>(targets);
        fewer.retainAll(paths);
        return new CompiledInput(description, schemas, configuration, layout, files, fewer);
    }

    /** The files that were asked for, and those that they import. */
    Set<String> reached() {
        Set<String> reached = new HashSet<>();
        for (Schema schema : Set.copyOf(schemas.values())) {
            schema.reachableFrom(targets).forEach(file -> reached.add(file.path()));
        }
        return reached;
    }

    /** The packages of the files that were asked for. */
    Set<String> packages() {
        return ownFiles()
                .filter(file -> targets.contains(file.path()))
                .map(file -> file.packageName().value())
                .collect(Collectors.toSet());
    }

    /** The files that have one of these packages, in the modules that were asked for. */
    Set<String> filesOf(Set<String> packages) {
        return ownFiles()
                .filter(file -> packages.contains(file.packageName().value()))
                .map(ProtoFile::path)
                .collect(Collectors.toSet());
    }

    private Stream<ProtoFile> ownFiles() {
        return schemas.entrySet().stream()
                .flatMap(entry -> entry.getValue().files().stream()
                        .filter(file -> file.module().equals(Optional.of(entry.getKey()))));
    }
}
