package dev.concordat.schema.parse;

import com.google.protobuf.ByteString;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.Lexer.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says of its surroundings, read from its tokens, for a fraction of what parsing costs. Outlines are kept from run to run: whoever has them
 * say something else of the same file gives the format in which they are kept another number.
 *
 * @param packageName the package, empty when there is none
 * @param imports the import paths
 * @param passedOn those of them that are imported publicly
 * @param mayExtend whether it may declare extensions, as options are; sure only when not
 * @param mayExpandAny whether values of its options may hold an {@code Any} whose type they name by a URL; sure only when not
 */
public record FileOutline(
        String packageName, List<String> imports, List<String> passedOn, boolean mayExtend, boolean mayExpandAny) {
    private static final WordSearch PACKAGE = new WordSearch("package");
    private static final WordSearch IMPORT = new WordSearch("import");
    private static final WordSearch IMPORT_OR_EXTEND = new WordSearch("import", "extend");
    private static final WordSearch EXTEND = new WordSearch("extend");
    /** What goes on for more bytes is not looked at to the end: from every word of a long row, that would take the square of its length. */
    private static final int FARTHEST = 256;

    /** Copies the lists. */
    public FileOutline {
        imports = List.copyOf(imports);
        passedOn = List.copyOf(passedOn);
    }

    /** The outline of a file; of one that is malformed, what can be made out. */
    public static FileOutline of(SourceText text) {
        return new Reading(text).outline();
    }

    /** Whether a file may declare extensions from an offset on; sure only when not. */
    private static boolean mayExtend(SourceText text, int from) {
        byte[] bytes = text.bytes();
        for (int end = EXTEND.end(bytes, from); end >= 0; end = EXTEND.end(bytes, end)) {
            if (mayBeName(bytes, end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a type's name and a brace may come next; sure only when not. In prose, a word is followed by another one without a dot between them. */
    private static boolean mayBeName(byte[] bytes, int from) {
        boolean afterWord = false;
        int at = skipSpaces(bytes, from);
        while (at < bytes.length) {
            if (at - from > FARTHEST) {
                return true;
            }
            if (bytes[at] == '.') {
                afterWord = false;
                at++;
            } else if (!afterWord && isInWord(bytes[at])) {
                afterWord = true;
                while (at < bytes.length && isInWord(bytes[at])) {
                    at++;
                }
            } else {
                return bytes[at] == '{' || bytes[at] == '/';
            }
            at = skipSpaces(bytes, at);
        }
        return false;
    }

    private static boolean isInWord(byte character) {
        return CharacterClass.isLetterOrDigit(character & 0xFF);
    }

    private static int skipSpaces(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && CharacterClass.isSpace(bytes[at] & 0xFF)) {
            at++;
        }
        return at;
    }

    /** One file while it is read. */
    private static final class Reading {
        private final Lexer lexer;
        private final SourceText text;
        private final List<String> imports = new ArrayList<>();
        private final List<String> passedOn = new ArrayList<>();
        private String packageName = "";
        private boolean mayExtend;

        Reading(SourceText text) {
            this.text = text;
            this.lexer = new Lexer(text.bytes(), new ProblemLog(text));
        }

        /** Nearly always, package and imports come first, and the rest of the file need not be cut into tokens. */
        FileOutline outline() {
            int depth = 0;
            boolean begins = true;
            boolean asked = false;
            for (lexer.first(); lexer.kind != Kind.END; ) {
                if (begins && lexer.isWord("package")) {
                    readPackage();
                } else if (begins && lexer.isWord("import")) {
                    readImport();
                } else if (begins && !asked && isDeclaration()) {
                    asked = true;
                    if (!goesOn(lexer.start)) {
                        break;
                    }
                }
                if (lexer.kind == Kind.WORD) {
                    begins = false;
                } else if (lexer.kind == Kind.SYMBOL) {
                    depth += lexer.isSymbol('{') ? 1 : lexer.isSymbol('}') ? -1 : 0;
                    begins = depth == 0 && (lexer.isSymbol(';') || lexer.isSymbol('}'));
                }
                if (lexer.kind != Kind.END) {
                    lexer.next();
                }
            }
            if (!asked) {
                // It declares nothing, or its braces are such that nothing seemed to begin.
                mayExtend = mayExtend(text, 0);
            }
            return new FileOutline(packageName, imports, passedOn, mayExtend, TypeUrls.mayBeIn(text.bytes()));
        }

        private boolean isDeclaration() {
            return lexer.kind == Kind.WORD
                    && !lexer.isWord("syntax")
                    && !lexer.isWord("edition")
                    && !lexer.isWord("option");
        }

        /** Whether more of what is looked for may come from the first declaration on. */
        private boolean goesOn(int offset) {
            if (!packageName.isEmpty() && !IMPORT_OR_EXTEND.finds(lexer.bytes, offset)) {
                return false;
            }
            mayExtend = mayExtend(text, offset);
            return IMPORT.finds(lexer.bytes, offset) || (packageName.isEmpty() && PACKAGE.finds(lexer.bytes, offset));
        }

        /** Ends at the token after the name. */
        private void readPackage() {
            StringBuilder name = new StringBuilder();
            lexer.next();
            while (lexer.kind == Kind.WORD || lexer.isSymbol('.')) {
                name.append(text.text(lexer.start, lexer.end));
                lexer.next();
            }
            packageName = name.toString();
        }

        /** The path may be written in several pieces, which count as one; ends at the token after them. */
        private void readImport() {
            lexer.next();
            boolean isPublic = lexer.isWord("public");
            if (lexer.kind == Kind.WORD) {
                lexer.next();
            }
            ByteString.Output path = ByteString.newOutput();
            while (lexer.kind == Kind.STRING) {
                Literals.string(lexer.bytes, lexer.start, lexer.end, path);
                lexer.next();
            }
            imports.add(path.toByteString().toStringUtf8());
            if (isPublic) {
                passedOn.add(path.toByteString().toStringUtf8());
            }
        }
    }
}
