package dev.concordat.check.breaking;

/** One element in its two versions. */
record Pair<T>(T previous, T current) {}
