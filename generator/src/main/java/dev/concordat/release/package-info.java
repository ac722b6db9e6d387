/**
 * Plans and makes releases: which modules are due, how far each version moves, and the annotated git tags that record it.
 * Everything else about a release is derived from its tag.
 */
@NullMarked
package dev.concordat.release;

import org.jspecify.annotations.NullMarked;
