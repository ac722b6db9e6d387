package dev.concordat.maven;

import dev.concordat.pipeline.ContractRegistry;
import dev.concordat.schema.ContractException;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.jspecify.annotations.Nullable;

/** Builds the stubs of every module that is due, as SNAPSHOTs, into a directory. */
@Mojo(name = "stubs", defaultPhase = LifecyclePhase.PACKAGE, requiresProject = true, threadSafe = true)
public final class StubsGoal extends RegistryGoal {
    @Parameter(property = "concordat.stubs", defaultValue = "${project.build.directory}/stubs", required = true)
    private @Nullable File into;

    /** A goal on the build's Maven Resolver. */
    @Inject
    public StubsGoal(RepositorySystem system, TransporterProvider transporters) {
        super(system, transporters);
    }

    @Override
    void run(ContractRegistry registry) throws ContractException, MojoFailureException {
        require(registry.build(given(into).toPath(), progress()).plan());
    }
}
