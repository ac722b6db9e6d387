package dev.concordat.schema.parse;

/** What a byte can be part of (protobuf.dev, Language Specification: lexical elements). */
final class CharacterClass {
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte SPACE = 4;
    private static final byte HEX_LETTER = 8;
    private static final byte[] CLASSES = new byte[256];

    static {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            CLASSES[letter] |= LETTER;
            CLASSES[letter - 'a' + 'A'] |= LETTER;
        }
        CLASSES['_'] |= LETTER;
        for (char letter = 'a'; letter <= 'f'; letter++) {
            CLASSES[letter] |= HEX_LETTER;
            CLASSES[letter - 'a' + 'A'] |= HEX_LETTER;
        }
        for (char digit = '0'; digit <= '9'; digit++) {
            CLASSES[digit] |= DIGIT;
        }
        for (char space : " \t\n\r\f\u000B".toCharArray()) {
            CLASSES[space] |= SPACE;
        }
    }

    private CharacterClass() {}

    static boolean isLetter(int character) {
        return (CLASSES[character] & LETTER) != 0;
    }

    static boolean isLetterOrDigit(int character) {
        return (CLASSES[character] & (LETTER | DIGIT)) != 0;
    }

    static boolean isDigit(int character) {
        return (CLASSES[character] & DIGIT) != 0;
    }

    static boolean isOctalDigit(int character) {
        return '0' <= character && character <= '7';
    }

    static boolean isHexDigit(int character) {
        return (CLASSES[character] & (DIGIT | HEX_LETTER)) != 0;
    }

    static boolean isSpace(int character) {
        return (CLASSES[character] & SPACE) != 0;
    }

    /** A control character that is no white space, or the byte zero. */
    static boolean isControl(int character) {
        return character < ' ' && !isSpace(character);
    }
}
