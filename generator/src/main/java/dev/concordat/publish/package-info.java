/**
 * Makes a Maven repository agree with the release tags. Released files are only ever created, never overwritten; any later
 * run finishes an interrupted one.
 */
@NullMarked
package dev.concordat.publish;

import org.jspecify.annotations.NullMarked;
