package dev.concordat.generate;

import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * What is needed to resolve Maven artifacts: the plugin passes its build's own, the command line opens a {@link StandaloneMaven}.
 *
 * @param repositories where artifacts come from, mirrors and credentials applied
 */
public record MavenContext(
        RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

    /** Copies the list. */
    public MavenContext {
        repositories = List.copyOf(repositories);
    }
}
