package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import dev.concordat.schema.parse.Word;
import org.jspecify.annotations.Nullable;

/** Checks that files use only what other files export (protobuf.dev, Editions Language Specification: symbol visibility). */
final class VisibilityChecks {
    private final LinkedFile file;
    private final LinkProblems problems;

    private VisibilityChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        VisibilityChecks checks = new VisibilityChecks(file, problems);
        for (LinkedField field : file.allFields) {
            checks.use(field.type, TypeResolver.typeStart(field));
        }
        for (LinkedField extension : file.allExtensions) {
            checks.use(
                    extension.extendee,
                    extension.extend == null ? 0 : extension.extend.extendee().start());
        }
        for (LinkedService service : file.services) {
            for (LinkedRpc rpc : service.rpcs) {
                checks.use(rpc.request, rpc.node.request().start());
                checks.use(rpc.response, rpc.node.response().start());
            }
        }
        if (file.edition == Edition.EDITION_2024 && defaults(file) == Features.STRICT) {
            checks.strict();
        }
    }

    private void use(@Nullable Symbol type, int at) {
        if (type == null || type.file() == file || type.file().edition != Edition.EDITION_2024 || isExported(type)) {
            return;
        }
        boolean written = visibility(type) != null;
        problems.add(
                file,
                at,
                "\"%s\" is local to %s%s."
                        .formatted(
                                type.fullName(),
                                type.file().path(),
                                written ? "" : " by features.default_symbol_visibility"),
                "Write \"export\" before it there, or use another type.");
    }

    private static boolean isExported(Symbol type) {
        Word written = visibility(type);
        if (written != null) {
            return written.text().equals("export");
        }
        int defaults = defaults(type.file());
        return defaults == Features.EXPORT_ALL || (defaults == Features.EXPORT_TOP_LEVEL && parent(type) == null);
    }

    private static int defaults(LinkedFile file) {
        return file.features == null ? Features.EXPORT_ALL : file.features.get(Features.DEFAULT_SYMBOL_VISIBILITY);
    }

    private static @Nullable Word visibility(Symbol type) {
        if (type instanceof LinkedMessage message) {
            return message.node == null ? null : message.node.visibility();
        }
        return type instanceof LinkedEnum enumType ? enumType.node.visibility() : null;
    }

    private static @Nullable LinkedMessage parent(Symbol type) {
        return type instanceof LinkedMessage message ? message.parent : ((LinkedEnum) type).parent;
    }

    private void strict() {
        for (LinkedMessage message : file.allMessages) {
            nested(message);
        }
        for (LinkedEnum enumType : file.allEnums) {
            if (enumType.parent == null || !isNamespace(enumType.parent)) {
                nested(enumType);
            }
        }
    }

    private void nested(Symbol type) {
        Word written = visibility(type);
        if (parent(type) != null && written != null && written.text().equals("export")) {
            problems.add(
                    file,
                    written.start(),
                    "Nested %s \"%s\" is exported, which features.default_symbol_visibility = STRICT allows at the top of a file only."
                            .formatted(type.what(), type.fullName()),
                    "Move it to the top of a file.");
        }
    }

    /** Whether the message is there only to hold enums: local, at the top of the file, with all numbers reserved. */
    private static boolean isNamespace(LinkedMessage message) {
        if (message.parent != null || isExported(message)) {
            return false;
        }
        for (LinkedRange range : message.reservedRanges) {
            if (range.first() == 1 && range.last() == Declarations.MAX_FIELD_NUMBER) {
                return true;
            }
        }
        return false;
    }
}
