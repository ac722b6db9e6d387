package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/** A file's descriptor with source info, made when somebody asks for it, and made again when memory was short since. */
final class LazyDescriptor implements Supplier<FileDescriptorProto> {
    private final LinkedFile file;
    private SoftReference<FileDescriptorProto> made = new SoftReference<>(null);

    LazyDescriptor(LinkedFile file) {
        this.file = file;
    }

    @Override
    public synchronized FileDescriptorProto get() {
        FileDescriptorProto descriptor = made.get();
        if (descriptor == null) {
            descriptor = DescriptorWriter.write(file)
                    .setSourceCodeInfo(SourceInfoWriter.write(file))
                    .build();
            made = new SoftReference<>(descriptor);
        }
        return descriptor;
    }
}
