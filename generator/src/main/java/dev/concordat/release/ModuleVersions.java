package dev.concordat.release;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.source.CommitId;
import java.util.Optional;

/** What is compared of modules: the contracts as they were at their baselines, and as they are. */
final class ModuleVersions {
    private final ReleaseHistory history;
    private final EarlierRevisions earlier;
    private final ComparedContracts contracts;

    ModuleVersions(ReleaseHistory history, EarlierRevisions earlier, ComparedContracts contracts) {
        this.history = history;
        this.earlier = earlier;
        this.contracts = contracts;
    }

    /** The contracts that a module is compared in; the module is where it is now in both. */
    Versions of(ContractModule module, Baseline baseline) throws ContractException {
        if (baseline.commit().isEmpty()) {
            return contracts.sinceNothing();
        }
        CommitId commit = baseline.commit().get();
        Versions compared = isNew(module, baseline) ? contracts.all(commit) : contracts.since(commit);
        Optional<ContractModule> formerly = earlier.module(commit, module.id());
        Schema previous = formerly.isPresent()
                ? moved(compared.previous(), formerly.get().path(), module.path())
                : compared.previous();
        return new Versions(previous, compared.current());
    }

    /** Whether nothing that a module uses is taken for known, though it is compared: it was released, and not before this. */
    boolean isNew(ContractModule module, Baseline baseline) {
        return baseline.release().isEmpty() && !history.commits(module.id()).isEmpty();
    }

    /** A module that only moved within the repository is compared as if it had always been where it is; what was there makes room. */
    private static Schema moved(Schema schema, String from, String to) {
        return from.equals(to)
                ? schema
                : new Schema(schema.files().stream()
                        .map(file -> moved(file, from, to))
                        .toList());
    }

    private static ProtoFile moved(ProtoFile file, String from, String to) {
        return file.module().equals(Optional.of(from))
                ? file.inModule(to)
                : file.module().equals(Optional.of(to)) ? file.inModule(from) : file;
    }
}
