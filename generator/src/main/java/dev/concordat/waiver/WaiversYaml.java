package dev.concordat.waiver;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Place;
import dev.concordat.schema.config.YamlMapping;
import dev.concordat.schema.source.FileTree;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads version 1 of waivers.yaml. */
public final class WaiversYaml {
    /** Where the waivers are, beside buf.yaml. */
    public static final String FILE = "waivers.yaml";

    private WaiversYaml() {}

    /** The waivers at the root of a tree, none where there is no such file; the prefix precedes printed paths. */
    public static List<Waiver> read(FileTree tree, String printedPrefix) throws ContractException {
        Optional<byte[]> content = tree.read(FILE);
        return content.isPresent() ? parse(printedPrefix + FILE, content.get()) : List.of();
    }

    /** The waivers that a file holds, in its order. */
    static List<Waiver> parse(String printedPath, byte[] content) throws ContractException {
        return YamlMapping.read(printedPath, content, WaiversYaml::waivers);
    }

    private static List<Waiver> waivers(YamlMapping root) {
        String version = root.requiredText("version");
        if (!version.isEmpty() && !version.equals("v1")) {
            root.report(root.place("version"), "Unknown version \"" + version + "\" of waivers.yaml.", "Write v1.");
        }
        List<Waiver> waivers = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (YamlMapping record : root.mappings("waivers")) {
            Waiver waiver = waiver(record);
            if (!known.add(waiver.module() + " " + waiver.fingerprint())) {
                record.report(waiver.place(), "This finding has a second waiver.", "Keep one of them.");
            }
            waivers.add(waiver);
        }
        return List.copyOf(waivers);
    }

    private static Waiver waiver(YamlMapping record) {
        return new Waiver(
                fingerprint(record),
                record.requiredText("module"),
                file(record),
                record.requiredText("rule"),
                record.requiredText("finding"),
                words(record, "reason"),
                words(record, "owner"),
                date(record),
                record.flag("wire").orElse(false),
                record.place());
    }

    /** Empty for what is in no file. */
    private static String file(YamlMapping record) {
        return record.text("file").orElseGet(() -> record.requiredText("file"));
    }

    private static String fingerprint(YamlMapping record) {
        String fingerprint = record.requiredText("fingerprint");
        if (!fingerprint.isEmpty() && !Waiver.FINGERPRINT.matcher(fingerprint).matches()) {
            record.report(
                    record.place("fingerprint"),
                    "\"" + fingerprint + "\" is no fingerprint.",
                    "They have 32 hexadecimal digits; \"concordat waive\" writes them.");
        }
        return fingerprint;
    }

    private static String words(YamlMapping record, String key) {
        String words = record.requiredText(key);
        Place place = record.place(key);
        if (!words.isEmpty() && words.isBlank()) {
            record.report(place, "\"" + key + "\" is empty.", "Whoever reviews the waiver wants to know.");
        } else if (words.chars().anyMatch(Character::isISOControl)) {
            record.report(place, "\"" + key + "\" has more than one line, or characters that nobody sees.", "");
        }
        return words;
    }

    private static LocalDate date(YamlMapping record) {
        String date = record.requiredText("expires");
        try {
            return date.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(date);
        } catch (DateTimeException e) {
            record.report(record.place("expires"), "\"" + date + "\" is no date.", "Write one like 2027-01-31.");
            return LocalDate.EPOCH;
        }
    }
}
