/**
 * The goals of the Maven plugin, nothing else: each turns Maven's parameters into one request for the packages beside this
 * one, and reports the answer to Maven's log.
 */
@NullMarked
package dev.concordat.maven;

import org.jspecify.annotations.NullMarked;
