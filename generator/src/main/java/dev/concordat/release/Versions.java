package dev.concordat.release;

import dev.concordat.schema.Schema;

/**
 * The contracts of two states of a workspace, or those of them that their difference can touch.
 *
 * @param previous the earlier contracts, with all that they import
 * @param current the current ones, with all that they import
 */
record Versions(Schema previous, Schema current) {}
