/**
 * What the difference of two states of a workspace can touch: {@code FileChanges} are the files that differ, {@code ExportChanges} what others can see
 * of that, {@code AffectedFiles} who may have seen it, and {@code TouchedFiles} all of them.
 */
@NullMarked
package dev.concordat.check.touched;

import org.jspecify.annotations.NullMarked;
