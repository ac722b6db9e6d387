/**
 * Violations, and problems of contracts that do not compile, as text for people and as data for programs: one class per format, each a function of a
 * {@code Report}. Whatever is printed goes through {@code Printable}, then through the encoder of the format's syntax ({@code Json}, {@code Xml},
 * {@code WorkflowCommand}, {@code Markdown}), so that no name or comment can become a command, an escape sequence or broken data.
 */
@NullMarked
package dev.concordat.check.report;

import org.jspecify.annotations.NullMarked;
