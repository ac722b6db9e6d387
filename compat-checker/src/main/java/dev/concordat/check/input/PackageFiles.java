package dev.concordat.check.input;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.FileOutline;
import dev.concordat.schema.source.InputReference;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Extends what was asked for to whole packages. */
public final class PackageFiles {
    private PackageFiles() {}

    /** The workspace of an input, asked for whole packages if that is what the input says. */
    public static WorkspaceListing of(WorkspaceListing workspace, InputReference input) throws ContractException {
        return input.flag("include_package_files") ? of(workspace) : workspace;
    }

    /** The same workspace, asked for all files of its targets' packages, in the targets' modules. */
    private static WorkspaceListing of(WorkspaceListing workspace) throws ContractException {
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
