/**
 * From syntax to declarations that know what their names mean: imports, names, types, options, features, and the checks that protoc makes. Out of them
 * come the {@link dev.concordat.schema.Schema}, descriptors and source info. What is linked here is written by one phase after the other, and nobody
 * outside sees it.
 */
@NullMarked
package dev.concordat.schema.link;

import org.jspecify.annotations.NullMarked;
