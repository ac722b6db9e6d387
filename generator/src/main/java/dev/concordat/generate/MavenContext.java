package dev.concordat.generate;

import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;

/**
 * What is needed to resolve Maven artifacts: the plugin passes its build's own, the command line opens a {@link StandaloneMaven}.
 *
 * @param repositories where artifacts come from, mirrors and credentials applied
 * @param transporters what moves single files
 */
public record MavenContext(
        RepositorySystem system,
        RepositorySystemSession session,
        List<RemoteRepository> repositories,
        TransporterProvider transporters) {

    /** Copies the list. */
    public MavenContext {
        repositories = List.copyOf(repositories);
    }
}
