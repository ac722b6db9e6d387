package dev.concordat.schema.link;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A package, or a prefix of one; the one without a name holds all others. */
final class LinkedPackage implements Symbol {
    final @Nullable LinkedPackage parent;
    /** What is declared directly inside, by short name, whichever file declares it: packages and top-level declarations, enum values among them. */
    final Map<String, Symbol> members = new HashMap<>();

    private final String fullName;
    private final @Nullable LinkedFile file;

    private LinkedPackage(@Nullable LinkedPackage parent, String fullName, @Nullable LinkedFile file) {
        this.parent = parent;
        this.fullName = fullName;
        this.file = file;
    }

    /** The package without a name. */
    static LinkedPackage root() {
        return new LinkedPackage(null, "", null);
    }

    /** A package inside this one, which is not entered into it yet. */
    LinkedPackage inside(String name, LinkedFile first) {
        return new LinkedPackage(this, fullName.isEmpty() ? name : fullName + "." + name, first);
    }

    /** Whether this file's package is this one or lies inside it. */
    boolean holds(LinkedFile other) {
        String name = other.packageName;
        return name.startsWith(fullName)
                && (name.length() == fullName.length() || fullName.isEmpty() || name.charAt(fullName.length()) == '.');
    }

    @Override
    public String fullName() {
        return fullName;
    }

    @Override
    public LinkedFile file() {
        if (file == null) {
            throw new IllegalStateException("The package without a name is in no file.");
        }
        return file;
    }

    @Override
    public int at() {
        return file().node
                .packageStatement()
                .map(statement -> statement.name().start())
                .orElse(0);
    }

    @Override
    public String what() {
        return "package";
    }

    @Override
    public @Nullable Symbol member(String wanted) {
        return members.get(wanted);
    }
}
