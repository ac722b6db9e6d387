package dev.concordat.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * A method that a record has without writing it, as {@link java.lang.runtime.ObjectMethods} would link it.
 *
 * @param name {@code equals}, {@code hashCode} or {@code toString}
 * @param components the getters of the record's fields
 */
record RecordMethod(String name, String descriptor, List<Handle> components) implements LinkedMethod {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type OBJECTS = Type.getType(Objects.class);

    RecordMethod {
        components = List.copyOf(components);
    }

    /** The method that such an instruction links; empty where it links something else. */
    static Optional<RecordMethod> of(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods")) {
            return Optional.empty();
        }
        // Before them come the record and the names of all.
        List<Handle> components =
                Arrays.stream(arguments).skip(2).map(Handle.class::cast).toList();
        return Optional.of(new RecordMethod(name, descriptor, components));
    }

    @Override
    public void write(GeneratorAdapter code) {
        switch (name) {
            case "equals" -> writeEquals(code);
            case "hashCode" -> writeHashCode(code);
            default -> writeToString(code);
        }
    }

    private Type owner() {
        return Type.getArgumentTypes(descriptor)[0];
    }

    private void writeEquals(GeneratorAdapter code) {
        Label differ = code.newLabel();
        code.loadArg(1);
        code.instanceOf(owner());
        code.ifZCmp(GeneratorAdapter.EQ, differ);
        for (Handle component : components) {
            code.loadArg(0);
            load(component, code);
            code.loadArg(1);
            code.checkCast(owner());
            load(component, code);
            skipUnlessEqual(Type.getType(component.getDesc()), differ, code);
        }
        code.push(true);
        code.returnValue();
        code.mark(differ);
        code.visitFrame(
                Opcodes.F_NEW, 2, new Object[] {owner().getInternalName(), OBJECT.getInternalName()}, 0, new Object[0]);
        code.push(false);
    }

    /** Compares as records do: what is not a number equals itself, and zeros of different signs differ. */
    private static void skipUnlessEqual(Type type, Label differ, GeneratorAdapter code) {
        switch (type.getSort()) {
            case Type.ARRAY, Type.OBJECT -> {
                code.invokeStatic(OBJECTS, Method.getMethod("boolean equals (Object, Object)"));
                code.ifZCmp(GeneratorAdapter.EQ, differ);
            }
            case Type.FLOAT, Type.DOUBLE -> {
                code.invokeStatic(Conversion.box(type), new Method("compare", Type.INT_TYPE, new Type[] {type, type}));
                code.ifZCmp(GeneratorAdapter.NE, differ);
            }
            default -> code.ifCmp(type, GeneratorAdapter.NE, differ);
        }
    }

    private void writeHashCode(GeneratorAdapter code) {
        code.push(0);
        for (Handle component : components) {
            code.push(31);
            code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
            code.loadArg(0);
            load(component, code);
            Type type = Type.getType(component.getDesc());
            if (Conversion.isPrimitive(type)) {
                code.invokeStatic(Conversion.box(type), new Method("hashCode", Type.INT_TYPE, new Type[] {type}));
            } else {
                code.invokeStatic(OBJECTS, Method.getMethod("int hashCode (Object)"));
            }
            code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
    }

    private void writeToString(GeneratorAdapter code) {
        Concatenation.begin(code);
        code.push(owner());
        code.invokeVirtual(Type.getType(Class.class), Method.getMethod("String getSimpleName ()"));
        Concatenation.append(Type.getType(String.class), code);
        String before = "[";
        for (Handle component : components) {
            Concatenation.append(before + component.getName() + "=", code);
            code.loadArg(0);
            load(component, code);
            Concatenation.append(Type.getType(component.getDesc()), code);
            before = ", ";
        }
        Concatenation.append(components.isEmpty() ? "[]" : "]", code);
        Concatenation.end(code);
    }

    private void load(Handle component, GeneratorAdapter code) {
        code.getField(owner(), component.getName(), Type.getType(component.getDesc()));
    }
}
