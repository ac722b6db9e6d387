package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.jspecify.annotations.Nullable;

/** A Maven context outside Maven, with the mirrors, proxies, credentials and local repository of the user's settings.xml. */
public final class StandaloneMaven implements MavenSource, AutoCloseable {
    private final ContextOverrides overrides;
    private @Nullable Context context;

    private StandaloneMaven(ContextOverrides overrides) {
        this.overrides = overrides;
    }

    /** The ordinary context of this user. */
    public static StandaloneMaven online() {
        return new StandaloneMaven(
                ContextOverrides.create().withUserSettings(true).build());
    }

    /** The same, which never asks a remote repository. */
    public static StandaloneMaven offline() {
        return new StandaloneMaven(
                ContextOverrides.create().withUserSettings(true).offline(true).build());
    }

    @Override
    public synchronized MavenContext open() throws ContractException {
        Context opened = context;
        if (opened == null) {
            opened = create();
            context = opened;
        }
        return new MavenContext(
                opened.repositorySystem(),
                opened.repositorySystemSession(),
                opened.remoteRepositories(),
                opened.lookup()
                        .lookup(TransporterProvider.class)
                        .orElseThrow(() -> new IllegalStateException("Maven Resolver has no transport.")));
    }

    @Override
    public synchronized void close() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    private Context create() throws ContractException {
        try {
            return Runtimes.INSTANCE.getRuntime().create(overrides);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "Maven's settings could not be read: " + Reasons.of(e) + ".",
                    "Correct ~/.m2/settings.xml.");
        }
    }
}
