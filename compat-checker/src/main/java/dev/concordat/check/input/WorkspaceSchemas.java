package dev.concordat.check.input;

import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.link.LinkingCompiler;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles all or some of a workspace, with what it imports from dependencies. A file that several workspaces share is parsed once. */
public final class WorkspaceSchemas {
    private final ParsedFiles parsed = new ParsedFiles();
    private final ContractCompiler compiler = new LinkingCompiler(parsed);
    private final Dependencies dependencies;

    /** A compiler of workspaces whose dependencies are looked for there. */
    public WorkspaceSchemas(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** All contracts of a workspace. */
    public Compiled compile(WorkspaceListing listing) throws ContractException {
        NeededFiles needed = needed(listing);
        List<ContractFile> files = needed.by(listing.paths());
        Map<String, ImportedJar> jars = new HashMap<>();
        for (ContractFile file : files) {
            if (file.module().isEmpty()) {
                needed.jar(file.importPath()).ifPresent(jar -> jars.put(file.importPath(), jar));
            }
        }
        return new Compiled(listing.managed(compiler.compile(files)), jars);
    }

    /** Some contracts of a workspace, with what they import. */
    public Schema compile(WorkspaceListing listing, Set<String> paths) throws ContractException {
        return listing.managed(compiler.compile(needed(listing).by(paths)));
    }

    /** A search for the files that must be compiled of a workspace. */
    public NeededFiles needed(WorkspaceListing listing) {
        return new NeededFiles(listing, parsed, dependencies);
    }

    /** The files that were parsed. */
    public ParsedFiles parsed() {
        return parsed;
    }

    /**
     * A compiled workspace.
     *
     * @param schema its contracts and what they import
     * @param jars by import path, the jars that files of third parties are from
     */
    public record Compiled(Schema schema, Map<String, ImportedJar> jars) {

        /** Copies the map. */
        public Compiled {
            jars = Map.copyOf(jars);
        }
    }
}
