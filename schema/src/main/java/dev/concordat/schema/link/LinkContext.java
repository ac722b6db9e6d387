package dev.concordat.schema.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the phases that look across files share.
 *
 * @param symbols what every full name means
 * @param names what a name means where it is written
 * @param extensions the extensions of every message
 * @param problems where problems go
 * @param files all files, imported before importer
 * @param descriptor {@code google/protobuf/descriptor.proto}, among the files or not; absent when there are no options
 */
record LinkContext(
        SymbolTable symbols,
        Names names,
        Extensions extensions,
        LinkProblems problems,
        List<LinkedFile> files,
        @Nullable LinkedFile descriptor) {

    /** The extension of this message that has this number. */
    @Nullable
    LinkedField extension(LinkedMessage extendee, int number) {
        return extensions.find(extendee, number);
    }
}
