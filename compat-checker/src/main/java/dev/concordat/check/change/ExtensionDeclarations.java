package dev.concordat.check.change;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ExtensionRange;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions.Declaration;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions.VerificationState;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Finds messages that no longer take extensions which contracts of others may have (protobuf.dev, Extension Declarations). Numbers that are open to
 * extensions no longer are told by a rule.
 */
record ExtensionDeclarations(Schema before, Schema after, Changes.Listener listener) {

    void find() {
        for (Message message : after.messages()) {
            Optional<Message> known = before.message(message.fullName());
            if (!message.extensionRanges().isEmpty()
                    && known.isPresent()
                    && known.get().location().text() != message.location().text()) {
                compare(ranges(before, known.get()), message);
            }
        }
    }

    private void compare(List<ExtensionRange> known, Message message) {
        for (ExtensionRange range : ranges(after, message)) {
            if (!isDeclared(range)) {
                continue;
            }
            for (ExtensionRange was : known) {
                if (!isDeclared(was) && was.getStart() < range.getEnd() && range.getStart() < was.getEnd()) {
                    tell(
                            "extensions of %s in %s must be declared there now, so that contracts of others with extensions that are not"
                                    .formatted(message.fullName(), numbers(range)),
                            message,
                            range);
                    break;
                }
            }
            for (ExtensionRange was : known) {
                for (Declaration declaration : was.getOptions().getDeclarationList()) {
                    compare(declaration, range, message);
                }
            }
        }
    }

    private void compare(Declaration known, ExtensionRange range, Message message) {
        boolean isInside = range.getStart() <= known.getNumber() && known.getNumber() < range.getEnd();
        if (isInside
                && !known.getReserved()
                && !range.getOptions().getDeclarationList().contains(known)) {
            tell(
                    "extension %s = %s of %s is not declared as it was, so that contracts of others that have it"
                            .formatted(
                                    known.getFullName().replaceFirst("^\\.", ""),
                                    known.getNumber(),
                                    message.fullName()),
                    message,
                    range);
        }
    }

    private void tell(String what, Message message, ExtensionRange range) {
        Location place = message.extensionRanges().stream()
                .filter(written -> written.first() == range.getStart())
                .map(written -> written.location())
                .findFirst()
                .orElse(message.location());
        listener.found(what + " no longer compile", place);
    }

    private static String numbers(ExtensionRange range) {
        return range.getEnd() - range.getStart() == 1
                ? String.valueOf(range.getStart())
                : "%s to %s".formatted(range.getStart(), range.getEnd() - 1);
    }

    /** Whether protoc takes nothing in the range that is not declared. */
    private static boolean isDeclared(ExtensionRange range) {
        return range.getOptions().getVerification() == VerificationState.DECLARATION
                || range.getOptions().getDeclarationCount() > 0;
    }

    private static List<ExtensionRange> ranges(Schema schema, Message message) {
        ProtoFile file = schema.file(message.file()).orElseThrow();
        List<DescriptorProto> inside = file.descriptor().types().getMessageTypeList();
        List<ExtensionRange> ranges = List.of();
        for (String name : message.nestedName().split("\\.", -1)) {
            DescriptorProto found = inside.stream()
                    .filter(candidate -> candidate.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            inside = found.getNestedTypeList();
            ranges = found.getExtensionRangeList();
        }
        return ranges;
    }
}
