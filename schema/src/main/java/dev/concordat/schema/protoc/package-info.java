/** The real protoc as a {@link dev.concordat.schema.ContractCompiler}, for whoever asks {@code build} to hold our own parser and linker against it. */
@NullMarked
package dev.concordat.schema.protoc;

import org.jspecify.annotations.NullMarked;
