package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** A directory of another tree, as a tree of its own. */
record SubTree(FileTree whole, String directory) implements FileTree {

    @Override
    public String description() {
        return whole.description() + ", directory " + directory;
    }

    @Override
    public Optional<FileTree> parent() {
        int slash = directory.lastIndexOf('/');
        return Optional.of(slash < 0 ? whole : new SubTree(whole, directory.substring(0, slash)));
    }

    @Override
    public String name() {
        return directory.substring(directory.lastIndexOf('/') + 1);
    }

    @Override
    public List<String> files(String below) throws ContractException {
        return inside(whole.files(path(below)));
    }

    @Override
    public List<String> links(String below) throws ContractException {
        return inside(whole.links(path(below)));
    }

    private String path(String below) {
        return below.isEmpty() || below.equals(".") ? directory : directory + "/" + below;
    }

    private List<String> inside(List<String> paths) {
        return paths.stream()
                .map(path -> path.substring(directory.length() + 1))
                .toList();
    }

    @Override
    public Optional<byte[]> read(String path) throws ContractException {
        return whole.read(directory + "/" + path);
    }

    @Override
    public Optional<Path> gitDirectory() {
        return whole.gitDirectory();
    }

    @Override
    public Optional<ObjectId> blobId(String path) throws ContractException {
        return whole.blobId(directory + "/" + path);
    }
}
