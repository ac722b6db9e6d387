/**
 * Data that shows what a violation does: written as one version's contracts allow, and read by protobuf's own runtime with the descriptors of both. Nothing
 * here runs before somebody asks to be shown. Start at {@code Witnesses}.
 */
@NullMarked
package dev.concordat.check.witness;

import org.jspecify.annotations.NullMarked;
