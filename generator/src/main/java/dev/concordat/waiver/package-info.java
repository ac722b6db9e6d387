/**
 * The breaks that an organisation has reviewed and accepted: {@code waivers.yaml}, one record each. Whether a waiver accepts something is decided by
 * {@code dev.concordat.release}, which knows what breaks.
 */
@NullMarked
package dev.concordat.waiver;

import org.jspecify.annotations.NullMarked;
