package dev.concordat.schema.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every full name of all files means: a tree of packages, whose leaves know what is declared inside them. */
final class SymbolTable {
    private final LinkedPackage root = LinkedPackage.root();
    /** The package of {@link BuiltInDescriptor}, which is in several tables. */
    private @Nullable LinkedPackage ofShared;

    /** The package without a name. */
    LinkedPackage root() {
        return root;
    }

    /** The package of a file, the one without a name for a file that was not entered. */
    LinkedPackage packageOf(LinkedFile file) {
        LinkedPackage found = file.shared ? ofShared : file.scope;
        return found == null ? root : found;
    }

    /** Whether a file was entered. */
    boolean knows(LinkedFile file) {
        return (file.shared ? ofShared : file.scope) != null;
    }

    /** What this full name, without a leading dot, means. */
    @Nullable
    Symbol find(String fullName) {
        return inside(root, fullName, 0);
    }

    /** What a name from this index on means inside a scope, without looking further out. */
    static @Nullable Symbol inside(Symbol scope, String name, int from) {
        Symbol found = scope;
        for (int start = from; found != null && start <= name.length(); ) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            found = found.member(name.substring(start, end));
            start = end + 1;
        }
        return found;
    }

    /** Enters the package and the top-level declarations of a file. */
    void enter(LinkedFile file, NameConflicts conflicts) {
        LinkedPackage scope = scope(file, conflicts);
        if (file.shared) {
            ofShared = scope;
        } else {
            file.scope = scope;
        }
        for (LinkedMessage message : file.messages) {
            conflicts.enter(scope.members, message.name, message, scope.fullName());
        }
        for (LinkedEnum enumType : file.enums) {
            conflicts.enter(scope.members, enumType.name, enumType, scope.fullName());
            values(enumType.values, scope, conflicts);
        }
        for (LinkedField extension : file.extensions) {
            conflicts.enter(scope.members, extension.name, extension, scope.fullName());
        }
        for (LinkedService service : file.services) {
            conflicts.enter(scope.members, service.name, service, scope.fullName());
        }
    }

    private static void values(List<LinkedEnumValue> values, LinkedPackage scope, NameConflicts conflicts) {
        for (LinkedEnumValue value : values) {
            conflicts.enter(scope.members, value.name, value, scope.fullName());
        }
    }

    private LinkedPackage scope(LinkedFile file, NameConflicts conflicts) {
        LinkedPackage scope = root;
        String name = file.packageName;
        for (int start = 0; start < name.length(); ) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            String part = name.substring(start, end);
            Symbol found = scope.members.get(part);
            if (found instanceof LinkedPackage inner) {
                scope = inner;
            } else {
                LinkedPackage inner = scope.inside(part, file);
                if (found == null) {
                    scope.members.put(part, inner);
                } else {
                    conflicts.reportPackage(file, inner.at(), inner.fullName(), found);
                }
                scope = inner;
            }
            start = end + 1;
        }
        return scope;
    }
}
