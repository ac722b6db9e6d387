package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.schema.FileImage;
import java.lang.ref.SoftReference;

/** A file's descriptor with source info, made when somebody asks for it, and made again when memory was short since. */
final class LazyDescriptor implements FileImage {
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
