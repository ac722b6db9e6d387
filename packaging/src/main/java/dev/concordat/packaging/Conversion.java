package dev.concordat.packaging;

import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** How a value of one type becomes one of another between a lambda and what it calls: boxed, unboxed, widened, cast. */
final class Conversion {
    private static final List<Class<?>> PRIMITIVES = List.of(
            boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class, double.class);
    private static final Map<Type, Type> BOXES = PRIMITIVES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    Type::getType,
                    primitive ->
                            Type.getType(MethodType.methodType(primitive).wrap().returnType())));

    private Conversion() {}

    /** Converts the value on top of the stack; one that nobody wants is dropped. */
    static void write(Type from, Type to, GeneratorAdapter code) {
        if (to.equals(Type.VOID_TYPE)) {
            drop(from, code);
        } else if (!isPrimitive(from)) {
            unbox(from, to, code);
        } else if (isPrimitive(to)) {
            code.cast(from, to);
        } else {
            code.valueOf(from);
        }
    }

    private static void drop(Type type, GeneratorAdapter code) {
        switch (type.getSize()) {
            case 1 -> code.pop();
            case 2 -> code.pop2();
            default -> {}
        }
    }

    private static void unbox(Type from, Type to, GeneratorAdapter code) {
        if (!isPrimitive(to)) {
            if (!from.equals(to)) {
                code.checkCast(to);
            }
            return;
        }
        Type unboxed = BOXES.keySet().stream()
                .filter(primitive -> box(primitive).equals(from))
                .findFirst()
                .orElse(to);
        code.unbox(unboxed);
        code.cast(unboxed, to);
    }

    static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    /** The class of a primitive type's boxes. */
    static Type box(Type primitive) {
        return Objects.requireNonNull(BOXES.get(primitive));
    }
}
