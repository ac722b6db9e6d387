package dev.concordat.schema.image;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.source.Compression;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * How an image is encoded and compressed. The file's name says it, or options behind a {@code #} do, both as buf understands them:
 * {@code image.json.gz}, {@code -#format=json,compression=gzip}.
 *
 * @param path the file, {@code -} for the standard streams
 */
public record ImageFormat(String path, Encoding encoding, Compression compression) {
    /** The path that means standard input or output. */
    public static final String STANDARD_STREAM = "-";

    private static final String GRAMMAR =
            "Call it like image.binpb, image.json, image.txtpb or image.yaml, perhaps with .gz or .zst behind, or write - for the standard stream.";

    /** How the message is written. */
    enum Encoding {
        BINARY,
        JSON,
        TEXT,
        YAML
    }

    /**
     * Reads the name of an image as it is written on a command line.
     *
     * @throws ContractException of kind CONFIGURATION, for a name that tells no format
     */
    public static ImageFormat parse(String text) throws ContractException {
        int hash = text.indexOf('#');
        String path = hash < 0 ? text : text.substring(0, hash);
        Map<String, String> options = options(text, hash < 0 ? "" : text.substring(hash + 1));
        if (path.isEmpty()) {
            throw unknown(text);
        }
        String name = path.toLowerCase(Locale.ROOT);
        Compression named = Compression.ofName(name);
        String chosen = options.get("compression");
        Compression compression =
                chosen == null ? named : Compression.named(chosen).orElseThrow(() -> unknown(text));
        String format = options.getOrDefault("format", extension(name, named));
        return new ImageFormat(path, encoding(format).orElseThrow(() -> unknown(text)), compression);
    }

    private static Map<String, String> options(String text, String written) throws ContractException {
        Map<String, String> options = new HashMap<>();
        for (String option : written.isEmpty() ? List.<String>of() : List.of(written.split(",", -1))) {
            int equals = option.indexOf('=');
            String key = equals < 0 ? option : option.substring(0, equals);
            boolean known = key.equals("format") || key.equals("compression");
            if (equals < 0 || !known || options.put(key, option.substring(equals + 1)) != null) {
                throw ContractException.of(
                        Failure.CONFIGURATION,
                        "\"%s\" in \"%s\" is no option of an image, or stands twice.".formatted(option, text),
                        "The options are format and compression.");
            }
        }
        return options;
    }

    /** What the name ends with before its compression; streams and devices have no extension, and are binary. */
    private static String extension(String name, Compression compression) {
        String bare = compression == Compression.NONE ? name : name.substring(0, name.lastIndexOf('.'));
        if (bare.equals(STANDARD_STREAM) || bare.startsWith("/dev/")) {
            return "binpb";
        }
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static Optional<Encoding> encoding(String format) {
        return switch (format) {
            case "binpb", "bin" -> Optional.of(Encoding.BINARY);
            case "json" -> Optional.of(Encoding.JSON);
            case "txtpb" -> Optional.of(Encoding.TEXT);
            case "yaml" -> Optional.of(Encoding.YAML);
            default -> Optional.empty();
        };
    }

    private static ContractException unknown(String text) {
        return ContractException.of(
                Failure.CONFIGURATION, "\"%s\" does not tell the format of an image.".formatted(text), GRAMMAR);
    }

    /** Whether the image is read from standard input or written to standard output. */
    public boolean isStandardStream() {
        return path.equals(STANDARD_STREAM);
    }

    /** A stream that compresses what it is given, and ends the compressed data when it is closed. */
    OutputStream compressed(OutputStream out) throws IOException {
        return switch (compression) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out, 1 << 16);
            case ZSTD -> new ZstdOutput(out);
        };
    }
}
