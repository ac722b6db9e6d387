/**
 * What a change of contracts does that no rule of buf tells: what is new, what should be used no more, what breaks programs or contracts of others all the
 * same, and which numbers were given up. Start at {@code Changes}.
 */
@NullMarked
package dev.concordat.check.change;

import org.jspecify.annotations.NullMarked;
