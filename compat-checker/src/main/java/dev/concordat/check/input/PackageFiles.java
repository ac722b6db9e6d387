package dev.concordat.check.input;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.FileOutline;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Extends what was asked for to whole packages. */
final class PackageFiles {
    private PackageFiles() {}

    /** The same workspace, asked for all files of its targets' packages, in the targets' modules. */
    static WorkspaceListing of(WorkspaceListing workspace) throws ContractException {
        Set<String> packages = workspace.read(workspace.targets()).stream()
                .map(PackageFiles::packageOf)
                .collect(Collectors.toSet());
        Set<String> targets = new HashSet<>(workspace.targets());
        workspace.read(workspace.paths()).stream()
                .filter(file -> file.module()
                        .filter(workspace.targetModules()::contains)
                        .isPresent())
                .filter(file -> packages.contains(packageOf(file)))
                .forEach(file -> targets.add(file.importPath()));
        return workspace.withTargets(targets);
    }

    private static String packageOf(ContractFile file) {
        return FileOutline.of(file.text()).packageName();
    }
}
