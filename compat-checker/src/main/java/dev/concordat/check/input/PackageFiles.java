package dev.concordat.check.input;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.Workspace;
import dev.concordat.schema.parse.ContractParser;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Extends what was asked for to whole packages. */
final class PackageFiles {
    private static final ContractParser PARSER = new ContractParser();

    private PackageFiles() {}

    /** The same workspace, asked for all files of its targets' packages, in the targets' modules. */
    static Workspace of(Workspace workspace) {
        Set<String> packages = workspace.files().stream()
                .filter(file -> workspace.targets().contains(file.importPath()))
                .map(PackageFiles::packageOf)
                .collect(Collectors.toSet());
        Set<String> targets = new HashSet<>(workspace.targets());
        workspace.files().stream()
                .filter(file -> file.module()
                        .filter(workspace.targetModules()::contains)
                        .isPresent())
                .filter(file -> packages.contains(packageOf(file)))
                .forEach(file -> targets.add(file.importPath()));
        return new Workspace(workspace.configuration(), workspace.files(), workspace.targetModules(), targets);
    }

    private static String packageOf(ContractFile file) {
        return PARSER.parse(file.text()).file().packageName();
    }
}
