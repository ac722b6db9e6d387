package dev.concordat.check.breaking;

/**
 * The numbered element that a finding is about.
 *
 * @param owner the full name of the message or enum
 * @param number the number of the field or value
 */
record Subject(String owner, int number) {}
