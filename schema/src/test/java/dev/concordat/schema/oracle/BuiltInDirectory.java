package dev.concordat.schema.oracle;

import dev.concordat.schema.BuiltInContracts;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/** The directory that the build unpacked our built-in contracts into, so that protoc reads the very files that we do. */
final class BuiltInDirectory {
    private static final String KNOWN = "google/protobuf/descriptor.proto";

    private BuiltInDirectory() {}

    /** Finds the directory among the compiled classes. */
    static Path find() throws IOException {
        URL resource = BuiltInContracts.class.getResource("builtin/" + KNOWN);
        try {
            URI known = Optional.ofNullable(resource)
                    .orElseThrow(() -> new IOException("The built-in contracts were not unpacked."))
                    .toURI();
            Path directory = Path.of(known);
            for (int depth = KNOWN.split("/").length; depth > 0; depth--) {
                directory = Optional.ofNullable(directory.getParent()).orElseThrow();
            }
            return directory;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
