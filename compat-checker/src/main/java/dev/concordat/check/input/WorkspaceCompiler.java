package dev.concordat.check.input;

import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.link.LinkingCompiler;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles the modules of a workspace that were asked for: all together, which is fast. Only when they do not compile together, because two of them
 * declare the same name and neither imports the other, each is compiled by itself.
 */
final class WorkspaceCompiler {
    private final WorkspaceListing workspace;
    private final ContractCompiler compiler;
    private final NeededFiles needed;

    WorkspaceCompiler(WorkspaceListing workspace, ParsedFiles parsed, NeededFiles needed) {
        this.workspace = workspace;
        this.compiler = new LinkingCompiler(parsed);
        this.needed = needed;
    }

    /** The schemas by module id, of some files and what they import; of a module that has none of them, an empty one. */
    Map<String, Schema> compile(Set<String> files) throws ContractException {
        List<String> modules = workspace.modules().stream()
                .map(ModuleConfig::id)
                .filter(workspace.targetModules()::contains)
                .toList();
        try {
            Schema all = workspace.managed(compiler.compile(needed.by(files)));
            return modules.stream().collect(Collectors.toMap(id -> id, id -> all));
        } catch (ContractException e) {
            if (modules.size() == 1) {
                throw e;
            }
            return compileEach(modules, files, e.failure());
        }
    }

    private Map<String, Schema> compileEach(List<String> modules, Set<String> files, Failure failure)
            throws ContractException {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        Set<Problem> problems = new LinkedHashSet<>();
        for (String id : modules) {
            try {
                schemas.put(id, workspace.managed(compiler.compile(needed.by(filesOf(id, files)))));
            } catch (ContractException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ContractException(failure, List.copyOf(problems));
        }
        return schemas;
    }

    private Set<String> filesOf(String module, Set<String> files) {
        Set<String> own = new HashSet<>(workspace.pathsOf(module));
        own.retainAll(files);
        return own;
    }
}
