/**
 * What a change of contracts breaks. Rules are lines in the lists of {@code FileRules}, {@code MessageRules} and so on; {@code Comparison} pairs the two
 * versions once for all of them.
 */
@NullMarked
package dev.concordat.check.breaking;

import org.jspecify.annotations.NullMarked;
