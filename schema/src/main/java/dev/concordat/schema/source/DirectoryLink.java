package dev.concordat.schema.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Looks behind a symbolic link of a file system for contracts, whose names are all that is looked at. */
final class DirectoryLink extends SimpleFileVisitor<Path> {
    /** Where that many files say nothing, another contract may hide behind them. */
    private static final int VISIT_LIMIT = 100_000;

    private int visited;
    private boolean found;

    private DirectoryLink() {}

    /**
     * Whether a link leads to a directory that holds contracts, other than one that it lies in itself.
     *
     * @param start the directory whose files are listed
     */
    static boolean leadsToContracts(Path link, Path start) throws IOException {
        if (!Files.isDirectory(link)) {
            return false;
        }
        Path target = link.toRealPath();
        Path parent = link.getParent();
        boolean around = parent != null && parent.toRealPath().startsWith(target);
        if (around && target.startsWith(start.toRealPath())) {
            return false;
        }
        DirectoryLink search = new DirectoryLink();
        Files.walkFileTree(target, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, search);
        return search.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        visited++;
        found = file.toString().endsWith(".proto") || visited > VISIT_LIMIT;
        return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** What leads in a circle, to nothing or cannot be opened holds no contract that anybody reads. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException cause) {
        return FileVisitResult.CONTINUE;
    }
}
