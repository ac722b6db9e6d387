/**
 * From bytes to syntax: one {@link dev.concordat.schema.parse.FileNode} a file, whose nodes keep the offsets of what was written. Nothing here knows
 * another file; what a name means is the linker's question.
 */
@NullMarked
package dev.concordat.schema.parse;

import org.jspecify.annotations.NullMarked;
