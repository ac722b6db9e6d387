package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Parses files and remembers them by content, so that a file that two revisions share is parsed once. May be used by several threads. */
public final class ParsedFiles {
    private static final int SAMPLES = 64;

    private final ContractParser parser = new ContractParser();
    private final Map<Content, ParsedFile> known = new ConcurrentHashMap<>();

    /** Remembers nothing yet. */
    public ParsedFiles() {}

    /** The parsed file of this text, parsed now or before. */
    public ParsedFile parse(SourceText text) {
        return known.computeIfAbsent(new Content(text), content -> parser.parse(text));
    }

    /** What a parsed file depends on: the bytes, and the path that its problems are printed with. */
    private static final class Content {
        private final SourceText text;
        private final int hash;

        Content(SourceText text) {
            this.text = text;
            byte[] bytes = text.bytes();
            int sample = bytes.length;
            // A sample is enough to part most versions of a path; equality reads all of it.
            int step = 1 + bytes.length / SAMPLES;
            for (int at = 0; at < bytes.length; at += step) {
                sample = sample * 31 + bytes[at];
            }
            this.hash = sample * 31 + text.path().hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Content content
                    && hash == content.hash
                    && text.path().equals(content.text.path())
                    && Arrays.equals(text.bytes(), content.text.bytes());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
