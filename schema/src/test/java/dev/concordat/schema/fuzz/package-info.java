/** What must never fail otherwise than by telling what is wrong, whatever bytes it is given: run by Jazzer with {@code .ci/fuzz}. */
@NullMarked
package dev.concordat.schema.fuzz;

import org.jspecify.annotations.NullMarked;
