package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Import;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a schema that is compared with another.
 *
 * @param world the contracts with all that they import
 * @param targets the import paths of the files that were asked for
 * @param imports the import paths of other files that are compared because the targets import them
 * @param silent the files among the imports in which nothing is reported
 * @param moduleElsewhere by import path, the module of a file that is none of these
 */
public record Part(
        Schema world,
        Set<String> targets,
        Set<String> imports,
        Set<String> silent,
        Function<String, Optional<String>> moduleElsewhere) {

    /** Keeps unchangeable copies. */
    public Part {
        targets = Set.copyOf(targets);
        imports = Set.copyOf(imports);
        silent = Set.copyOf(silent);
    }

    /** Some files, beside which there are no modules. */
    public Part(Schema world, Set<String> targets, Set<String> imports, Set<String> silent) {
        this(world, targets, imports, silent, path -> Optional.empty());
    }

    /** The files of a module, or of all modules, and nothing of what they import. */
    public static Part ofModule(Schema world, Optional<String> module) {
        Stream<ProtoFile> files = module.isPresent()
                ? world.filesOf(module.get()).stream()
                : world.files().stream().filter(file -> file.module().isPresent());
        Set<String> targets = files.map(ProtoFile::path).collect(Collectors.toSet());
        return new Part(
                world, targets, Set.of(), Set.of(), path -> world.file(path).flatMap(ProtoFile::module));
    }

    /** Some files and all that they import, directly or not, which may break the files' users as well. */
    public static Part withImports(Schema world, Set<String> targets) {
        Set<String> imports = new HashSet<>();
        Deque<ProtoFile> open = new ArrayDeque<>();
        targets.forEach(path -> world.file(path).ifPresent(open::push));
        while (!open.isEmpty()) {
            for (Import imported : open.pop().imports()) {
                if (!targets.contains(imported.path())) {
                    world.file(imported.path())
                            .filter(file -> imports.add(file.path()))
                            .ifPresent(open::push);
                }
            }
        }
        return new Part(world, targets, imports, Set.of());
    }

    /** The same, but nothing is reported in what is only imported. */
    public Part silencingImports() {
        return new Part(world, targets, imports, imports, moduleElsewhere);
    }

    /** Targets and imports. */
    public Set<String> files() {
        Set<String> files = new HashSet<>(targets);
        files.addAll(imports);
        return files;
    }

    /** How many messages, enums and services the targets declare. */
    public int typeCount() {
        return typeCount(targets);
    }

    /** Whether a file is compared, for itself or because a target imports it. */
    public boolean compares(String path) {
        return targets.contains(path) || imports.contains(path);
    }

    /** How many of them those targets declare that are among these files. */
    public int typeCount(Set<String> someFiles) {
        Stream<Stream<String>> files = Stream.of(
                world.messages().stream().filter(message -> !message.mapEntry()).map(Message::file),
                world.enums().stream().map(EnumType::file),
                world.services().stream().map(Service::file));
        return Math.toIntExact(files.flatMap(names -> names)
                .filter(targets::contains)
                .filter(someFiles::contains)
                .count());
    }

    /** The same without some of the imports. */
    public Part without(Set<String> someImports) {
        Set<String> rest = new HashSet<>(imports);
        rest.removeAll(someImports);
        return new Part(world, targets, rest, silent, moduleElsewhere);
    }

    /** The same with more targets. */
    public Part with(Set<String> someTargets) {
        Set<String> all = new HashSet<>(targets);
        all.addAll(someTargets);
        Set<String> rest = new HashSet<>(imports);
        rest.removeAll(someTargets);
        Set<String> quiet = new HashSet<>(silent);
        quiet.removeAll(someTargets);
        return new Part(world, all, rest, quiet, moduleElsewhere);
    }

    /** The same, where it is known which modules other files are in. */
    public Part beside(Function<String, Optional<String>> modules) {
        return new Part(world, targets, imports, silent, modules);
    }
}
