package dev.concordat.publish;

import dev.concordat.generate.MavenSource;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Where to publish to.
 *
 * @param url {@code file:}, {@code http:} or {@code https:}; a {@code file:} path may be relative
 * @param id the server in settings.xml whose credentials are used
 */
public record RepositoryTarget(String url, String id) {
    /** The server id when none is given. */
    public static final String DEFAULT_ID = "contracts";

    private static final String FILE = "file:";
    private static final Pattern CREDENTIALS = Pattern.compile("https?://[^/?#]*@");

    /** Reads an address as a person writes it; relative paths start at the directory. */
    public static RepositoryTarget parse(String address, Path directory) throws ContractException {
        String lower = address.toLowerCase(Locale.ROOT);
        if (address.isBlank() || lower.equals(FILE)) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "The address of the repository is empty.",
                    "Write file: and a directory, or http: or https:.");
        }
        if (CREDENTIALS.matcher(lower).lookingAt()) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "The address of the repository holds a username or a password, which would be read in logs.",
                    "Leave them out, and give them to the server \"%s\" in ~/.m2/settings.xml.".formatted(DEFAULT_ID));
        }
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return new RepositoryTarget(address, DEFAULT_ID);
        }
        if (address.matches("[A-Za-z]{2,}:.*") && !lower.startsWith(FILE)) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "\"%s\" is no address of a repository.".formatted(address),
                    "Write file:, http: or https:.");
        }
        String path = lower.startsWith(FILE) ? address.substring(FILE.length()) : address;
        Path root = path.startsWith("//") ? Path.of(URI.create(address)) : directory.resolve(path);
        return new RepositoryTarget(FILE + root.normalize().toAbsolutePath(), DEFAULT_ID);
    }

    /** Opens the repository for releases. */
    public ArtifactRepository open(MavenSource maven) throws ContractException {
        return isFile() ? new FileRepository(path()) : new HttpRepository(maven.open(), remote(maven));
    }

    /** The repository as Maven Resolver knows it, credentials and proxy applied. */
    RemoteRepository remote(MavenSource maven) throws ContractException {
        String address = isFile() ? path().toUri().toString() : url;
        return maven.open()
                .system()
                .newDeploymentRepository(
                        maven.open().session(), new RemoteRepository.Builder(id, "default", address).build());
    }

    private boolean isFile() {
        return url.startsWith(FILE);
    }

    private Path path() {
        return Path.of(url.substring(FILE.length()));
    }
}
