package dev.concordat.schema.link;

/** Puts words into sentences. */
final class Words {
    private Words() {}

    /** The word with its indefinite article. */
    static String withArticle(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 || word.equals("rpc") ? "an " : "a ") + word;
    }

    /** The word with a capital. */
    static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
