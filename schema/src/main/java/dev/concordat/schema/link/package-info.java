/**
 * From contract files to a {@link dev.concordat.schema.Schema}. Today protoc compiles and its image is read; the parser of our own takes protoc's place
 * behind {@link dev.concordat.schema.ContractCompiler}.
 */
@NullMarked
package dev.concordat.schema.link;

import org.jspecify.annotations.NullMarked;
