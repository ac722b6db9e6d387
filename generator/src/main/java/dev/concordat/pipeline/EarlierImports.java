package dev.concordat.pipeline;

import dev.concordat.release.ConcordatYaml;
import dev.concordat.release.ReleaseTag;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.config.Imports;
import dev.concordat.schema.source.CommitId;
import dev.concordat.schema.source.GitRepository;
import dev.concordat.schema.source.Tag;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The jars that earlier states import from which {@code concordat check} compares with: releases, and the branch that changes are merged into. */
final class EarlierImports {
    private final GitRepository repository;
    private final Set<ImportedJar> jars = new LinkedHashSet<>();

    private EarlierImports(GitRepository repository) {
        this.repository = repository;
    }

    /** The jars whose digests are known, of the repository that a directory lies in; none where it lies in none. */
    static Set<ImportedJar> of(Path directory) throws ContractException {
        GitRepository opened;
        try {
            opened = GitRepository.open(directory);
        } catch (ContractException e) {
            // Contracts need no repository, and what is wrong with one is told by those who look at it.
            return Set.of();
        }
        try (GitRepository repository = opened) {
            EarlierImports imports = new EarlierImports(repository);
            imports.addStates();
            return imports.jars;
        }
    }

    private void addStates() throws ContractException {
        Set<CommitId> commits = new LinkedHashSet<>();
        Optional<CommitId> head = repository.find("HEAD");
        if (head.isPresent()) {
            commits.add(head.get());
            repository.firstParent(head.get()).ifPresent(commits::add);
            for (String branch :
                    new String[] {"refs/remotes/origin/" + branch(head.get()), "refs/heads/" + branch(head.get())}) {
                Optional<CommitId> tip = repository.find(branch);
                if (tip.isPresent()) {
                    repository.mergeBase(head.get(), tip.get()).ifPresent(commits::add);
                }
            }
        }
        for (Tag tag : repository.tags("")) {
            if (ReleaseTag.parse(tag.name()).isPresent()) {
                commits.add(tag.commit());
            }
        }
        for (CommitId commit : commits) {
            add(commit);
        }
    }

    private String branch(CommitId head) {
        try {
            return ConcordatYaml.read(repository.tree(head), "").branch();
        } catch (ContractException e) {
            return "main";
        }
    }

    private void add(CommitId commit) throws ContractException {
        try {
            Imports.find(repository.tree(commit), ".", "").values().stream()
                    .filter(jar -> jar.sha256().isPresent())
                    .forEach(jars::add);
        } catch (ContractException e) {
            // Whoever compares with it will be told.
        }
    }
}
