/**
 * Whether a change gives a number or a name that was released and given up another meaning. {@code ReuseSearch} asks {@code EarlierReleases} only
 * about what is new in the change.
 */
@NullMarked
package dev.concordat.check.reuse;

import org.jspecify.annotations.NullMarked;
