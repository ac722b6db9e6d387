package dev.concordat.check.history;

import dev.concordat.schema.Schema;

/**
 * Both states of a step, whole.
 *
 * @param previous the contracts before
 * @param current the contracts now
 */
record Versions(Schema previous, Schema current) {}
