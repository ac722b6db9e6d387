package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.schema.DescriptorSource;
import java.lang.ref.SoftReference;

/** A linked file's descriptor; the whole is kept, and made again when memory was short since. */
final class LazyDescriptor implements DescriptorSource {
    private final LinkedFile file;
    private SoftReference<FileDescriptorProto> made = new SoftReference<>(null);

    LazyDescriptor(LinkedFile file) {
        this.file = file;
    }

    @Override
    public synchronized FileDescriptorProto whole() {
        FileDescriptorProto descriptor = made.get();
        if (descriptor == null) {
            descriptor = DescriptorWriter.write(file)
                    .setSourceCodeInfo(SourceInfoWriter.write(file))
                    .build();
            made = new SoftReference<>(descriptor);
        }
        return descriptor;
    }

    @Override
    public FileDescriptorProto types() {
        return DescriptorWriter.types(file).build();
    }
}
