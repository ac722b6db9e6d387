package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;

/** A message as one version has it, and what a program that was built with it reads. */
record Side(Descriptors descriptors, Descriptor message) {

    /** The field or extension of this number. */
    Optional<FieldDescriptor> field(int number) {
        return descriptors.field(message, number);
    }

    /**
     * What is read of a whole message.
     *
     * @param numbers the fields that matter; they may be extensions
     * @return the message, empty when the bytes are refused, be it for a required field that they lack
     */
    Optional<DynamicMessage> read(ByteString bytes, Iterable<Integer> numbers) {
        ExtensionRegistry extensions = ExtensionRegistry.newInstance();
        for (int number : numbers) {
            field(number).filter(FieldDescriptor::isExtension).ifPresent(extension -> register(extension, extensions));
        }
        try {
            return Optional.of(DynamicMessage.newBuilder(message)
                            .mergeFrom(bytes, extensions)
                            .buildPartial())
                    .filter(DynamicMessage::isInitialized);
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static void register(FieldDescriptor extension, ExtensionRegistry extensions) {
        if (extension.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            extensions.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
        } else {
            extensions.add(extension);
        }
    }
}
