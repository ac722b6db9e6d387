/** What commands and Maven goals do, one call each: check, release, publish. */
@NullMarked
package dev.concordat.pipeline;

import org.jspecify.annotations.NullMarked;
