/**
 * {@code buf.yaml}, and the workspace of contract files that it describes. Reading is strict: what is not understood is an error at its line, so that no
 * misspelt key ever turns a rule off.
 */
@NullMarked
package dev.concordat.schema.config;

import org.jspecify.annotations.NullMarked;
