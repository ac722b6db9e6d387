/**
 * What {@code .ci/differential} runs: buf and this checker on every step of real histories, and a reason for each difference. Nothing here runs with the
 * build but the tests of the list of reasons.
 */
@NullMarked
package dev.concordat.check.history;

import org.jspecify.annotations.NullMarked;
