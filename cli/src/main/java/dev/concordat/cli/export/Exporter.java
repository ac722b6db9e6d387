package dev.concordat.cli.export;

import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Import;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.ContractParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes contracts out of a workspace. The well-known types stay behind, as every protobuf compiler brings them; other files of third parties go with
 * the contracts, and go whole.
 */
public final class Exporter {
    private static final String WELL_KNOWN = "google/protobuf/";

    private final Schema schema;
    private final ContractCompiler compiler;
    private final ContractParser parser = new ContractParser();

    /** An exporter of compiled contracts; what it cuts out of them is compiled once more. */
    public Exporter(Schema schema, ContractCompiler compiler) {
        this.schema = schema;
        this.compiler = compiler;
    }

    /** These files and all that they import. */
    public Export files(Collection<String> paths) {
        return Export.of(whole(schema.reachableFrom(paths)));
    }

    /**
     * Messages, enums, services and rpcs, with all that they need and nothing else.
     *
     * @param names their full names
     * @throws ContractException of kind CONFIGURATION, for a name that means nothing
     */
    public Export types(List<String> names) throws ContractException {
        List<TypeName> types = new ArrayList<>();
        for (String name : names) {
            types.add(TypeName.find(name, schema));
        }
        Set<String> paths = new TreeSet<>();
        types.forEach(type -> paths.add(type.file()));
        List<ProtoFile> reached = schema.reachableFrom(paths);
        try {
            Retained retained = WirePruner.prune(
                    reached, schema, types.stream().map(TypeName::root).toList());
            Map<String, byte[]> pruned = pruned(reached, retained);
            check(pruned);
            return Export.of(pruned);
        } catch (WirePruner.UnreadableException e) {
            return whole(reached, "Wire, which finds what types need, cannot read them: " + e.getMessage());
        } catch (ContractException e) {
            return whole(reached, "without what seemed superfluous they do not compile: " + e.getMessage());
        }
    }

    private Export whole(List<ProtoFile> reached, String reason) {
        String end = reason.endsWith(".") ? "" : ".";
        return new Export(
                new TreeMap<>(whole(reached)),
                List.of("The files are exported whole, with all that they import; " + reason + end));
    }

    private static Map<String, byte[]> whole(List<ProtoFile> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (ProtoFile file : files) {
            if (!isWellKnown(file)) {
                contents.put(file.path(), file.text().bytes());
            }
        }
        return contents;
    }

    /** Only a file that no module brings: who has a file of such a path wants it. */
    private static boolean isWellKnown(ProtoFile file) {
        return file.module().isEmpty() && file.path().startsWith(WELL_KNOWN);
    }

    private Map<String, byte[]> pruned(List<ProtoFile> reached, Retained retained) {
        Map<String, ProtoFile> filesByPath = new HashMap<>();
        reached.forEach(file -> filesByPath.put(file.path(), file));
        Set<String> needed = new HashSet<>();
        for (ProtoFile file : reached) {
            if (new Declarations(file).anyOf(retained)) {
                needed.add(file.path());
            }
        }
        Map<String, byte[]> contents = new TreeMap<>();
        List<String> open = new ArrayList<>(needed);
        Set<String> seen = new HashSet<>(open);
        for (int next = 0; next < open.size(); next++) {
            ProtoFile file =
                    Objects.requireNonNull(filesByPath.get(open.get(next)), "The files are closed under imports.");
            Set<String> imports = imports(file, needed, retained);
            imports.stream().filter(seen::add).forEach(open::add);
            if (!isWellKnown(file)) {
                contents.put(file.path(), cut(file, retained, imports));
            }
        }
        return contents;
    }

    /** The imports that a file still needs, or that others need it for. */
    private Set<String> imports(ProtoFile file, Set<String> needed, Retained retained) {
        Set<String> used = new Uses(file, schema, retained).files;
        Set<String> imports = new HashSet<>();
        for (Import imported : file.imports()) {
            Set<String> wanted = imported.kind() == Import.Kind.PUBLIC ? needed : used;
            if (file.module().isEmpty() || leadsTo(imported.path(), wanted)) {
                imports.add(imported.path());
            }
        }
        return imports;
    }

    private byte[] cut(ProtoFile file, Retained retained, Set<String> imports) {
        if (file.module().isEmpty()) {
            return file.text().bytes();
        }
        return ContractCutter.cut(parser.parse(file.text()).file(), retained, imports);
    }

    /** Whether a file is among some, or one that it imports publicly. */
    private boolean leadsTo(String path, Set<String> wanted) {
        List<String> open = new ArrayList<>(List.of(path));
        Set<String> seen = new HashSet<>(open);
        for (int next = 0; next < open.size(); next++) {
            if (wanted.contains(open.get(next))) {
                return true;
            }
            schema.file(open.get(next)).stream()
                    .flatMap(file -> file.imports().stream())
                    .filter(imported -> imported.kind() == Import.Kind.PUBLIC)
                    .map(Import::path)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }

    private void check(Map<String, byte[]> contents) throws ContractException {
        List<ContractFile> files = new ArrayList<>();
        contents.forEach(
                (path, bytes) -> files.add(new ContractFile(path, Optional.empty(), new SourceText(path, bytes))));
        compiler.compile(files);
    }
}
