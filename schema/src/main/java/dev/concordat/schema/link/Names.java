package dev.concordat.schema.link;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a name means where it is written, by protobuf's scoping rules: the innermost scope that knows the name's first part decides. */
final class Names {
    private final SymbolTable symbols;

    Names(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /**
     * What a name means inside a scope, among the files that {@code visible} holds; null when nothing. A name with a leading dot is a full name.
     *
     * @param scopeFullName the full name of the message, service or package that the name is written in, which is searched first; empty for the
     *     package without a name
     * @param visible {@link LinkedFile#visible} or, for names inside options, {@link LinkedFile#visibleToOptions}; of files that are in the latter
     *     alone, only extensions are found
     * @param typesOnly whether anything but messages and enums is passed over
     */
    @Nullable
    Symbol resolve(String name, String scopeFullName, Set<LinkedFile> visible, boolean typesOnly) {
        return new Lookup(symbols, visible, typesOnly).find(name, scope(scopeFullName));
    }

    /** What a name means inside a message, a service or a package, as {@link #resolve(String, String, Set, boolean)} tells. */
    @Nullable
    Symbol resolve(String name, Symbol scope, Set<LinkedFile> visible, boolean typesOnly) {
        return new Lookup(symbols, visible, typesOnly).find(name, scope);
    }

    /** Why {@link #resolve(String, Symbol, Set, boolean)} finds nothing. */
    Unresolved explain(String name, Symbol scope, Set<LinkedFile> visible, boolean typesOnly) {
        Lookup lookup = new Lookup(symbols, visible, typesOnly);
        lookup.find(name, scope);
        return new Unresolved(lookup.hidden, lookup.misled);
    }

    private Symbol scope(String fullName) {
        for (String name = fullName; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
            Symbol found = symbols.find(name);
            if (found instanceof LinkedPackage || found instanceof LinkedMessage || found instanceof LinkedService) {
                return found;
            }
        }
        return symbols.root();
    }

    /**
     * Why a name means nothing.
     *
     * @param hidden what it would mean if its file were imported
     * @param misled the full name that the name was taken for, because an inner scope knows its first part
     */
    record Unresolved(@Nullable Symbol hidden, @Nullable String misled) {}

    /** One search. */
    private static final class Lookup {
        private final SymbolTable symbols;
        private final Set<LinkedFile> visible;
        private final boolean typesOnly;
        private @Nullable Symbol hidden;
        private @Nullable String misled;

        Lookup(SymbolTable symbols, Set<LinkedFile> visible, boolean typesOnly) {
            this.symbols = symbols;
            this.visible = visible;
            this.typesOnly = typesOnly;
        }

        @Nullable
        Symbol find(String name, Symbol innermost) {
            if (name.startsWith(".")) {
                return seen(SymbolTable.inside(symbols.root(), name, 1));
            }
            int dot = name.indexOf('.');
            String first = dot < 0 ? name : name.substring(0, dot);
            for (Symbol scope = innermost; scope != symbols.root(); scope = enclosing(scope)) {
                Symbol found = seen(scope.member(first));
                if (found != null && dot < 0 && (!typesOnly || isType(found))) {
                    return found;
                }
                if (found != null && dot >= 0 && isAggregate(found)) {
                    hidden = null;
                    Symbol inner = seen(SymbolTable.inside(found, name, dot + 1));
                    misled = inner == null ? found.fullName() + name.substring(dot) : null;
                    return inner;
                }
            }
            return seen(symbols.find(name));
        }

        private Symbol enclosing(Symbol scope) {
            if (scope instanceof LinkedPackage inner) {
                return inner.parent == null ? symbols.root() : inner.parent;
            }
            if (scope instanceof LinkedMessage message && message.parent != null) {
                return message.parent;
            }
            return symbols.packageOf(scope.file());
        }

        private @Nullable Symbol seen(@Nullable Symbol symbol) {
            if (symbol == null || isVisible(symbol)) {
                return symbol;
            }
            hidden = symbol;
            return null;
        }

        private boolean isVisible(Symbol symbol) {
            if (symbol instanceof LinkedPackage found) {
                for (LinkedFile file : visible) {
                    if (found.holds(file)) {
                        return true;
                    }
                }
                return false;
            }
            LinkedFile file = symbol.file();
            return visible.contains(file)
                    && (symbol instanceof LinkedField
                            || !(visible instanceof VisibleFiles files)
                            || files.isWhole(file));
        }

        private static boolean isType(Symbol symbol) {
            return symbol instanceof LinkedMessage || symbol instanceof LinkedEnum;
        }

        /** Only these decide what the rest of a name means. */
        private static boolean isAggregate(Symbol symbol) {
            return isType(symbol) || symbol instanceof LinkedPackage || symbol instanceof LinkedService;
        }
    }
}
