package dev.concordat.maven;

import dev.concordat.pipeline.ContractRegistry;
import dev.concordat.schema.ContractException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;

/** Checks every module against its last release, as {@code concordat check}. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = true, threadSafe = true)
public final class CheckGoal extends RegistryGoal {

    /** A goal on the build's Maven Resolver. */
    @Inject
    public CheckGoal(RepositorySystem system, TransporterProvider transporters) {
        super(system, transporters);
    }

    @Override
    void run(ContractRegistry registry) throws ContractException, MojoFailureException {
        require(registry.check());
    }
}
