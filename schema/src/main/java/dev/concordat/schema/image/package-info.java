/**
 * Images: compiled contracts as one file, a {@code FileDescriptorSet} in protobuf's binary format, as JSON or as text, plain or compressed. They are
 * written file by file, and what is read is never trusted: whatever is wrong with an image is a {@link dev.concordat.schema.ContractException}.
 */
@NullMarked
package dev.concordat.schema.image;

import org.jspecify.annotations.NullMarked;
