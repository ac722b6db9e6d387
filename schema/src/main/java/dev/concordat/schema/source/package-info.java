/**
 * Where contracts are read from: a directory or a git revision, both as a {@link dev.concordat.schema.source.FileTree}. Git is read from its object
 * database: nothing is checked out, no hook, filter or configuration of the user takes part, and nothing that git stores is believed unchecked.
 */
@NullMarked
package dev.concordat.schema.source;

import org.jspecify.annotations.NullMarked;
