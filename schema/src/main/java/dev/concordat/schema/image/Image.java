package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.schema.ContractException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of an image that was read, and is sound.
 *
 * @param files the files, imported before importer, without what buf adds to them
 * @param targets the import paths of those that are not only imported
 */
public record Image(List<FileDescriptorProto> files, Set<String> targets) {

    /** Copies the collections. */
    public Image {
        files = List.copyOf(files);
        targets = Set.copyOf(targets);
    }

    /** The import paths of all files. */
    public Set<String> paths() {
        return files.stream().map(FileDescriptorProto::getName).collect(Collectors.toSet());
    }

    /** These of the files as targets, and what they import. */
    public Image narrowed(Set<String> wanted) {
        Set<String> needed = new HashSet<>(wanted);
        List<FileDescriptorProto> kept = new ArrayList<>();
        for (int at = files.size() - 1; at >= 0; at--) {
            FileDescriptorProto file = files.get(at);
            if (needed.contains(file.getName())) {
                kept.add(file);
                needed.addAll(file.getDependencyList());
                needed.addAll(file.getOptionDependencyList());
            }
        }
        Collections.reverse(kept);
        return new Image(kept, wanted);
    }

    /** Puts the files in order and links them. */
    static Image of(FileDescriptorSet set) throws ContractException {
        DescriptorPool pool = new DescriptorPool();
        List<FileDescriptorProto> files = new ArrayList<>();
        Set<String> targets = new HashSet<>();
        for (FileDescriptorProto file : ImageOrder.of(set)) {
            FileDescriptorProto plain = BufExtension.without(file);
            pool.add(plain);
            pool.withCustomOptions(plain);
            files.add(plain);
            if (!BufExtension.isImport(file)) {
                targets.add(file.getName());
            }
        }
        return new Image(files, targets);
    }
}
