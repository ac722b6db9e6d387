/** What must never fail otherwise than by telling what is wrong, whatever it is given: run by Jazzer with {@code .ci/fuzz}. */
@NullMarked
package dev.concordat.check.fuzz;

import org.jspecify.annotations.NullMarked;
