package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The jars of third parties' libraries with all that they need, as a consumer of a stub would get them. */
final class Libraries {
    private final MavenSource maven;
    private final Map<List<Coordinates>, List<Path>> resolved = new HashMap<>();

    Libraries(MavenSource maven) {
        this.maven = maven;
    }

    /** The class path that a project with these dependencies runs on. */
    synchronized List<Path> classPath(List<Coordinates> dependencies) throws ContractException {
        List<Path> known = resolved.get(dependencies);
        if (known == null) {
            known = resolve(dependencies);
            resolved.put(dependencies, known);
        }
        return known;
    }

    private List<Path> resolve(List<Coordinates> dependencies) throws ContractException {
        MavenContext context = maven.open();
        CollectRequest collect = new CollectRequest();
        collect.setRepositories(context.repositories());
        dependencies.forEach(dependency -> collect.addDependency(new Dependency(
                new DefaultArtifact(dependency.groupId(), dependency.artifactId(), "jar", dependency.version()),
                "compile")));
        try {
            return context
                    .system()
                    .resolveDependencies(context.session(), new DependencyRequest(collect, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw Unresolved.problem("The libraries of the stubs", e);
        }
    }
}
