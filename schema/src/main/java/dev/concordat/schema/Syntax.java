package dev.concordat.schema;

/** The language a file is written in. Rules ask resolved features instead; only the rule about syntax itself asks this. */
public enum Syntax {
    PROTO2,
    PROTO3,
    EDITIONS;

    /** The name as protobuf writes it. */
    @Override
    public String toString() {
        return switch (this) {
            case PROTO2 -> "proto2";
            case PROTO3 -> "proto3";
            case EDITIONS -> "editions";
        };
    }
}
