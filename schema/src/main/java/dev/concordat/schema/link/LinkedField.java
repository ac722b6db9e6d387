package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.Kind;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.FieldNode;
import org.jspecify.annotations.Nullable;

/** A field or an extension while it is linked. */
final class LinkedField implements Symbol {
    /** What a field of a map entry is; every other field is {@link #WRITTEN}. */
    enum Role {
        WRITTEN,
        MAP_KEY,
        MAP_VALUE
    }

    final String name;
    final LinkedFile file;
    /** The message that declares it: that it belongs to, or for an extension, that the extend block stands in. */
    final @Nullable LinkedMessage parent;
    /** For a map entry's fields, the map field. */
    final FieldNode node;

    final Role role;
    final int number;
    /** The written or synthetic oneof it belongs to. */
    @Nullable
    LinkedOneof oneof;
    /** The type's name as written, absent for scalars and groups. */
    final @Nullable String typeName;
    /** Known at once for scalars, groups and map fields; for named types, once the name is resolved and, for messages, the features are. */
    @Nullable
    Kind kind;
    /** The message or enum that the type's name means. */
    @Nullable
    Symbol type;
    /** The extended message, for extensions. */
    @Nullable
    LinkedMessage extendee;
    /** The block that an extension is declared in. */
    @Nullable
    ExtendNode extend;
    /** The extendee's name as written, for extensions. */
    final @Nullable String extendeeName;
    /** Explicit or derived (protobuf.dev, ProtoJSON). */
    String jsonName = "";
    /** The default as descriptor.proto writes it, when one is set. */
    @Nullable
    String defaultValue;
    /** The default of a string that is not UTF-8, which text cannot hold. */
    @Nullable
    ByteString defaultBytes;

    final LinkedOptions options = new LinkedOptions();

    @Nullable
    Features features;
    /** Resolved by the phase that resolves features. */
    @Nullable
    Cardinality cardinality;

    LinkedField(
            String name,
            LinkedFile file,
            @Nullable LinkedMessage parent,
            FieldNode node,
            Role role,
            int number,
            @Nullable Kind kind,
            @Nullable String typeName,
            @Nullable String extendeeName) {
        this.name = name;
        this.file = file;
        this.parent = parent;
        this.node = node;
        this.role = role;
        this.number = number;
        this.kind = kind;
        this.typeName = typeName;
        this.extendeeName = extendeeName;
    }

    boolean isExtension() {
        return extendeeName != null;
    }

    /** Whether it is a map field; its type is then the map entry. */
    boolean isMap() {
        return role == Role.WRITTEN && node.mapKey() != null;
    }

    /** Whether it is written {@code repeated}, or is a map. */
    boolean isRepeated() {
        return isMap() || (role == Role.WRITTEN && node.isLabelled("repeated"));
    }

    @Override
    public String fullName() {
        if (parent != null) {
            return parent.fullName() + "." + name;
        }
        return file.packageName.isEmpty() ? name : file.packageName + "." + name;
    }

    @Override
    public LinkedFile file() {
        return file;
    }

    @Override
    public int at() {
        return node.name().start();
    }

    @Override
    public String what() {
        return isExtension() ? "extension" : "field";
    }
}
