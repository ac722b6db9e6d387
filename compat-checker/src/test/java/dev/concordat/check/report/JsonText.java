package dev.concordat.check.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict reader of JSON (RFC 8259), the tests' judge of what reports print: objects are maps, numbers are doubles, null is refused. */
public final class JsonText {
    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    public static Object parse(String text) {
        JsonText json = new JsonText(text);
        Object value = json.value();
        json.blanks();
        json.require(json.at == text.length());
        return value;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    public static Map<String, Object> object(Object parent, String name) {
        return object(get(parent, name));
    }

    @SuppressWarnings("unchecked")
    public static List<Object> list(Object parent, String name) {
        return (List<Object>) get(parent, name);
    }

    public static String string(Object parent, String name) {
        return (String) get(parent, name);
    }

    public static int number(Object parent, String name) {
        return ((Double) get(parent, name)).intValue();
    }

    public static Object get(Object parent, String name) {
        Object value = object(parent).get(name);
        if (value == null) {
            throw new IllegalStateException("No " + name + " in " + parent);
        }
        return value;
    }

    private Object value() {
        blanks();
        char first = next();
        return switch (first) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Object word(String word, boolean value) {
        require(text.startsWith(word, at - 1));
        at += word.length() - 1;
        return value;
    }

    private Double number() {
        int start = --at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        require(number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?"));
        return Double.valueOf(number);
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        blanks();
        if (text.charAt(at) == '}') {
            at++;
            return members;
        }
        char end = ',';
        while (end == ',') {
            blanks();
            require(next() == '"');
            String name = string();
            blanks();
            require(next() == ':');
            require(members.put(name, value()) == null);
            blanks();
            end = next();
        }
        require(end == '}');
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        blanks();
        if (text.charAt(at) == ']') {
            at++;
            return elements;
        }
        char end = ',';
        while (end == ',') {
            elements.add(value());
            blanks();
            end = next();
        }
        require(end == ']');
        return elements;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (char character = next(); character != '"'; character = next()) {
            require(character >= ' ');
            string.append(character == '\\' ? escape() : character);
        }
        return string.toString();
    }

    private char escape() {
        char escape = next();
        if (escape == 'u') {
            require(text.substring(at, at + 4).matches("[0-9a-fA-F]{4}"));
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        int known = "\"\\/bfnrt".indexOf(escape);
        require(known >= 0);
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        require(at < text.length());
        return text.charAt(at++);
    }

    private void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("No JSON at " + at + ": " + text);
        }
    }
}
