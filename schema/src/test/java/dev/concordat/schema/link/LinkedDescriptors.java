package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Opens the linker's result to the comparison with protoc: the descriptors with source info. */
public final class LinkedDescriptors {
    private LinkedDescriptors() {}

    /** The descriptors of the wanted files, by path. */
    public static Map<String, FileDescriptorProto> of(LinkResult result, Set<String> wanted) {
        Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
        for (LinkedFile file : result.files()) {
            if (wanted.contains(file.path())) {
                files.put(
                        file.path(),
                        DescriptorWriter.write(file)
                                .setSourceCodeInfo(SourceInfoWriter.write(file))
                                .build());
            }
        }
        return files;
    }
}
