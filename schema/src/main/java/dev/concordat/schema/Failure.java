package dev.concordat.schema;

/** Why a command could not do what it was asked; each kind has an exit status of its own. */
public enum Failure {
    /** A contract does not compile. */
    CONTRACT,
    /** There is no answer: git, disk, network, a limit. */
    NO_ANSWER,
    /** A configuration file or a command line is wrong. */
    CONFIGURATION,
    /** A version exists already with another content. */
    CONFLICT
}
