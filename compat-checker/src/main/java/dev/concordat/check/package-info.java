/**
 * Decides what a change of contracts does to those who depend on them: a {@code Checker} runs rules over one schema (lint)
 * or a pair of them (breaking) and hands back violations, sorted and without duplicates. Start at {@code Rule}.
 */
@NullMarked
package dev.concordat.check;

import org.jspecify.annotations.NullMarked;
