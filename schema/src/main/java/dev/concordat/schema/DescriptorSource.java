package dev.concordat.schema;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileOptions;

/** A compiled file as {@code descriptor.proto} describes it, made when it is asked for. */
@FunctionalInterface
public interface DescriptorSource {
    /** All of it, with source info. */
    FileDescriptorProto whole();

    /** What decides how data is read and written: all of it without services and source info, which are most of it. */
    default FileDescriptorProto types() {
        return whole().toBuilder().clearService().clearSourceCodeInfo().build();
    }

    /** The same with options that managed mode sets in place of what is written. */
    default DescriptorSource withManaged(FileOptions set) {
        DescriptorSource written = this;
        return new DescriptorSource() {
            @Override
            public FileDescriptorProto whole() {
                return with(written.whole());
            }

            @Override
            public FileDescriptorProto types() {
                return with(written.types());
            }

            private FileDescriptorProto with(FileDescriptorProto file) {
                return file.toBuilder()
                        .setOptions(file.getOptions().toBuilder().mergeFrom(set))
                        .build();
            }
        };
    }
}
