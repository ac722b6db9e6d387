package dev.concordat.schema.source;

import java.io.IOException;

/**
 * One entry of an archive.
 *
 * @param name the name as the archive has it
 * @param kind what it is
 * @param content reads the content of a file, which must happen before the next entry is looked at where the archive is a stream
 * @param size how many bytes the content has
 */
record ArchiveEntry(String name, Kind kind, long size, Content content) {

    /** What an entry stands for. */
    enum Kind {
        FILE,
        DIRECTORY,
        LINK
    }

    /** Reads the bytes of an entry. */
    interface Content {
        byte[] read() throws IOException;
    }
}
