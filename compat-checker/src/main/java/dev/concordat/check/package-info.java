/**
 * The words that all rooms of the checker share: a {@code Rule} and its categories, the {@code Violation} that it finds, the {@code Witness} that shows
 * what a violation does. What is found where, {@code breaking}, {@code reuse} and {@code change} say.
 */
@NullMarked
package dev.concordat.check;

import org.jspecify.annotations.NullMarked;
