package dev.concordat.schema.link;

import java.util.Set;

/** Checks what proto3 took out of the language (protobuf.dev, Language Guide: proto3). */
final class Proto3Checks {
    private static final Set<String> OPTIONS = Set.of(
            "FileOptions",
            "MessageOptions",
            "FieldOptions",
            "EnumOptions",
            "EnumValueOptions",
            "ServiceOptions",
            "MethodOptions",
            "OneofOptions",
            "ExtensionRangeOptions");

    private final LinkedFile file;
    private final LinkProblems problems;

    private Proto3Checks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        Proto3Checks checks = new Proto3Checks(file, problems);
        for (LinkedField field : file.allFields) {
            checks.field(field);
        }
        for (LinkedMessage message : file.allMessages) {
            checks.message(message);
        }
        for (LinkedField extension : file.allExtensions) {
            checks.extension(extension);
        }
    }

    private void field(LinkedField field) {
        if (field.node.isLabelled("required")) {
            report(
                    field.node.start(),
                    "Field \"%s\" is required, which proto3 has not.".formatted(field.name),
                    "Drop \"required\".");
        }
        if (field.node.group() != null) {
            report(
                    field.node.start(),
                    "Field \"%s\" is a group, which proto3 has not.".formatted(field.name),
                    "Declare a message and a field of it.");
        }
    }

    private void message(LinkedMessage message) {
        if (!message.extensionRanges.isEmpty()) {
            report(
                    message.extensionRanges.get(0).node().start(),
                    "\"%s\" leaves numbers to extensions, which proto3 has for options only."
                            .formatted(message.fullName()),
                    "Use google.protobuf.Any, or edition 2023.");
        }
        if (WrittenOptions.isTrue(message.options, "message_set_wire_format")) {
            report(
                    message.at(),
                    "\"%s\" is a message set, which proto3 has not.".formatted(message.fullName()),
                    "Use google.protobuf.Any.");
        }
    }

    private void extension(LinkedField extension) {
        LinkedMessage extendee = extension.extendee;
        if (extendee != null && !isOptions(extendee)) {
            report(
                    extension.extend == null
                            ? extension.at()
                            : extension.extend.extendee().start(),
                    "Extension \"%s\" extends \"%s\"; proto3 has extensions for options only."
                            .formatted(extension.name, extendee.fullName()),
                    "Use google.protobuf.Any, or edition 2023.");
        }
    }

    private static boolean isOptions(LinkedMessage message) {
        String scope = message.file.packageName;
        return message.parent == null
                && (scope.equals("google.protobuf") || scope.equals("proto2"))
                && OPTIONS.contains(message.name);
    }

    private void report(int at, String message, String remedy) {
        problems.add(file, at, message, remedy);
    }
}
