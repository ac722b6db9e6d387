/** Holds our parser and linker against protoc: on real contracts, on mutants of them, and on constructs that grow. */
@NullMarked
package dev.concordat.schema.oracle;

import org.jspecify.annotations.NullMarked;
