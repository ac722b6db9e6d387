package dev.concordat.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The kind of a field's type (descriptor.proto, FieldDescriptorProto.Type); a delimited message is a group. */
public enum Kind {
    DOUBLE,
    FLOAT,
    INT64,
    UINT64,
    INT32,
    FIXED64,
    FIXED32,
    BOOL,
    STRING,
    GROUP,
    MESSAGE,
    BYTES,
    UINT32,
    ENUM,
    SFIXED32,
    SFIXED64,
    SINT32,
    SINT64;

    /** The words for those kinds whose fields name no other type. */
    public static List<String> scalars() {
        List<String> words = new ArrayList<>();
        for (Kind kind : values()) {
            if (!kind.isNamed()) {
                words.add(kind.toString());
            }
        }
        return List.copyOf(words);
    }

    /** Whether a field of this kind names another type. */
    public boolean isNamed() {
        return this == GROUP || this == MESSAGE || this == ENUM;
    }

    /** The word as protobuf writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
