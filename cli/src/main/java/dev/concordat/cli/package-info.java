/**
 * The {@code concordat} command: {@code Main} wires the objects and alone touches the standard streams and the exit code; each
 * command turns flags into one request, calls one core method and prints the result.
 */
@NullMarked
package dev.concordat.cli;

import org.jspecify.annotations.NullMarked;
