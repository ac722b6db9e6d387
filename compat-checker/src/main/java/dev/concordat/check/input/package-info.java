/**
 * Two inputs that are compared. {@code InputCompiler} makes contracts of whatever an input is, {@code ModulePairs} finds the modules that belong
 * together, and {@code InputComparison} checks each pair with its own configuration.
 */
@NullMarked
package dev.concordat.check.input;

import org.jspecify.annotations.NullMarked;
