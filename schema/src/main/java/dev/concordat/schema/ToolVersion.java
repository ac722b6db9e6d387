package dev.concordat.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this tool, which its build writes into the jar. */
public final class ToolVersion {
    private ToolVersion() {}

    /** The version, such as {@code 0.1.0}. */
    public static String get() {
        try (InputStream resource = ToolVersion.class.getResourceAsStream("/dev/concordat/version.properties")) {
            if (resource == null) {
                throw new IllegalStateException("version.properties is missing from the jar.");
            }
            Properties properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
