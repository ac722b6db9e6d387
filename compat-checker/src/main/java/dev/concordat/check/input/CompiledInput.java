package dev.concordat.check.input;

import dev.concordat.check.breaking.Part;
import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.WorkspaceListing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contracts of an input.
 *
 * @param description what the input is, for a sentence that ends with it
 * @param schemas by module id, the module's contracts with what they import; mostly one schema for all
 * @param configuration how they are configured
 * @param layout whether the modules are the configuration's; an image is all one
 * @param filesByModule by module id, the import paths of all files of the module, those not compiled too
 * @param targets the import paths of the files that were asked for
 */
record CompiledInput(
        String description,
        Map<String, Schema> schemas,
        BufYaml configuration,
        Layout layout,
        Map<String, Set<String>> filesByModule,
        Set<String> targets) {
    private static final String PROTOBUF = "google/protobuf/";

    /** Keeps unchangeable copies. */
    CompiledInput {
        schemas = Map.copyOf(schemas);
        filesByModule = Map.copyOf(filesByModule);
        targets = Set.copyOf(targets);
    }

    /** The contracts of a workspace, or some of them, by module id. */
    static CompiledInput of(ListedInput input, Map<String, Schema> schemas) {
        WorkspaceListing listing = input.listing();
        Map<String, Set<String>> files = new HashMap<>();
        listing.modules().forEach(module -> files.put(module.id(), listing.pathsOf(module.id())));
        return new CompiledInput(
                input.description(), schemas, listing.configuration(), Layout.WORKSPACE, files, listing.targets());
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
        return isTarget(module) ? filesByModule.getOrDefault(module.id(), Set.of()) : Set.of();
    }

    /** The import paths of the files of all modules. */
    Set<String> files() {
        Set<String> files = new HashSet<>();
        filesByModule.values().forEach(files::addAll);
        return files;
    }

    /** The import paths of the files of the modules that were asked for, or parts of which were. */
    Set<String> filesOfTargetModules() {
        return modules().stream().flatMap(module -> files(module).stream()).collect(Collectors.toSet());
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

    /** The same of several modules; of those that do not compile together, the first that does. */
    Part part(Collection<ModuleConfig> several) {
        List<ModuleConfig> asked = several.stream().filter(this::isTarget).toList();
        Schema schema = asked.isEmpty() ? new Schema(List.of()) : schema(asked.get(0));
        Set<String> files = new HashSet<>();
        asked.stream().filter(module -> schema(module) == schema).forEach(module -> files.addAll(files(module)));
        files.retainAll(targets);
        return Part.withImports(schema, files);
    }

    /**
     * The files that a part of this version imports and that are not compared: those that a later one has no need of, though they are there, or are a third
     * party's, for that is no deletion; and those that nobody here wrote.
     */
    Set<String> dropped(Part before, CompiledInput later, Part now) {
        Set<String> dropped = new HashSet<>(before.imports());
        dropped.removeIf(path -> !isNobodys(path, later)
                && (now.targets().contains(path) || now.imports().contains(path) || (has(path) && !later.has(path))));
        return dropped;
    }

    /**
     * Whether a file that this version imports came with a tool, in another edition with each: what is built in here beside what an image was made with,
     * and protobuf's own files in two images.
     */
    private boolean isNobodys(String path, CompiledInput later) {
        boolean toolsMayDiffer = layout != later.layout || (layout == Layout.IMAGE && path.startsWith(PROTOBUF));
        return toolsMayDiffer
                && !has(path)
                && !later.has(path)
                && BuiltInContracts.find(path).isPresent();
    }

    private boolean has(String path) {
        return filesByModule.values().stream().anyMatch(files -> files.contains(path));
    }

    /** The same of fewer files. */
    CompiledInput limitedTo(Collection<String> paths) {
        Set<String> fewer = new HashSet<>(targets);
        fewer.retainAll(paths);
        return new CompiledInput(description, schemas, configuration, layout, filesByModule, fewer);
    }

    /**
     * The same; of an image that marks no file as imported, without the built-in files that another input does not have. They would look like the
     * organisation's own, and like deleted where the other input imports them.
     */
    CompiledInput withoutUnmarkedImports(CompiledInput other) {
        if (layout != Layout.IMAGE
                || schemas.values().stream()
                        .flatMap(schema -> schema.files().stream())
                        .anyMatch(file -> file.module().isEmpty())) {
            return this;
        }
        Set<String> imported = files();
        imported.removeIf(path -> other.has(path) || BuiltInContracts.find(path).isEmpty());
        Map<String, Set<String>> own = new HashMap<>();
        filesByModule.forEach((module, files) -> {
            Set<String> fewer = new HashSet<>(files);
            fewer.removeAll(imported);
            own.put(module, fewer);
        });
        Set<String> fewer = new HashSet<>(targets);
        fewer.removeAll(imported);
        return new CompiledInput(description, schemas, configuration, layout, own, fewer);
    }

    /** The files that were asked for, and those that they import. */
    Set<String> reached() {
        Set<String> reached = new HashSet<>(targets);
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

    /** The full names of the types and services that files of modules which were asked for declare, nested ones left out. */
    Set<String> typesOf(Set<String> files) {
        Set<String> types = new TreeSet<>();
        ownFiles().filter(file -> files.contains(file.path())).forEach(file -> {
            file.messages().forEach(message -> types.add(message.fullName()));
            file.enums().forEach(enumType -> types.add(enumType.fullName()));
            file.services().forEach(service -> types.add(service.fullName()));
        });
        return types;
    }

    private Stream<ProtoFile> ownFiles() {
        return schemas.entrySet().stream()
                .flatMap(entry -> entry.getValue().files().stream()
                        .filter(file -> file.module().equals(Optional.of(entry.getKey()))));
    }
}
