package dev.concordat.schema.image;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.Optional;

/** What buf adds to the files of its images, in a field of its own: whether a file is only imported, and more that is of no use here. */
final class BufExtension {
    /** What the field is called in JSON. */
    static final String JSON_NAME = "bufExtension";

    private static final int FIELD = 8042;
    private static final int IS_IMPORT = 1;

    private BufExtension() {}

    /** Whether buf says that the file is only imported. */
    static boolean isImport(FileDescriptorProto file) {
        return read(file)
                .filter(said -> said.getField(IS_IMPORT).getVarintList().contains(1L))
                .isPresent();
    }

    /** Whether what buf says of the file cannot be read. */
    static boolean isDamaged(FileDescriptorProto file) {
        return read(file).isEmpty();
    }

    private static Optional<UnknownFieldSet> read(FileDescriptorProto file) {
        UnknownFieldSet.Builder said = UnknownFieldSet.newBuilder();
        for (ByteString extension : file.getUnknownFields().getField(FIELD).getLengthDelimitedList()) {
            try {
                said.mergeFrom(extension);
            } catch (InvalidProtocolBufferException e) {
                return Optional.empty();
            }
        }
        return Optional.of(said.build());
    }

    /** The file without it. */
    static FileDescriptorProto without(FileDescriptorProto file) {
        if (!file.getUnknownFields().hasField(FIELD)) {
            return file;
        }
        UnknownFieldSet rest =
                file.getUnknownFields().toBuilder().clearField(FIELD).build();
        return file.toBuilder().setUnknownFields(rest).build();
    }

    /** The file marked as only imported, as buf marks it. */
    static FileDescriptorProto.Builder markImport(FileDescriptorProto.Builder file) {
        UnknownFieldSet extension = UnknownFieldSet.newBuilder()
                .addField(
                        IS_IMPORT,
                        UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
        return file.mergeUnknownFields(UnknownFieldSet.newBuilder()
                .addField(
                        FIELD,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(extension.toByteString())
                                .build())
                .build());
    }
}
