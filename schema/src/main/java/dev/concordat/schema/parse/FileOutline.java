package dev.concordat.schema.parse;

import com.google.protobuf.ByteString;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.parse.Lexer.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a file says of its surroundings, read from its tokens, for a fraction of what parsing costs.
 *
 * @param packageName the package, empty when there is none
 * @param imports the import paths
 * @param passedOn those of them that are imported publicly
 * @param mentioned those of the words that were looked for that occur, outside comments and strings
 */
public record FileOutline(String packageName, List<String> imports, List<String> passedOn, Set<String> mentioned) {
    private static final WordTable WORDS = new WordTable();

    /** Copies the collections. */
    public FileOutline {
        imports = List.copyOf(imports);
        passedOn = List.copyOf(passedOn);
        mentioned = Set.copyOf(mentioned);
    }

    /** The outline of a file; of one that is malformed, what can be made out. */
    public static FileOutline of(SourceText text, Set<String> words) {
        return new Reading(text, words).outline();
    }

    /** One file while it is read. */
    private static final class Reading {
        private final Lexer lexer;
        private final Set<String> words;
        private final SourceText text;
        private final List<String> imports = new ArrayList<>();
        private final List<String> passedOn = new ArrayList<>();
        private String packageName = "";
        private final Set<String> mentioned = new HashSet<>();

        Reading(SourceText text, Set<String> words) {
            this.text = text;
            this.words = words;
            this.lexer = new Lexer(text.bytes(), new ProblemLog(text));
        }

        FileOutline outline() {
            int depth = 0;
            boolean begins = true;
            for (lexer.first(); lexer.kind != Kind.END; ) {
                if (begins && lexer.isWord("package")) {
                    readPackage();
                } else if (begins && lexer.isWord("import")) {
                    readImport();
                }
                if (lexer.kind == Kind.WORD) {
                    String word = WORDS.word(lexer.bytes, lexer.start, lexer.end);
                    if (words.contains(word)) {
                        mentioned.add(word);
                    }
                    begins = false;
                } else if (lexer.kind == Kind.SYMBOL) {
                    depth += lexer.isSymbol('{') ? 1 : lexer.isSymbol('}') ? -1 : 0;
                    begins = depth == 0 && (lexer.isSymbol(';') || lexer.isSymbol('}'));
                }
                if (lexer.kind != Kind.END) {
                    lexer.next();
                }
            }
            return new FileOutline(packageName, imports, passedOn, mentioned);
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
