package dev.concordat.schema.image;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;

/** What buf adds to the files of its images, in a field of its own: whether a file is only imported, and more that is of no use here. */
final class BufExtension {
    /** What the field is called in JSON. */
    static final String JSON_NAME = "bufExtension";

    private static final int FIELD = 8042;
    private static final int IS_IMPORT = 1;

    private BufExtension() {}

    /** Whether buf says that the file is only imported. */
    static boolean isImport(FileDescriptorProto file) {
        for (ByteString extension : file.getUnknownFields().getField(FIELD).getLengthDelimitedList()) {
            try {
                if (UnknownFieldSet.parseFrom(extension)
                        .getField(IS_IMPORT)
                        .getVarintList()
                        .contains(1L)) {
                    return true;
                }
            } catch (InvalidProtocolBufferException e) {
                // No image that is read has one; a file that may be only imported counts as one of the image's own.
            }
        }
        return false;
    }

    /** Whether what buf says of the file cannot be read. */
    static boolean isDamaged(FileDescriptorProto file) {
        for (ByteString extension : file.getUnknownFields().getField(FIELD).getLengthDelimitedList()) {
            try {
                UnknownFieldSet.parseFrom(extension);
            } catch (InvalidProtocolBufferException e) {
                return true;
            }
        }
        return false;
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
