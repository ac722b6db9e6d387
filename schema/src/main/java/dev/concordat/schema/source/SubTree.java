package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import java.util.List;
import java.util.Optional;

/** A directory of another tree, as a tree of its own. */
record SubTree(FileTree whole, String directory) implements FileTree {

    @Override
    public String description() {
        return whole.description() + ", directory " + directory;
    }

    @Override
    public List<String> files(String below) throws ContractException {
        return whole.files(below.isEmpty() || below.equals(".") ? directory : directory + "/" + below).stream()
                .map(path -> path.substring(directory.length() + 1))
                .toList();
    }

    @Override
    public Optional<byte[]> read(String path) throws ContractException {
        return whole.read(directory + "/" + path);
    }
}
