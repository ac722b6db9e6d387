package dev.concordat.check;

/** The order of texts by their bytes in UTF-8, which is buf's; Java's own is by UTF-16. */
public final class Utf8Order {
    private Utf8Order() {}

    /** As of a comparator. Where two texts part, half of a character that UTF-16 halves stands for more than any whole one. */
    public static int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int at = 0; at < shorter; at++) {
            char left = one.charAt(at);
            char right = other.charAt(at);
            if (left != right) {
                int order = Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right));
                return order != 0 ? order : left - right;
            }
        }
        return one.length() - other.length();
    }
}
