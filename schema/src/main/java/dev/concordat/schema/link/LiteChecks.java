package dev.concordat.schema.link;

import dev.concordat.schema.Import;
import dev.concordat.schema.link.LinkedFile.LinkedImport;

/** Checks that what is generated for the small runtime needs nothing of the full one, and the other way round. */
final class LiteChecks {
    private LiteChecks() {}

    static void check(LinkedFile file, LinkProblems problems) {
        if (isLite(file)) {
            lite(file, problems);
            return;
        }
        for (LinkedImport imported : file.imports) {
            LinkedFile target = imported.target();
            if (target != null && imported.kind() != Import.Kind.OPTION && isLite(target)) {
                problems.add(
                        file,
                        imported.node().path().start(),
                        "\"%s\" is written for the lite runtime, and this file is not.".formatted(target.path()),
                        "Write option optimize_for = LITE_RUNTIME; here too, or remove it there.");
            }
        }
    }

    private static void lite(LinkedFile file, LinkProblems problems) {
        for (LinkedField extension : file.allExtensions) {
            if (extension.extendee != null && !isLite(extension.extendee.file)) {
                problems.add(
                        file,
                        extension.at(),
                        "Extension \"%s\" is written for the lite runtime, and \"%s\" is not."
                                .formatted(extension.name, extension.extendee.fullName()),
                        "Remove option optimize_for = LITE_RUNTIME; from this file.");
            }
        }
        boolean generic = WrittenOptions.isTrue(file.options, "cc_generic_services")
                || WrittenOptions.isTrue(file.options, "java_generic_services");
        for (LinkedService service : file.services) {
            if (generic) {
                problems.add(
                        file,
                        service.at(),
                        "Service \"%s\" is in a file for the lite runtime, which has no generic services."
                                .formatted(service.name),
                        "Remove cc_generic_services and java_generic_services.");
            }
        }
    }

    private static boolean isLite(LinkedFile file) {
        return !file.options.written.isEmpty()
                && "LITE_RUNTIME".equals(WrittenOptions.word(file.options.written, "optimize_for"));
    }
}
