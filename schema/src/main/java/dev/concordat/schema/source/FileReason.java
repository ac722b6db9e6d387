package dev.concordat.schema.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be read or written, for the middle of a sentence. Java tells the most frequent reasons by types whose message is the path alone. */
public final class FileReason {
    private FileReason() {}

    /** The reason, for whoever has named the file. */
    public static String of(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (problem instanceof FileAlreadyExistsException) {
            return "something is there already";
        }
        if (problem instanceof NotDirectoryException) {
            return "it is no directory";
        }
        if (problem instanceof DirectoryNotEmptyException) {
            return "the directory is not empty";
        }
        String told = problem instanceof FileSystemException system ? system.getReason() : problem.getMessage();
        return told == null ? problem.getClass().getSimpleName() : told;
    }

    /** The file and the reason, for whoever has named what the file is part of. */
    public static String withFile(IOException problem) {
        return problem instanceof FileSystemException system && system.getFile() != null
                ? system.getFile() + ": " + of(problem)
                : of(problem);
    }
}
