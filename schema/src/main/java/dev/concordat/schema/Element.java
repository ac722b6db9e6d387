package dev.concordat.schema;

/** A declaration in a contract. */
public interface Element {

    /** The whole declaration. */
    Location location();

    /** The leading comment as protoc attaches it, empty when there is none. */
    String comment();
}
