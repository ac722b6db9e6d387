package dev.concordat.generate;

/**
 * Another module that a module's contracts import.
 *
 * @param modulePath its path in buf.yaml
 * @param artifact the artifact of its messages, at the version to depend on
 */
public record ModuleDependency(String modulePath, Coordinates artifact) {}
