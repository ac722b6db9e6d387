package dev.concordat.packaging;

import java.util.Arrays;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** A method of a library that takes milliseconds of every command's first moments for what no command needs, and what it does instead. */
enum Shortcut {
    /** protobuf looks for Android's classes, for which all jars are opened, when there is no Android here. */
    NO_ANDROID("com/google/protobuf/Android", "getClassForName", "(Ljava/lang/String;)Ljava/lang/Class;") {
        @Override
        void write(GeneratorAdapter code) {
            code.visitInsn(Opcodes.ACONST_NULL);
        }
    },
    /** protobuf formats its version, for which the locale's digits are looked up. */
    PLAIN_VERSION("com/google/protobuf/RuntimeVersion", "versionString", "(IIILjava/lang/String;)Ljava/lang/String;") {
        @Override
        void write(GeneratorAdapter code) {
            new Concatenation("(IIILjava/lang/String;)Ljava/lang/String;", "\1.\1.\1\1").write(code);
        }
    },
    /** JGit asks the JDK for a digest, which comes with a whole security provider. */
    OWN_DIGEST("org/eclipse/jgit/lib/Constants", "newMessageDigest", "()Ljava/security/MessageDigest;") {
        @Override
        void write(GeneratorAdapter code) {
            Type digest = Type.getObjectType("dev/concordat/schema/source/Sha1");
            code.newInstance(digest);
            code.dup();
            code.invokeConstructor(digest, Method.getMethod("void <init> ()"));
        }
    };

    private final String owner;
    private final String name;
    private final String descriptor;

    Shortcut(String owner, String name, String descriptor) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
    }

    /** What a method of a class does instead, if it is one of these. */
    static Optional<Shortcut> of(String owner, String name, String descriptor) {
        return Arrays.stream(values())
                .filter(shortcut -> shortcut.owner.equals(owner)
                        && shortcut.name.equals(name)
                        && shortcut.descriptor.equals(descriptor))
                .findFirst();
    }

    /** Writes what leaves the method's result on the stack. */
    abstract void write(GeneratorAdapter code);
}
