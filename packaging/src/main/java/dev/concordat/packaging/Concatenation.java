package dev.concordat.packaging;

import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * A concatenation of strings, as {@link java.lang.invoke.StringConcatFactory} would link it.
 *
 * @param recipe the text, with U+0001 where the next argument stands
 */
record Concatenation(String descriptor, String recipe) implements LinkedMethod {
    private static final char ARGUMENT = '\1';
    private static final char CONSTANT = '\2';
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type STRING = Type.getType(String.class);
    private static final Type BUILDER = Type.getType(StringBuilder.class);

    /** The concatenation that such an instruction links; empty where it links something else, or one with constants, which compilers write rarely. */
    static Optional<Concatenation> of(String descriptor, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            return Optional.empty();
        }
        String recipe = bootstrap.getName().equals("makeConcat")
                ? String.valueOf(ARGUMENT).repeat(Type.getArgumentTypes(descriptor).length)
                : (String) arguments[0];
        return recipe.indexOf(CONSTANT) < 0 ? Optional.of(new Concatenation(descriptor, recipe)) : Optional.empty();
    }

    @Override
    public void write(GeneratorAdapter code) {
        begin(code);
        int argument = 0;
        for (int start = 0; start < recipe.length(); ) {
            int next = recipe.indexOf(ARGUMENT, start);
            if (next == start) {
                code.loadArg(argument);
                append(Type.getArgumentTypes(descriptor)[argument++], code);
                start++;
            } else {
                int end = next < 0 ? recipe.length() : next;
                append(recipe.substring(start, end), code);
                start = end;
            }
        }
        end(code);
    }

    /** Begins a text on the stack. */
    static void begin(GeneratorAdapter code) {
        code.newInstance(BUILDER);
        code.dup();
        code.invokeConstructor(BUILDER, Method.getMethod("void <init> ()"));
    }

    static void append(String text, GeneratorAdapter code) {
        code.push(text);
        append(STRING, code);
    }

    /** Appends the value on top of the stack. An array of characters is written as an object, not as its characters. */
    static void append(Type type, GeneratorAdapter code) {
        Type appended = switch (type.getSort()) {
            case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
            case Type.ARRAY -> OBJECT;
            case Type.OBJECT -> type.equals(STRING) ? STRING : OBJECT;
            default -> type;
        };
        code.invokeVirtual(BUILDER, new Method("append", BUILDER, new Type[] {appended}));
    }

    static void end(GeneratorAdapter code) {
        code.invokeVirtual(BUILDER, Method.getMethod("String toString ()"));
    }
}
