package dev.concordat.schema.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a contract's path may look like: to be read at all, and so that it means the same in every file system, jar and tool. */
public final class PathRules {
    private static final int PATH_LIMIT = 1024;
    private static final int NAME_LIMIT = 200;
    private static final int QUOTE_LIMIT = 200;
    private static final String NO_NAME = "has an empty, \".\" or \"..\" part";
    private static final String GIT = ".git";
    private static final String OF_GIT = "has the part \"%s\", which belongs to git";
    private static final Pattern DEVICE =
            Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]", Pattern.CASE_INSENSITIVE);

    private PathRules() {}

    /**
     * What keeps a path from being read, wherever it comes from, as the end of a sentence that begins with it: it could leave the directory that it is
     * read in, or is no path to every tool.
     */
    public static Optional<String> danger(String path) {
        if (hasControl(path)) {
            return Optional.of("has a control character");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("has a backslash, which separates directories on Windows");
        }
        if (path.length() > PATH_LIMIT) {
            return Optional.of("is longer than " + PATH_LIMIT + " characters");
        }
        for (String name : path.split("/", -1)) {
            if (isNoName(name)) {
                return Optional.of(NO_NAME);
            }
            if (name.equalsIgnoreCase(GIT)) {
                return Optional.of(OF_GIT.formatted(name));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a path of a contract that is made for others, in the same words; whatever is dangerous is wrong too. */
    public static Optional<String> objection(String path) {
        for (int at = 0; at < path.length(); at++) {
            if (!isAllowed(path.charAt(at))) {
                return Optional.of("may hold only letters, digits and the characters \". _ - /\"");
            }
        }
        if (path.length() > PATH_LIMIT) {
            return Optional.of("is longer than " + PATH_LIMIT + " bytes");
        }
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            Optional<String> objection = nameObjection(path.substring(start, slash));
            if (objection.isPresent()) {
                return objection;
            }
            start = slash + 1;
        }
        return nameObjection(path.substring(start));
    }

    private static boolean isAllowed(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '-' && character <= '9') // - . / and digits
                || character == '_';
    }

    /** A device keeps its name before any extension. Few names are as short and begin like one; the others need not be matched. */
    private static boolean namesDevice(String name) {
        int dot = name.indexOf('.');
        int length = dot < 0 ? name.length() : dot;
        return (length == 3 || length == 4)
                && "cpanlCPANL".indexOf(name.charAt(0)) >= 0
                && DEVICE.matcher(name.substring(0, length)).matches();
    }

    /** Whether a name holds a control character, which could be anything but a name to whoever prints it. */
    static boolean hasControl(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (Character.isISOControl(name.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** The path without {@code .}, {@code ..} and double slashes, {@code .} for the directory itself; empty when it leads out. */
    public static Optional<String> normalized(String path) {
        if (path.startsWith("/") || path.contains("\\") || path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..") && names.pollLast() == null) {
                return Optional.empty();
            }
            if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                names.add(name);
            }
        }
        return Optional.of(names.isEmpty() ? "." : String.join("/", names));
    }

    private static boolean isNoName(String part) {
        return part.isEmpty() || part.equals(".") || part.equals("..");
    }

    private static Optional<String> nameObjection(String name) {
        if (isNoName(name)) {
            return Optional.of(NO_NAME);
        }
        if (name.length() > NAME_LIMIT) {
            return Optional.of("has a part longer than " + NAME_LIMIT + " bytes");
        }
        if (name.startsWith("-")) {
            return Optional.of("has a part that starts with \"-\", which tools take for an option");
        }
        if (name.endsWith(".")) {
            return Optional.of("has a part that ends with \".\", which Windows drops");
        }
        if (namesDevice(name)) {
            return Optional.of("has a part that names a device on Windows");
        }
        if (name.equalsIgnoreCase(GIT)) {
            return Optional.of(OF_GIT.formatted(name));
        }
        return Optional.empty();
    }

    /** A path in quotes for a message, with everything that is not printable ASCII escaped. */
    public static String quoted(String path) {
        StringBuilder text = new StringBuilder("\"");
        path.codePoints().limit(QUOTE_LIMIT).forEach(character -> {
            if (character == '"' || character == '\\') {
                text.append('\\').appendCodePoint(character);
            } else if (character >= ' ' && character < 0x7F) {
                text.appendCodePoint(character);
            } else {
                text.append("\\u{%x}".formatted(character));
            }
        });
        return text.append(path.codePointCount(0, path.length()) > QUOTE_LIMIT ? "...\"" : "\"")
                .toString();
    }
}
