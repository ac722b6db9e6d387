package dev.concordat.release;

import com.google.protobuf.DescriptorProtos.FileOptions;
import dev.concordat.check.input.WorkspaceSchemas;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.FileTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contracts of a commit or of the working tree, read and compiled as far as they are asked for; until then, what they are read from must stay open. */
public final class Revision {
    private final WorkspaceListing listing;
    private final ConcordatYaml configuration;
    private final List<ContractModule> modules;
    private final WorkspaceSchemas compiler;
    private @Nullable Outlines outlines;
    private WorkspaceSchemas.@Nullable Compiled compiled;

    private Revision(
            WorkspaceListing listing,
            ConcordatYaml configuration,
            List<ContractModule> modules,
            WorkspaceSchemas compiler) {
        this.listing = listing;
        this.configuration = configuration;
        this.modules = List.copyOf(modules);
        this.compiler = compiler;
    }

    /** Lists the contracts of a tree; the prefix precedes printed paths. */
    public static Revision read(FileTree tree, String printedPrefix, WorkspaceSchemas compiler)
            throws ContractException {
        WorkspaceListing listing = WorkspaceListing.of(tree, printedPrefix);
        ConcordatYaml configuration = ConcordatYaml.read(tree, printedPrefix);
        return new Revision(listing, configuration, ModuleNaming.of(listing.modules(), configuration), compiler);
    }

    /** The files and their configuration. */
    WorkspaceListing listing() {
        return listing;
    }

    /** How they are released. */
    public ConcordatYaml configuration() {
        return configuration;
    }

    /** The modules under the names they are released by, in the order of buf.yaml. */
    public List<ContractModule> modules() {
        return modules;
    }

    /** Whether the files of a workspace mean what they say, and nothing else does: it has no dependencies, and options are as they are written. */
    static boolean isPlain(WorkspaceListing listing) {
        return listing.configuration().deps().isEmpty() && !listing.managed().enabled();
    }

    /** The outlines of all files, which are all read for it, and compiled where they are not plain. */
    Outlines outlines() throws ContractException {
        Outlines known = outlines;
        if (known == null) {
            known = Outlines.of(listing, isPlain(listing) ? List.of() : schema().files());
            outlines = known;
        }
        return known;
    }

    /** All contracts, compiled. */
    public Schema schema() throws ContractException {
        return compiled().schema();
    }

    /** By import path, the jars that files of third parties are from. */
    public Map<String, ImportedJar> jars() throws ContractException {
        return isPlain(listing) ? Map.of() : compiled().jars();
    }

    /** The options of a file that are set when code is generated, empty where none is. */
    Optional<FileOptions> managed(String path) throws ContractException {
        return isPlain(listing) ? Optional.empty() : schema().file(path).flatMap(ProtoFile::managed);
    }

    private WorkspaceSchemas.Compiled compiled() throws ContractException {
        WorkspaceSchemas.Compiled known = compiled;
        if (known == null) {
            known = compiler.compile(listing);
            compiled = known;
        }
        return known;
    }

    /** The module at this path. */
    ContractModule moduleAt(String path) {
        return modules.stream()
                .filter(module -> module.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No module at " + path + "."));
    }

    /** The configuration of a module. */
    Optional<ModuleConfig> config(String path) {
        return listing.modules().stream()
                .filter(config -> config.path().equals(path))
                .findFirst();
    }
}
