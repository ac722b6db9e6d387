package dev.concordat.check.input;

import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.Workspace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles the modules of a workspace that were asked for: all together, which is fast. Only when they do not compile together, because two of them
 * declare the same name and neither imports the other, each is compiled by itself.
 */
final class WorkspaceCompiler {
    private final Workspace workspace;
    private final ContractCompiler compiler;
    private final NeededFiles needed;

    WorkspaceCompiler(Workspace workspace, ContractCompiler compiler, BufCache cache) {
        this.workspace = workspace;
        this.compiler = compiler;
        this.needed = new NeededFiles(workspace, cache);
    }

    /** The schemas by module id. */
    Map<String, Schema> compile() throws ContractException {
        List<String> modules = workspace.modules().stream()
                .map(ModuleConfig::id)
                .filter(workspace.targetModules()::contains)
                .toList();
        try {
            Schema all = compiler.compile(needed.by(workspace.targets()));
            return modules.stream().collect(Collectors.toMap(id -> id, id -> all));
        } catch (ContractException e) {
            if (modules.size() == 1) {
                throw e;
            }
            return compileEach(modules, e.failure());
        }
    }

    private Map<String, Schema> compileEach(List<String> modules, Failure failure) throws ContractException {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        Set<Problem> problems = new LinkedHashSet<>();
        for (String id : modules) {
            try {
                schemas.put(id, compiler.compile(needed.by(filesOf(id))));
            } catch (ContractException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ContractException(failure, List.copyOf(problems));
        }
        return schemas;
    }

    private Set<String> filesOf(String module) {
        return workspace.files().stream()
                .filter(file -> file.module().equals(Optional.of(module)))
                .map(ContractFile::importPath)
                .filter(workspace.targets()::contains)
                .collect(Collectors.toSet());
    }
}
