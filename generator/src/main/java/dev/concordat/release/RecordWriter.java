package dev.concordat.release;

import dev.concordat.check.change.RetiredNumber;
import java.util.List;

/** Writes a release record: a subject, an empty line, and one line a value in a fixed order. */
final class RecordWriter {
    /** The first value of every record; a reader refuses another number. */
    static final String FORMAT = "1";

    /** What stands for the bump of a first release. */
    static final String FIRST = "first";

    private final StringBuilder text = new StringBuilder();

    String print(ReleaseRecord of) {
        text.append(of.tag().id()).append(' ').append(of.tag().version()).append("\n\n");
        line("record", FORMAT);
        line("bump", of.bump().map(Bump::toString).orElse(FIRST));
        of.changes().forEach(change -> line("change", RecordText.escape(change)));
        line("input-own", of.inputs().own());
        line("input-reached", of.inputs().reached());
        line("input-tools", of.inputs().tools());
        lines("dependency", of.dependencies());
        lines("member", of.members());
        of.artifacts().forEach((name, digest) -> line("artifact", digest + "  " + RecordText.escape(name)));
        of.waivers().forEach(waiver -> line("waiver", RecordText.escape(waiver)));
        of.retired().forEach(number -> line("retired", retired(number)));
        of.tools().runtime().forEach((library, version) -> line("runtime", RecordText.escape(library + " " + version)));
        line("tool", RecordText.escape(of.tools().version()));
        line("lock", of.tools().lockDigest());
        line("stub-format", Integer.toString(of.tools().stubFormat()));
        return text.toString();
    }

    private static String retired(RetiredNumber number) {
        return RecordText.escape(number.owner() + " " + number.number() + " " + number.name());
    }

    private void lines(String key, List<ReleaseTag> releases) {
        releases.forEach(release -> line(key, release.id() + " " + release.version()));
    }

    private void line(String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }
}
