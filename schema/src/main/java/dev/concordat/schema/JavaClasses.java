package dev.concordat.schema;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;

/** Where protoc's generator for Java puts what a file declares (protobuf, {@code compiler/java/name_resolver.cc}). */
public final class JavaClasses {
    private static final int LARGE_ENUM = 3;
    private static final int NEST_IN_FILE_CLASS = 5;
    private static final int YES = 2;

    private JavaClasses() {}

    /** Whether the file is written in edition 2024 or a later one, which has its own defaults and does without the option java_multiple_files. */
    public static boolean areOutermostByDefault(ProtoFile file) {
        return file.edition() >= Edition.EDITION_2024_VALUE;
    }

    /** Whether the class of a declaration at the top of a file is inside the file's outer class. */
    public static boolean isInOuterClass(ProtoFile file, Options declaration) {
        return areOutermostByDefault(file)
                ? declaration
                        .value("features")
                        .filter(features -> LanguageFeatures.written(
                                        (Message) features.value(), LanguageFeatures.JAVA, NEST_IN_FILE_CLASS)
                                == YES)
                        .isPresent()
                : !file.options().isTrue("java_multiple_files");
    }

    /** Whether an enum is a class in Java, which has no end of constants, and no enum. */
    public static boolean isLargeEnum(ProtoFile file, EnumType enumType) {
        return areOutermostByDefault(file)
                && LanguageFeatures.isOn(file, enumType.options(), LanguageFeatures.JAVA, LARGE_ENUM);
    }

    /** The name of the class that is made of the file itself. */
    public static String outerClass(ProtoFile file) {
        if (file.options().value("java_outer_classname").isPresent()) {
            return file.options().text("java_outer_classname").value();
        }
        String name = camelCase(baseName(file.path()));
        if (areOutermostByDefault(file)) {
            return name + "Proto";
        }
        return declaredNames(file).contains(name) ? name + "OuterClass" : name;
    }

    private static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".proto") ? name.substring(0, name.length() - ".proto".length()) : name;
    }

    static String camelCase(String name) {
        StringBuilder camelCase = new StringBuilder();
        boolean capital = true;
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (letter >= 'a' && letter <= 'z') {
                camelCase.append(capital ? (char) (letter - 'a' + 'A') : letter);
                capital = false;
            } else if (letter >= 'A' && letter <= 'Z') {
                camelCase.append(letter);
                capital = false;
            } else {
                if (letter >= '0' && letter <= '9') {
                    camelCase.append(letter);
                }
                capital = true;
            }
        }
        return camelCase.toString();
    }

    /** The names that an outer class would clash with: those of services, and of messages and enums however deep. */
    private static List<String> declaredNames(ProtoFile file) {
        List<String> names = new ArrayList<>();
        file.services().forEach(service -> names.add(service.name().value()));
        file.enums().forEach(enumType -> names.add(enumType.name().value()));
        file.messages().forEach(message -> add(message, names));
        return names;
    }

    private static void add(dev.concordat.schema.Message message, List<String> names) {
        names.add(message.name().value());
        message.enums().forEach(enumType -> names.add(enumType.name().value()));
        message.messages().forEach(nested -> add(nested, names));
    }
}
