/** Holds what the checker lets pass against what protobuf-java reads; {@code .ci/soundness} runs it at length. */
@NullMarked
package dev.concordat.check.soundness;

import org.jspecify.annotations.NullMarked;
