package dev.concordat.check.soundness;

import java.util.ArrayList;
import java.util.List;

/** A field or extension of a contract that is changed step by step. What a syntax has no words for, {@link ModelText} leaves out. */
final class FieldModel {
    String name;
    int number;
    /** A scalar type, or the name of a message or enum; of a map the type of its values. */
    String type;
    /** The type of a map's keys; empty for other fields. */
    String key = "";

    Presence presence = Presence.IMPLICIT;
    /** The oneof that it is in; empty for none. */
    String oneof = "";
    /** Empty for none. */
    String defaultValue = "";

    boolean packed = true;
    boolean delimited;
    boolean unchecked;
    /** The fields of a group; empty for other fields. */
    List<FieldModel> group = new ArrayList<>();

    FieldModel(String name, int number, String type) {
        this.name = name;
        this.number = number;
        this.type = type;
    }

    FieldModel copy() {
        FieldModel copy = new FieldModel(name, number, type);
        copy.key = key;
        copy.presence = presence;
        copy.oneof = oneof;
        copy.defaultValue = defaultValue;
        copy.packed = packed;
        copy.delimited = delimited;
        copy.unchecked = unchecked;
        group.forEach(inside -> copy.group.add(inside.copy()));
        return copy;
    }

    boolean isList() {
        return presence == Presence.REPEATED || !key.isEmpty();
    }

    /** How often it occurs. */
    enum Presence {
        IMPLICIT,
        EXPLICIT,
        REQUIRED,
        REPEATED
    }
}
