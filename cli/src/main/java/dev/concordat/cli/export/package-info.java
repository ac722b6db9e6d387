/**
 * {@code concordat export}: contracts taken out of a workspace as files. It is here, not in the schema room, so that nothing but this command needs
 * Wire: neither the gate nor the Maven plugin ever loads it.
 */
@NullMarked
package dev.concordat.cli.export;

import org.jspecify.annotations.NullMarked;
