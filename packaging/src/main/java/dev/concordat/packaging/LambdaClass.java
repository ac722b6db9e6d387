package dev.concordat.packaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.commons.Method;

/** The class of all lambdas of one kind that are made in one class: each has a number, which the method goes by. Java would make a class of each. */
final class LambdaClass {
    private static final Type OBJECT = Type.getType(Object.class);

    private final Type type;
    private final Lambda.Kind kind;
    private final List<Lambda> lambdas = new ArrayList<>();

    LambdaClass(Type type, Lambda.Kind kind) {
        this.type = type;
        this.kind = kind;
    }

    Type type() {
        return type;
    }

    /** Adds a lambda, and writes what puts a new one on the stack, or the only one, where nothing is captured: the same each time, as Java's own. */
    void call(Lambda lambda, MethodVisitor caller) {
        int number = lambdas.indexOf(lambda);
        if (number < 0) {
            number = lambdas.size();
            lambdas.add(lambda);
        }
        if (kind.captured().length == 0) {
            caller.visitFieldInsn(
                    Opcodes.GETSTATIC,
                    type.getInternalName(),
                    only(number),
                    kind.interfaceType().getDescriptor());
        } else {
            new InstructionAdapter(caller).iconst(number);
            caller.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    type.getInternalName(),
                    kind.factory().getName(),
                    numbered(kind.interfaceType()).getDescriptor(),
                    false);
        }
    }

    /**
     * The class file.
     *
     * @param host the host of the nest whose private methods it may call
     * @param version the version of the class file
     */
    byte[] write(String host, int version) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                type.getInternalName(),
                null,
                OBJECT.getInternalName(),
                new String[] {kind.interfaceType().getInternalName()});
        writer.visitNestHost(host);
        Method constructor = numbered(Type.VOID_TYPE);
        writeConstructor(constructor, writer);
        if (kind.captured().length == 0) {
            writeAll(constructor, writer);
        } else {
            writeFactory(constructor, writer);
        }
        writeMethod(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** What takes the captured values and the number. */
    private Method numbered(Type result) {
        Type[] captured = kind.captured();
        Type[] arguments = Arrays.copyOf(captured, captured.length + 1);
        arguments[captured.length] = Type.INT_TYPE;
        return new Method(
                result.equals(Type.VOID_TYPE) ? "<init>" : kind.factory().getName(), result, arguments);
    }

    private void writeConstructor(Method constructor, ClassWriter writer) {
        GeneratorAdapter code = code(Opcodes.ACC_PRIVATE, constructor, writer);
        code.loadThis();
        code.invokeConstructor(OBJECT, Method.getMethod("void <init> ()"));
        for (int i = 0; i <= kind.captured().length; i++) {
            Type value = constructor.getArgumentTypes()[i];
            writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), value.getDescriptor(), null, null);
            code.loadThis();
            code.loadArg(i);
            code.putField(type, field(i), value);
        }
        code.returnValue();
        code.endMethod();
    }

    private void writeAll(Method constructor, ClassWriter writer) {
        GeneratorAdapter code = code(Opcodes.ACC_STATIC, Method.getMethod("void <clinit> ()"), writer);
        for (int number = 0; number < lambdas.size(); number++) {
            writer.visitField(
                    Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
                    only(number),
                    kind.interfaceType().getDescriptor(),
                    null,
                    null);
            code.newInstance(type);
            code.dup();
            code.push(number);
            code.invokeConstructor(type, constructor);
            code.putStatic(type, only(number), kind.interfaceType());
        }
        code.returnValue();
        code.endMethod();
    }

    private void writeFactory(Method constructor, ClassWriter writer) {
        GeneratorAdapter code = code(Opcodes.ACC_STATIC, numbered(kind.interfaceType()), writer);
        code.newInstance(type);
        code.dup();
        code.loadArgs();
        code.invokeConstructor(type, constructor);
        code.returnValue();
        code.endMethod();
    }

    private void writeMethod(ClassWriter writer) {
        Method method = kind.method();
        MethodVisitor to = writer.visitMethod(Opcodes.ACC_PUBLIC, method.getName(), method.getDescriptor(), null, null);
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC, method, to);
        code.visitCode();
        Label[] cases = new Label[lambdas.size()];
        Arrays.setAll(cases, unused -> new Label());
        if (cases.length > 1) {
            code.loadThis();
            code.getField(type, field(kind.captured().length), Type.INT_TYPE);
            code.visitTableSwitchInsn(0, cases.length - 1, cases[cases.length - 1], cases);
        }
        for (int number = 0; number < cases.length; number++) {
            if (cases.length > 1) {
                code.visitLabel(cases[number]);
                // Nothing is on the stack, and the variables are the arguments.
                to.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            }
            lambdas.get(number).write(type, code);
        }
        code.endMethod();
    }

    private static GeneratorAdapter code(int access, Method method, ClassWriter writer) {
        GeneratorAdapter code = new GeneratorAdapter(
                access, method, writer.visitMethod(access, method.getName(), method.getDescriptor(), null, null));
        code.visitCode();
        return code;
    }

    /** The field of a captured value; the one behind them has the number. */
    static String field(int captured) {
        return "captured" + captured;
    }

    private static String only(int number) {
        return "INSTANCE" + number;
    }
}
