package dev.concordat.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * A lambda or a reference to a method, as {@link java.lang.invoke.LambdaMetafactory#metafactory} would link it.
 *
 * @param factory what makes one: takes the captured values, returns the interface
 * @param method the interface's method
 * @param implementation what the method calls, with the captured values before its own arguments
 * @param arguments the types of the method's arguments where they are known better than the interface does
 */
record Lambda(Method factory, Method method, Handle implementation, List<Type> arguments) {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final String ONLY = "INSTANCE";

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
                new Method("make", descriptor),
                new Method(name, ((Type) arguments[0]).getDescriptor()),
                (Handle) arguments[1],
                List.of(((Type) arguments[2]).getArgumentTypes())));
    }

    /** Writes what puts a new one on the stack, or the only one, where nothing is captured: the same each time, as Java's own. */
    void callFrom(MethodVisitor caller, Type type) {
        if (captured().length == 0) {
            caller.visitFieldInsn(
                    Opcodes.GETSTATIC,
                    type.getInternalName(),
                    ONLY,
                    factory.getReturnType().getDescriptor());
        } else {
            caller.visitMethodInsn(
                    Opcodes.INVOKESTATIC, type.getInternalName(), factory.getName(), factory.getDescriptor(), false);
        }
    }

    /**
     * The class file of the lambda.
     *
     * @param host the host of the nest whose private methods it may call
     * @param version the version of the class file
     */
    byte[] write(Type type, String host, int version) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                type.getInternalName(),
                null,
                OBJECT.getInternalName(),
                new String[] {factory.getReturnType().getInternalName()});
        writer.visitNestHost(host);
        Method constructor = new Method("<init>", Type.VOID_TYPE, captured());
        writeConstructor(type, constructor, writer);
        if (captured().length == 0) {
            writeOnly(type, constructor, writer);
        } else {
            writeFactory(type, constructor, writer);
        }
        writeMethod(type, writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Type[] captured() {
        return factory.getArgumentTypes();
    }

    private void writeConstructor(Type type, Method constructor, ClassWriter writer) {
        GeneratorAdapter code = code(Opcodes.ACC_PRIVATE, constructor, writer);
        code.loadThis();
        code.invokeConstructor(OBJECT, Method.getMethod("void <init> ()"));
        for (int i = 0; i < captured().length; i++) {
            writer.visitField(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured()[i].getDescriptor(), null, null);
            code.loadThis();
            code.loadArg(i);
            code.putField(type, field(i), captured()[i]);
        }
        code.returnValue();
        code.endMethod();
    }

    private void writeOnly(Type type, Method constructor, ClassWriter writer) {
        int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, ONLY, factory.getReturnType().getDescriptor(), null, null);
        GeneratorAdapter code = code(Opcodes.ACC_STATIC, Method.getMethod("void <clinit> ()"), writer);
        code.newInstance(type);
        code.dup();
        code.invokeConstructor(type, constructor);
        code.putStatic(type, ONLY, factory.getReturnType());
        code.returnValue();
        code.endMethod();
    }

    private void writeFactory(Type type, Method constructor, ClassWriter writer) {
        GeneratorAdapter code = code(Opcodes.ACC_STATIC, factory, writer);
        code.newInstance(type);
        code.dup();
        code.loadArgs();
        code.invokeConstructor(type, constructor);
        code.returnValue();
        code.endMethod();
    }

    private void writeMethod(Type type, ClassWriter writer) {
        GeneratorAdapter code = code(Opcodes.ACC_PUBLIC, method, writer);
        if (implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.newInstance(Type.getObjectType(implementation.getOwner()));
            code.dup();
        }
        for (int i = 0; i < captured().length; i++) {
            code.loadThis();
            code.getField(type, field(i), captured()[i]);
        }
        List<Type> wanted = wanted();
        for (int i = 0; i < arguments.size(); i++) {
            code.loadArg(i);
            if (!arguments.get(i).equals(method.getArgumentTypes()[i])) {
                code.checkCast(arguments.get(i));
            }
            Conversion.write(arguments.get(i), wanted.get(captured().length + i), code);
        }
        code.visitMethodInsn(
                instruction(),
                implementation.getOwner(),
                implementation.getName(),
                implementation.getDesc(),
                implementation.isInterface());
        Conversion.write(result(), method.getReturnType(), code);
        code.returnValue();
        code.endMethod();
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

    private static GeneratorAdapter code(int access, Method method, ClassWriter writer) {
        GeneratorAdapter code = new GeneratorAdapter(
                access, method, writer.visitMethod(access, method.getName(), method.getDescriptor(), null, null));
        code.visitCode();
        return code;
    }

    private static String field(int captured) {
        return "captured" + captured;
    }
}
