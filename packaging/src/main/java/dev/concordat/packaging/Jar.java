package dev.concordat.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A jar in memory, whose entries keep their order and times. */
final class Jar {
    private final Path path;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Jar(Path path) {
        this.path = path;
    }

    static Jar read(Path path) throws IOException {
        Jar jar = new Jar(path);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(path))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                jar.put(new Entry(entry.getName(), in.readAllBytes(), entry.getTimeLocal()));
            }
        }
        return jar;
    }

    /** The entries as they are now. */
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** Adds an entry, or puts it in the place of the one of this name. */
    void put(Entry entry) {
        entries.put(entry.name, entry);
    }

    /** Replaces the file as a whole. */
    void write() throws IOException {
        Path written = Path.of(path + ".linked");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
            for (Entry entry : entries.values()) {
                ZipEntry header = new ZipEntry(entry.name);
                header.setTimeLocal(entry.time);
                out.putNextEntry(header);
                out.write(entry.bytes);
                out.closeEntry();
            }
        }
        Files.move(written, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What a jar holds under a name. */
    static final class Entry {
        private final String name;
        private final byte[] bytes;
        private final LocalDateTime time;

        /**
         * An entry.
         *
         * @param name ends with a slash if it is a directory
         * @param time in no time zone, as jars have it
         */
        Entry(String name, byte[] bytes, LocalDateTime time) {
            this.name = name;
            this.bytes = bytes;
            this.time = time;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }

        LocalDateTime time() {
            return time;
        }
    }
}
