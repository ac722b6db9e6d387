/**
 * Contracts as data: an immutable {@link dev.concordat.schema.Schema} of files, messages, enums and services, each of which knows where it stands in
 * its source. Nothing outside this room knows whether a schema came from protoc's image or from a parser.
 */
@NullMarked
package dev.concordat.schema;

import org.jspecify.annotations.NullMarked;
