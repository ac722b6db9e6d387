package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions.Declaration;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions.VerificationState;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that ranges declare their extensions properly, and that extensions are what is declared (protobuf.dev, Extension Declarations). */
final class ExtensionDeclarationChecks {
    private final LinkedFile file;
    private final LinkProblems problems;
    private final DeclaredExtensions declared = new DeclaredExtensions();

    private ExtensionDeclarationChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        ExtensionDeclarationChecks checks = new ExtensionDeclarationChecks(file, problems);
        for (LinkedMessage message : file.allMessages) {
            if (!message.extensionRanges.isEmpty()) {
                checks.message(message);
            }
        }
        for (LinkedField extension : file.allExtensions) {
            checks.extension(extension);
        }
    }

    /** The options of a range, null when it has none. */
    static @Nullable ExtensionRangeOptions options(LinkedRange range) {
        if (range.options().encoded.isEmpty()) {
            return null;
        }
        try {
            return ExtensionRangeOptions.parser().parsePartialFrom(range.options().encoded);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Options of an extension range were not encoded well.", e);
        }
    }

    private void message(LinkedMessage message) {
        Set<String> names = new HashSet<>();
        LinkedRange last = null;
        boolean declares = false;
        for (LinkedRange range : message.extensionRanges) {
            if (last != null && last.options() == range.options()) {
                if (declares) {
                    report(
                            range,
                            "The ranges of one statement share the declarations of their extensions, which no two ranges can.",
                            "Write a statement for each range.");
                    return;
                }
                continue;
            }
            last = range;
            ExtensionRangeOptions options = options(range);
            declares = options != null && options.getDeclarationCount() > 0;
            if (options != null && declares) {
                range(message, range, options, names);
            }
        }
    }

    private void range(LinkedMessage message, LinkedRange range, ExtensionRangeOptions options, Set<String> names) {
        if (options.hasVerification() && options.getVerification() == VerificationState.UNVERIFIED) {
            report(
                    range,
                    "An extension range of \"%s\" declares extensions but leaves them unverified."
                            .formatted(message.fullName()),
                    "Remove \"verification\".");
        }
        Set<Integer> numbers = new HashSet<>();
        for (Declaration declaration : options.getDeclarationList()) {
            int number = declaration.getNumber();
            if (number < range.first() || number > range.last()) {
                report(
                        range,
                        "Extension %s is declared outside its range.".formatted(number),
                        "Move it to the range that holds the number.");
            }
            if (!numbers.add(number)) {
                report(range, "Extension %s is declared twice.".formatted(number), "Keep one of the two.");
            }
            names(range, declaration, names);
        }
    }

    private void names(LinkedRange range, Declaration declaration, Set<String> names) {
        boolean named = declaration.hasFullName();
        if (!named || !declaration.hasType()) {
            if (named || declaration.hasType() || !declaration.getReserved()) {
                report(
                        range,
                        "The declaration of extension %s lacks %s."
                                .formatted(declaration.getNumber(), named ? "its type" : "its full_name"),
                        "Declare both full_name and type.");
            }
            return;
        }
        if (!names.add(declaration.getFullName())) {
            report(
                    range,
                    "Extension \"%s\" is declared twice.".formatted(declaration.getFullName()),
                    "Keep one of the two.");
        }
        name(range, declaration.getFullName());
        if (ScalarKinds.named(declaration.getType()) == null
                && !declaration.getType().equals("enum")) {
            name(range, declaration.getType());
        }
    }

    private void name(LinkedRange range, String name) {
        if (!name.startsWith(".") || !isName(name)) {
            report(
                    range,
                    "The declaration of an extension has the name \"%s\", which is no full name.".formatted(name),
                    "Write package and name behind a leading dot, such as .pkg.name.");
        }
    }

    private static boolean isName(String name) {
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            boolean dot = character == '.';
            if (dot ? at + 1 == name.length() || name.charAt(at + 1) == '.' : !isLetter(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char character) {
        return character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    /** Options extend descriptor.proto by numbers that are handed out elsewhere. */
    private void extension(LinkedField extension) {
        LinkedMessage extendee = extension.extendee;
        if (extendee == null || extendee.file.path().equals(BuiltInContracts.DESCRIPTOR)) {
            return;
        }
        ExtensionRangeOptions options = declared.options(extendee, extension.number);
        if (options == null) {
            return;
        }
        Declaration declaration = declared.declaration(options, extension.number);
        if (declaration != null) {
            compare(extension, declaration);
        } else if (options.getDeclarationCount() > 0 || options.getVerification() == VerificationState.DECLARATION) {
            report(
                    extension,
                    "Extension \"%s\" with number %s is not declared in its range of \"%s\"."
                            .formatted(extension.name, extension.number, extendee.fullName()),
                    "Add a declaration there, or use a range without declarations.");
        }
    }

    private void compare(LinkedField extension, Declaration declaration) {
        String number = "Number %s".formatted(extension.number);
        String fullName = "." + extension.fullName();
        String type = type(extension);
        if (declaration.getReserved()) {
            report(extension, "%s is declared as reserved.".formatted(number), "Take another number.");
        } else if (!declaration.getFullName().equals(fullName)) {
            report(
                    extension,
                    "%s is declared for extension \"%s\", not \"%s\"."
                            .formatted(number, declaration.getFullName(), fullName),
                    "Take the number that is declared for this extension.");
        } else if (!declaration.getType().equals(type)) {
            report(
                    extension,
                    "%s is declared with type \"%s\", not \"%s\".".formatted(number, declaration.getType(), type),
                    "Use the declared type.");
        } else if (declaration.getRepeated() != extension.isRepeated()) {
            report(
                    extension,
                    "%s is declared as %s.".formatted(number, declaration.getRepeated() ? "repeated" : "not repeated"),
                    "Declare it here as it is there.");
        }
    }

    private static String type(LinkedField extension) {
        Symbol type = extension.type;
        return type == null ? String.valueOf(extension.kind) : "." + type.fullName();
    }

    private void report(LinkedRange range, String message, String remedy) {
        problems.add(file, range.node().start(), message, remedy);
    }

    private void report(LinkedField extension, String message, String remedy) {
        problems.add(file, extension.at(), message, remedy);
    }
}
