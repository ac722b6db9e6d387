package dev.concordat.pipeline;

import dev.concordat.check.input.ImportCache;
import dev.concordat.publish.PublishedJar;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.source.JarContracts;
import java.nio.file.Path;
import java.util.Optional;

/** Brings jars that contracts import from into this user's cache. Only here they come over the network; a gate reads what is there. */
public final class JarFetch {
    private final PublishedJar jars;
    private final ImportCache cache;

    /** A fetch of jars, found there, into a cache. */
    public JarFetch(PublishedJar jars, ImportCache cache) {
        this.jars = jars;
        this.cache = cache;
    }

    /** Brings a jar whose digest is known, unless it is here; tells whether it was brought. */
    public boolean fetch(ImportedJar jar) throws ContractException {
        if (jar.sha256().isEmpty()) {
            throw ContractException.at(
                    Failure.CONFIGURATION,
                    Place.of(jar.toString()),
                    "It has no digest in concordat.yaml, so nobody can tell whether it is the right one.",
                    "Run \"concordat fetch --update\", and look at what it writes.");
        }
        if (cache.find(jar).isPresent()) {
            return false;
        }
        byte[] content = content(jar);
        String digest = ImportCache.sha256(content);
        if (!digest.equals(jar.sha256().get())) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    Place.of(jar.toString()),
                    "Its SHA-256 digest is %s, but concordat.yaml says %s, so it is not used."
                            .formatted(digest, jar.sha256().get()),
                    "Find out who changed the jar or the file; \"concordat fetch --update\" takes what is there now.");
        }
        cache.keep(content);
        return true;
    }

    /** Brings a jar as it is now, and tells what it is. */
    public ImportedJar fetchLatest(ImportedJar jar) throws ContractException {
        byte[] content = content(jar);
        cache.keep(content);
        return new ImportedJar(jar.group(), jar.artifact(), jar.version(), Optional.of(ImportCache.sha256(content)));
    }

    /** The content of a jar, which must have contracts. */
    private byte[] content(ImportedJar jar) throws ContractException {
        Path file = jars.find(jar.toString());
        byte[] content = ImportCache.read(jar, file)
                .orElseThrow(() -> ContractException.of(
                        Failure.NO_ANSWER, "\"%s\" was there and is gone.".formatted(file), "Run the command again."));
        if (JarContracts.read(jar.toString(), content).isEmpty()) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    Place.of(jar.toString()),
                    "The jar holds no .proto file.",
                    "Name the artifact that holds the contracts at their import paths; some projects publish them in one of their own.");
        }
        return content;
    }
}
