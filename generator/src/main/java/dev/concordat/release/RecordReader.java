package dev.concordat.release;

import dev.concordat.check.change.RetiredNumber;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a release record as {@link RecordWriter} writes it. */
final class RecordReader {
    private static final Pattern ARTIFACT = Pattern.compile("([0-9a-f]{64}) {2}(.+)");
    private static final Pattern RETIRED = Pattern.compile("(\\S+) (-?[0-9]{1,10}) (\\S+)");
    private static final Pattern PAIR = Pattern.compile("(\\S+) (\\S+)");
    private static final Pattern SMALL = Pattern.compile("[0-9]{1,9}");

    private final ReleaseTag tag;
    private final String message;
    private final List<String> lines;
    private int at = 2;

    RecordReader(ReleaseTag tag, String message) {
        this.tag = tag;
        this.message = message;
        this.lines = List.of(message.split("\n", -1));
    }

    ReleaseRecord read() throws ContractException {
        if (lines.size() < at || !lines.get(0).equals(tag.id() + " " + tag.version())) {
            throw unreadable("Its first line is not \"" + tag.id() + " " + tag.version() + "\"");
        }
        String format = one("record");
        if (!format.equals(RecordWriter.FORMAT)) {
            throw unreadable("Its record has format " + format + ", and this version reads " + RecordWriter.FORMAT);
        }
        ReleaseRecord read = new ReleaseRecord(
                tag,
                bump(),
                texts("change"),
                new InputDigest(digest("input-own"), digest("input-reached"), digest("input-tools")),
                releases("dependency"),
                releases("member"),
                artifacts(),
                texts("waiver"),
                retired(),
                tools());
        if (!read.print().equals(message)) {
            throw unreadable("Its message is not spelled as a release spells it");
        }
        return read;
    }

    private Optional<Bump> bump() throws ContractException {
        String word = one("bump");
        for (Bump bump : Bump.values()) {
            if (bump.toString().equals(word)) {
                return Optional.of(bump);
            }
        }
        if (!word.equals(RecordWriter.FIRST)) {
            throw unreadable("\"" + word + "\" is no bump");
        }
        return Optional.empty();
    }

    private List<String> texts(String key) {
        return many(key).stream().map(RecordText::unescape).toList();
    }

    private String digest(String key) throws ContractException {
        return matched(InputDigest.SHA256, one(key)).group();
    }

    private List<ReleaseTag> releases(String key) throws ContractException {
        List<ReleaseTag> releases = new ArrayList<>();
        for (String value : many(key)) {
            Optional<ReleaseTag> release = ReleaseTag.parse(value.replaceFirst(" ", "/v"));
            releases.add(release.orElseThrow(() -> unreadable("\"" + value + "\" is no release")));
        }
        return releases;
    }

    private SortedMap<String, String> artifacts() throws ContractException {
        SortedMap<String, String> artifacts = new TreeMap<>();
        for (String value : many("artifact")) {
            Matcher artifact = matched(ARTIFACT, value);
            artifacts.put(RecordText.unescape(artifact.group(2)), artifact.group(1));
        }
        return artifacts;
    }

    private List<RetiredNumber> retired() throws ContractException {
        List<RetiredNumber> numbers = new ArrayList<>();
        for (String value : texts("retired")) {
            Matcher number = matched(RETIRED, value);
            numbers.add(new RetiredNumber(number.group(1), integer(number.group(2)), number.group(3)));
        }
        return numbers;
    }

    private Tools tools() throws ContractException {
        SortedMap<String, String> runtime = new TreeMap<>();
        for (String value : texts("runtime")) {
            Matcher library = matched(PAIR, value);
            runtime.put(library.group(1), library.group(2));
        }
        String version = RecordText.unescape(one("tool"));
        String lock = digest("lock");
        return new Tools(
                version, lock, integer(matched(SMALL, one("stub-format")).group()), runtime);
    }

    private int integer(String digits) throws ContractException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw unreadable("\"" + digits + "\" is out of range");
        }
    }

    private Matcher matched(Pattern pattern, String value) throws ContractException {
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches()) {
            throw unreadable("\"" + value + "\" is not what stands there");
        }
        return matcher;
    }

    private String one(String key) throws ContractException {
        if (at >= lines.size() || !lines.get(at).startsWith(key + ": ")) {
            throw unreadable("Line " + (at + 1) + " should say \"" + key + "\"");
        }
        return lines.get(at++).substring(key.length() + 2);
    }

    private List<String> many(String key) {
        List<String> values = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith(key + ": ")) {
            values.add(lines.get(at++).substring(key.length() + 2));
        }
        return values;
    }

    private ContractException unreadable(String reason) {
        return ContractException.of(
                Failure.NO_ANSWER,
                "The tag \"" + tag.name() + "\" holds no release record. " + reason + ".",
                "Fetch it again with \"git fetch --tags --force\"; a tag that concordat did not write must not have such a name.");
    }
}
