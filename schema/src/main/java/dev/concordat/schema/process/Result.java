package dev.concordat.schema.process;

/**
 * How a child process ended by itself.
 *
 * @param exitCode its exit status
 * @param stdout its standard output, read as UTF-8
 * @param stderr its standard error, read as UTF-8
 */
public record Result(int exitCode, String stdout, String stderr) {}
