/**
 * Builds stubs from the tree of a release tag: runs protoc and its plugins, compiles the result and writes reproducible
 * jars. A stub holds exactly the classes of its own module's files.
 */
@NullMarked
package dev.concordat.generate;

import org.jspecify.annotations.NullMarked;
