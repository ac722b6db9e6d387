package dev.concordat.check.report;

import dev.concordat.schema.Place;

/**
 * Something that the reviewers of a change must see before the violations.
 *
 * @param place what to look at
 * @param text what it is, sentences
 */
public record Notice(Place place, String text) {}
