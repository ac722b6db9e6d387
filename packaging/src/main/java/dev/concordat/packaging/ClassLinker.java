package dev.concordat.packaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Links what Java would link in a class file when it is first reached: a lambda becomes an object of a class that lambdas of its kind share, everything
 * else a method. What {@link Shortcut} lists is shortened.
 */
final class ClassLinker {
    /** The first version of class files whose nests let another class call private methods (JEP 181). */
    private static final int NESTS = Opcodes.V11;

    private static final String METHOD = "linked$";
    private static final String LAMBDA = "$$Lambda$";

    private final ClassReader original;
    private final ClassWriter writer;
    private final Map<Lambda.Kind, LambdaClass> lambdas = new LinkedHashMap<>();
    private final List<LinkedMethod> methods = new ArrayList<>();
    private String host;
    private int version;
    private boolean shortened;

    ClassLinker(byte[] bytes) {
        original = new ClassReader(bytes);
        writer = new ClassWriter(original, ClassWriter.COMPUTE_MAXS);
        host = original.getClassName();
        original.accept(new ClassCopy(), 0);
    }

    /** The class file, empty when there was nothing to link. */
    Optional<byte[]> linked() {
        return lambdas.isEmpty() && methods.isEmpty() && !shortened
                ? Optional.empty()
                : Optional.of(writer.toByteArray());
    }

    /** The class files of the lambdas by the internal names of their classes. */
    Map<String, byte[]> lambdas() {
        Map<String, byte[]> files = new TreeMap<>();
        lambdas.values().forEach(lambda -> files.put(lambda.type().getInternalName(), lambda.write(host, version)));
        return files;
    }

    /** The internal name of the host of the nest, which has to list the lambdas' classes as its members (JVMS 4.7.29). */
    String host() {
        return host;
    }

    /** The class file with more members of the nest that it is the host of. */
    static byte[] withMembers(byte[] host, Iterable<String> members) {
        ClassReader reader = new ClassReader(host);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        members.forEach(writer::visitNestMember);
        return writer.toByteArray();
    }

    private final class ClassCopy extends ClassVisitor {
        ClassCopy() {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            ClassLinker.this.version = version & 0xffff;
            super.visit(version, access, name, signature, parent, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            Optional<Shortcut> shortcut = Shortcut.of(original.getClassName(), name, descriptor);
            if (shortcut.isEmpty()) {
                return new MethodCopy(method);
            }
            shortened = true;
            write(shortcut.get()::write, new GeneratorAdapter(access, new Method(name, descriptor), method));
            return null;
        }

        @Override
        public void visitEnd() {
            for (int i = 0; i < methods.size(); i++) {
                add(methods.get(i), METHOD + i);
            }
            super.visitEnd();
        }

        private void add(LinkedMethod method, String name) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
            MethodVisitor added = super.visitMethod(access, name, method.descriptor(), null, null);
            write(method::write, new GeneratorAdapter(access, new Method(name, method.descriptor()), added));
        }

        private static void write(Consumer<GeneratorAdapter> body, GeneratorAdapter code) {
            code.visitCode();
            body.accept(code);
            code.returnValue();
            code.endMethod();
        }
    }

    private final class MethodCopy extends MethodVisitor {
        MethodCopy(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Optional<LinkedMethod> method = LinkedMethod.of(name, descriptor, bootstrap, arguments);
            Optional<Lambda> lambda =
                    version < NESTS ? Optional.empty() : Lambda.of(name, descriptor, bootstrap, arguments);
            if (method.isPresent()) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        original.getClassName(),
                        METHOD + methods.size(),
                        descriptor,
                        isInterface());
                methods.add(method.get());
            } else if (lambda.isPresent()) {
                lambdas.computeIfAbsent(
                                lambda.get().kind(),
                                kind -> new LambdaClass(
                                        Type.getObjectType(original.getClassName() + LAMBDA + lambdas.size()), kind))
                        .call(lambda.get(), this);
            } else {
                super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            }
        }

        private boolean isInterface() {
            return (original.getAccess() & Opcodes.ACC_INTERFACE) != 0;
        }
    }
}
