package dev.concordat.schema.parse;

import dev.concordat.schema.SourceText;
import dev.concordat.schema.source.LfsPointer;
import java.util.List;

/** Parses contract files: proto2, proto3, editions 2023 and 2024. May be used by several threads. */
public final class ContractParser {
    /** The largest file that is read, in bytes. */
    public static final int SIZE_LIMIT = 4 << 20;

    private final WordTable words = new WordTable();

    /** A parser that remembers words from file to file. */
    public ContractParser() {}

    /** Parses one file, to its end whatever is wrong with it. */
    public ParsedFile parse(SourceText text) {
        ProblemLog problems = new ProblemLog(text);
        if (text.size() > SIZE_LIMIT) {
            problems.add(
                    0,
                    "The file has %s bytes; more than 4 MiB are not read.".formatted(text.size()),
                    "Split it into several files.");
            return new ParsedFile(new FileNode(text, List.of(), 0, 0), problems.problems());
        }
        if (LfsPointer.is(text.bytes())) {
            problems.add(
                    0,
                    "This is a pointer of Git LFS, and not the contract that it stands for.",
                    "Keep contracts out of LFS, in .gitattributes, and add them again: commits are read as git stores them.");
            return new ParsedFile(new FileNode(text, List.of(), 0, 0), problems.problems());
        }
        Cursor cursor = new Cursor(text, words, problems);
        FileNode file = new FileParser(cursor).file();
        int invalid = cursor.isBeyondAscii() || !cursor.atEnd() ? Utf8Check.firstInvalid(text.bytes()) : -1;
        return invalid < 0 ? new ParsedFile(file, problems.problems()) : notUtf8(text, invalid);
    }

    /** What else is wrong with a file in another encoding nobody needs to know. */
    private static ParsedFile notUtf8(SourceText text, int invalid) {
        ProblemLog problems = new ProblemLog(text);
        problems.add(
                invalid,
                "The file is not UTF-8: byte 0x%02X at offset %s.".formatted(text.bytes()[invalid] & 0xFF, invalid),
                "Save it as UTF-8.");
        return new ParsedFile(new FileNode(text, List.of(), 0, 0), problems.problems());
    }
}
