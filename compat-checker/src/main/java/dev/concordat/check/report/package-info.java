/** Violations as text for people and as data for programs: one class per format, all through one encoder. */
@NullMarked
package dev.concordat.check.report;

import org.jspecify.annotations.NullMarked;
