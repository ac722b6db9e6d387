package dev.concordat.schema.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** How much a directory has grown since it was first measured. */
final class WrittenBytes {
    private final Path directory;
    private final long before;

    WrittenBytes(Path directory) throws IOException {
        this.directory = directory;
        this.before = size();
    }

    long count() throws IOException {
        return size() - before;
    }

    private long size() throws IOException {
        SizeVisitor visitor = new SizeVisitor();
        if (Files.isDirectory(directory)) {
            Files.walkFileTree(directory, visitor);
        }
        return visitor.bytes;
    }

    private static final class SizeVisitor extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        /** The child may remove a file between its listing and its visit. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
