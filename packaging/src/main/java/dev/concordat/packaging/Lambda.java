package dev.concordat.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * A lambda or a reference to a method, as {@link java.lang.invoke.LambdaMetafactory#metafactory} would link it.
 *
 * @param kind what it looks like from outside
 * @param implementation what the method calls, with the captured values before its own arguments
 * @param arguments the types of the method's arguments where they are known better than the interface does
 */
record Lambda(Kind kind, Handle implementation, List<Type> arguments) {

    Lambda {
        arguments = List.copyOf(arguments);
    }

    /** The lambda that such an instruction makes; empty where it makes something else, or one that can be serialized. */
    static Optional<Lambda> of(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                || !bootstrap.getName().equals("metafactory")) {
            return Optional.empty();
        }
        return Optional.of(new Lambda(
                new Kind(new Method("make", descriptor), new Method(name, ((Type) arguments[0]).getDescriptor())),
                (Handle) arguments[1],
                List.of(((Type) arguments[2]).getArgumentTypes())));
    }

    /** Writes what the method does, in the class whose fields are the captured values. */
    void write(Type type, GeneratorAdapter code) {
        Type[] captured = kind.captured();
        if (implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.newInstance(Type.getObjectType(implementation.getOwner()));
            code.dup();
        }
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.getField(type, LambdaClass.field(i), captured[i]);
        }
        List<Type> wanted = wanted();
        for (int i = 0; i < arguments.size(); i++) {
            code.loadArg(i);
            if (!arguments.get(i).equals(kind.method().getArgumentTypes()[i])) {
                code.checkCast(arguments.get(i));
            }
            Conversion.write(arguments.get(i), wanted.get(captured.length + i), code);
        }
        code.visitMethodInsn(
                instruction(),
                implementation.getOwner(),
                implementation.getName(),
                implementation.getDesc(),
                implementation.isInterface());
        Conversion.write(result(), kind.method().getReturnType(), code);
        code.returnValue();
    }

    /** What the implementation takes, with what it is called on. */
    private List<Type> wanted() {
        List<Type> wanted = new ArrayList<>();
        if (implementation.getTag() != Opcodes.H_INVOKESTATIC
                && implementation.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            wanted.add(Type.getObjectType(implementation.getOwner()));
        }
        wanted.addAll(List.of(Type.getArgumentTypes(implementation.getDesc())));
        return wanted;
    }

    private Type result() {
        return implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(implementation.getOwner())
                : Type.getReturnType(implementation.getDesc());
    }

    /** Private methods, which handles call specially, are called like others from within their nest (JVMS 6.5, invokevirtual). */
    private int instruction() {
        return switch (implementation.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> implementation.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    /**
     * What lambdas have in common that can share a class.
     *
     * @param factory what makes one: takes the captured values, returns the interface
     * @param method the interface's method
     */
    record Kind(Method factory, Method method) {
        Type[] captured() {
            return factory.getArgumentTypes();
        }

        Type interfaceType() {
            return factory.getReturnType();
        }
    }
}
