package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contracts that compile, as descriptors: each is made when it is asked for and kept by nobody, because together they are large. */
public final class CompiledFiles {
    private final Map<String, LinkedFile> filesByPath = new LinkedHashMap<>();

    private CompiledFiles(List<LinkedFile> files) {
        files.forEach(file -> filesByPath.put(file.path(), file));
    }

    /**
     * Compiles these files and the built-in ones that they import.
     *
     * @throws ContractException with every problem found, when the files are no valid contracts
     */
    public static CompiledFiles compile(List<ContractFile> files) throws ContractException {
        LinkResult result = Linker.link(files);
        if (!result.problems().isEmpty()) {
            throw new ContractException(Failure.CONTRACT, result.problems());
        }
        return new CompiledFiles(result.files());
    }

    /** The import paths, imported before importer. */
    public List<String> paths() {
        return List.copyOf(filesByPath.keySet());
    }

    /** The descriptor of a file, without source info. */
    public FileDescriptorProto descriptor(String path) {
        return DescriptorWriter.write(file(path)).build();
    }

    /** The descriptor of a file, with the positions and comments of its declarations. */
    public FileDescriptorProto descriptorWithSourceInfo(String path) {
        return DescriptorWriter.write(file(path))
                .setSourceCodeInfo(SourceInfoWriter.write(file(path)))
                .build();
    }

    private LinkedFile file(String path) {
        LinkedFile file = filesByPath.get(path);
        if (file == null) {
            throw new IllegalStateException(path + " was not compiled.");
        }
        return file;
    }
}
