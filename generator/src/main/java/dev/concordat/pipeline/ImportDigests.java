package dev.concordat.pipeline;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.config.ImportedJar;
import dev.concordat.schema.config.Imports;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a concordat.yaml, whose digests of imported jars are changed line by line: comments and whatever else people wrote stay as they are. */
public final class ImportDigests {
    private static final Pattern DIGEST = Pattern.compile("(\\s+sha256:\\s*)([^\\s#]*)(.*)");
    private static final Pattern COORDINATES = Pattern.compile("(\\s+)maven:.*");

    private ImportDigests() {}

    /** The text with the digests of jars by module, which it must name. */
    public static String write(String printedPath, String text, Map<String, ImportedJar> jars)
            throws ContractException {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        jars.forEach((module, jar) -> write(lines, module, jar.sha256().orElseThrow()));
        String written = String.join("\n", lines);
        if (!parsed(printedPath, written).equals(jars)) {
            StringBuilder digests = new StringBuilder();
            jars.forEach((module, jar) ->
                    digests.append(" %s has %s.".formatted(module, jar.sha256().orElseThrow())));
            throw ContractException.at(
                    Failure.CONFIGURATION,
                    Place.of(printedPath),
                    "The imports are not laid out with a key on each line, so nothing was written.",
                    "Write the digests yourself, as sha256 beside maven:" + digests);
        }
        return written;
    }

    /** What the text says, nothing when it says it no more. */
    private static Map<String, ImportedJar> parsed(String printedPath, String text) {
        try {
            return new LinkedHashMap<>(Imports.parse(printedPath, text.getBytes(StandardCharsets.UTF_8)));
        } catch (ContractException e) {
            return Map.of();
        }
    }

    private static void write(List<String> lines, String module, String digest) {
        Pattern key = Pattern.compile("(\\s+)[\"']?" + Pattern.quote(module) + "[\"']?:\\s*(#.*)?");
        for (int at = 0; at < lines.size(); at++) {
            Matcher start = key.matcher(lines.get(at));
            if (start.matches()) {
                writeBelow(lines, at, start.group(1).length(), digest);
                return;
            }
        }
    }

    private static void writeBelow(List<String> lines, int start, int indent, String digest) {
        int maven = -1;
        for (int at = start + 1; at < lines.size() && isBelow(lines.get(at), indent); at++) {
            Matcher known = DIGEST.matcher(lines.get(at));
            if (known.matches()) {
                lines.set(at, known.group(1).stripTrailing() + " " + digest + known.group(3));
                return;
            }
            maven = COORDINATES.matcher(lines.get(at)).matches() ? at : maven;
        }
        if (maven >= 0) {
            String line = lines.get(maven);
            lines.add(
                    maven + 1,
                    line.substring(0, line.indexOf('m')) + "sha256: " + digest + (line.endsWith("\r") ? "\r" : ""));
        }
    }

    private static boolean isBelow(String line, int indent) {
        int own = line.length() - line.stripLeading().length();
        return line.isBlank() || own > indent;
    }
}
