package dev.concordat.schema.link;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Import;
import dev.concordat.schema.link.LinkedFile.LinkedImport;
import dev.concordat.schema.link.VisibleFiles.PublicFiles;
import dev.concordat.schema.parse.ImportNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the files that imports mean, and the files that each file may use names of. */
final class ImportResolver {
    private static final String SUFFIX = ".proto";

    private final LinkProblems problems;
    private final Function<ContractFile, LinkedFile> parser;
    private final Map<String, LinkedFile> files = new HashMap<>();
    private final Deque<LinkedFile> open = new ArrayDeque<>();

    /** A resolver that has built-in files parsed as they are needed. */
    ImportResolver(LinkProblems problems, Function<ContractFile, LinkedFile> parser) {
        this.problems = problems;
        this.parser = parser;
    }

    /** Resolves the imports of these files and of the built-in ones that they need; returns all, imported before importer. */
    List<LinkedFile> resolve(Collection<LinkedFile> given) {
        for (LinkedFile file : given) {
            if (files.putIfAbsent(file.path(), file) != file) {
                open.add(file);
            }
        }
        while (!open.isEmpty()) {
            link(open.pop());
        }
        List<LinkedFile> ordered = ImportOrder.of(given, problems);
        see(ordered);
        return ordered;
    }

    /** Whether a file of this path is given, or imported. */
    boolean knows(String path) {
        return files.containsKey(path);
    }

    /** The file of this path, among those given or built in; null when there is none. */
    @Nullable
    LinkedFile file(String path) {
        LinkedFile known = files.get(path);
        if (known != null || !path.endsWith(SUFFIX)) {
            return known;
        }
        if (path.equals(BuiltInContracts.DESCRIPTOR)) {
            LinkedFile linked = BuiltInDescriptor.get();
            files.put(path, linked);
            return linked;
        }
        ContractFile builtIn = BuiltInContracts.find(path).orElse(null);
        if (builtIn == null) {
            return null;
        }
        LinkedFile parsed = parser.apply(builtIn);
        files.put(path, parsed);
        open.push(parsed);
        return parsed;
    }

    private void link(LinkedFile file) {
        Set<String> listed = new HashSet<>(file.importNodes.size() * 2);
        for (ImportNode node : file.importNodes) {
            if (file.imports.size() > LimitChecks.IMPORTS) {
                break;
            }
            String path = node.path().text();
            LinkedFile target = file(path);
            file.imports.add(new LinkedImport(node, kind(node), target));
            if (!listed.add(path)) {
                problems.add(
                        file,
                        node.path().start(),
                        "Import \"" + path + "\" is listed twice.",
                        "Remove one of the two.");
            }
            if (target == null) {
                problems.add(
                        file,
                        node.path().start(),
                        "Import \"" + path + "\" is in no module of buf.yaml and is not built in.",
                        "Correct the path, or add the module that holds it to buf.yaml.");
            }
        }
    }

    private static Import.Kind kind(ImportNode node) {
        if (node.is("public")) {
            return Import.Kind.PUBLIC;
        }
        if (node.is("weak")) {
            return Import.Kind.WEAK;
        }
        return node.is("option") ? Import.Kind.OPTION : Import.Kind.DEFAULT;
    }

    private static void see(List<LinkedFile> ordered) {
        PublicFiles published = new PublicFiles(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        Set<LinkedFile> leaky = new HashSet<>();
        for (LinkedFile file : ordered) {
            for (LinkedImport found : file.imports) {
                LinkedFile target = found.target();
                boolean unknown = target == null || !target.wellFormed || leaky.contains(target);
                file.incomplete |= unknown;
                if (found.kind() == Import.Kind.PUBLIC) {
                    publish(file, target, published);
                    if (unknown) {
                        leaky.add(file);
                    }
                }
            }
        }
        ordered.parallelStream().filter(file -> !file.shared).forEach(file -> see(file, published));
    }

    private static void see(LinkedFile file, PublicFiles published) {
        List<LinkedFile> imported = new ArrayList<>(file.imports.size());
        List<LinkedFile> optional = new ArrayList<>(0);
        for (LinkedImport found : file.imports) {
            if (found.target() != null) {
                (found.kind() == Import.Kind.OPTION ? optional : imported).add(found.target());
            }
        }
        VisibleFiles visible = VisibleFiles.of(file, imported, published);
        file.visible = visible;
        file.visibleToOptions = visible.with(optional);
    }

    private static void publish(LinkedFile file, @Nullable LinkedFile target, PublicFiles published) {
        if (target == null) {
            return;
        }
        Integer index = published.indexes().get(target);
        if (index == null) {
            index = published.files().size();
            published.files().add(target);
            published.indexes().put(target, index);
        }
        BitSet reached = published.reachedFrom().computeIfAbsent(file, from -> new BitSet());
        reached.set(index);
        BitSet further = published.reachedFrom().get(target);
        if (further != null) {
            reached.or(further);
        }
    }
}
