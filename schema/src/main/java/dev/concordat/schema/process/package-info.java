/**
 * Programs that run as guarded children: the only place that starts a process. A child gets no input, few environment variables and limits on time
 * and output; whatever it started is gone when the call returns.
 */
@NullMarked
package dev.concordat.schema.process;

import org.jspecify.annotations.NullMarked;
