package dev.concordat.check.touched;

import dev.concordat.schema.parse.EnumNode;
import dev.concordat.schema.parse.EnumValueNode;
import dev.concordat.schema.parse.ExtendNode;
import dev.concordat.schema.parse.ExtensionsNode;
import dev.concordat.schema.parse.FieldNode;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import dev.concordat.schema.parse.MessageNode;
import dev.concordat.schema.parse.Node;
import dev.concordat.schema.parse.OneofNode;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.ServiceNode;
import dev.concordat.schema.parse.Statement;
import dev.concordat.schema.parse.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file declares that other files can depend on: every such thing, with all that they can see of it. */
final class Exports {
    private static final String FEATURES = "features";
    private static final String REQUIRED = "required ";

    private final FileNode file;
    private final boolean ofValues;
    private final Map<Export, String> seen = new HashMap<>();

    private Exports(FileNode file, boolean ofValues) {
        this.file = file;
        this.ofValues = ofValues;
    }

    /**
     * What a file exports to those that have its names.
     *
     * @return each thing with what others can see of it; of two files in which that is equal, others can see no difference
     */
    static Map<Export, String> of(FileNode file) {
        return of(file, false);
    }

    /**
     * What decides which values a file's messages and enums may have; only values of options are in contracts. That is nearly all that there is: fields,
     * numbers of enums.
     */
    static Map<Export, String> valuesOf(FileNode file) {
        return of(file, true);
    }

    private static Map<Export, String> of(FileNode file, boolean ofValues) {
        Exports exports = new Exports(file, ofValues);
        String language = exports.text(file.syntax().orElse(null)) + exports.options(file.statements(), true);
        if (!ofValues) {
            exports.passOn();
        }
        exports.declare(file.statements(), file.packageName(), language);
        return exports.seen;
    }

    private void passOn() {
        for (ImportNode imported : file.imports()) {
            if (imported.is("public")) {
                add(Kind.IMPORT, "", imported.path().text(), "");
            }
        }
    }

    /**
     * Collects declarations.
     *
     * @param scope the full name that theirs begin with
     * @param language what decides the meaning of the same words: syntax and features around
     */
    private void declare(List<? extends Statement> statements, String scope, String language) {
        for (Statement statement : statements) {
            if (statement instanceof MessageNode message) {
                declare(message, scope, language);
            } else if (statement instanceof EnumNode enumType) {
                declare(enumType, scope, language);
            } else if (statement instanceof ServiceNode service) {
                add(Kind.TYPE, scope, service.name().text(), "service");
            } else if (statement instanceof ExtendNode extend) {
                // Whoever sets an extension has its name.
                if (!ofValues) {
                    declare(extend, scope, language);
                }
            } else if (statement instanceof OneofNode oneof) {
                for (Statement inside : oneof.statements()) {
                    if (inside instanceof FieldNode field) {
                        declare(field, scope, language, oneof.name().text());
                    }
                }
            } else if (statement instanceof FieldNode field) {
                declare(field, scope, language, "");
            }
        }
    }

    private void declare(MessageNode message, String scope, String language) {
        String around = language + options(message.statements(), true);
        StringBuilder visible = new StringBuilder(around)
                .append(word(message.visibility()))
                .append(options(message.statements(), false));
        for (Statement statement : message.statements()) {
            if (statement instanceof ExtensionsNode) {
                visible.append(text(statement));
            }
        }
        add(Kind.TYPE, scope, message.name().text(), visible.toString());
        declare(message.statements(), inside(scope, message.name().text()), around);
    }

    private void declare(EnumNode enumType, String scope, String language) {
        String around = language + options(enumType.statements(), true);
        add(Kind.TYPE, scope, enumType.name().text(), ofValues ? "enum " + around : language + text(enumType));
        for (Statement statement : enumType.statements()) {
            if (statement instanceof EnumValueNode value) {
                add(Kind.VALUE, scope, value.name().text(), ofValues ? text(value.number()) : "");
            }
        }
    }

    private void declare(ExtendNode extend, String scope, String language) {
        for (FieldNode field : extend.fields()) {
            String visible = extend.extendee().text() + " " + language + text(field);
            names(field).forEach(name -> add(Kind.EXTENSION, scope, name, visible));
        }
    }

    /** A field's own options say what it may be set on, and of a oneof's fields only one can be set. */
    private void declare(FieldNode field, String scope, String language, String oneof) {
        if (ofValues) {
            String visible = word(field.label())
                    + file.text().text(field.typeStart(), field.typeEnd())
                    + text(field.options())
                    + " "
                    + oneof;
            names(field).forEach(name -> add(Kind.FIELD, scope, name, visible));
        }
        if (field.group() != null) {
            declare(field.group(), scope, language);
        }
    }

    /** What options call a field: a group has its name in lower case, and in text that of its type. */
    private static Set<String> names(FieldNode field) {
        String name = field.name().text();
        return field.group() == null ? Set.of(name) : new HashSet<>(List.of(name, name.toLowerCase(Locale.ROOT)));
    }

    private void add(Kind kind, String scope, String name, String visible) {
        seen.merge(new Export(kind, inside(scope, name), name), visible, String::concat);
    }

    private static String inside(String scope, String name) {
        return scope + "." + name;
    }

    /** The text of options: of features, which decide about what is inside, or of the others. */
    private String options(List<? extends Statement> statements, boolean features) {
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            if (statement instanceof OptionNode option
                    && option.name().get(0).text().equals(FEATURES) == features) {
                text.append(text(option));
            }
        }
        return text.toString();
    }

    private String text(@Nullable Node node) {
        return node == null ? "" : file.text().text(node.start(), node.end());
    }

    private static String word(@Nullable Word word) {
        return word == null ? "" : word.text() + " ";
    }

    /** What can be exported. */
    enum Kind {
        IMPORT,
        TYPE,
        VALUE,
        EXTENSION,
        FIELD
    }

    /** Whether something of which others can see this is a field that must be set. */
    static boolean isRequired(String visible) {
        return visible.startsWith(REQUIRED) || visible.contains("LEGACY_REQUIRED");
    }

    /**
     * Something that others can depend on.
     *
     * @param fullName its full name, of an import its path; what is in no package begins with a dot
     * @param name the name by itself
     */
    record Export(Kind kind, String fullName, String name) {

        /** Whether it is a name of this package, and not of a message in it. */
        boolean isDirectlyIn(String packageName) {
            return fullName.equals(inside(packageName, name));
        }

        /** The same in every run, which the hash of an enum is not. */
        @Override
        public int hashCode() {
            return fullName.hashCode();
        }
    }
}
