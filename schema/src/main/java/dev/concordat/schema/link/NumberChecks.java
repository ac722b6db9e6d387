package dev.concordat.schema.link;

import dev.concordat.schema.link.LinkedMessage.LinkedRange;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the numbers of fields and what messages reserve or leave to extensions. */
final class NumberChecks {
    private static final int FIRST_OF_PROTOBUF = 19_000;
    private static final int LAST_OF_PROTOBUF = 19_999;
    /** Numbers up to here are looked for in a set of bits. */
    private static final int SMALL = 4_096;

    private final LinkedFile file;
    private final LinkProblems problems;
    private final Map<LinkedMessage, RangeIndex> openRanges = new HashMap<>(0);

    private NumberChecks(LinkedFile file, LinkProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(LinkedFile file, LinkProblems problems) {
        NumberChecks checks = new NumberChecks(file, problems);
        for (LinkedMessage message : file.allMessages) {
            if (!message.isMapEntry()) {
                checks.message(message);
            }
        }
        for (LinkedField extension : file.allExtensions) {
            checks.extension(extension);
        }
        checks.extensionsOnce();
    }

    private void message(LinkedMessage message) {
        for (LinkedField field : message.fields) {
            bounds(field);
        }
        once(message);
        if (!message.extensionRanges.isEmpty() || !message.reservedRanges.isEmpty()) {
            ranges(message);
        }
        if (!message.reservedNames.isEmpty()) {
            new ReservedNames(file, problems).check(message);
        }
    }

    private void bounds(LinkedField field) {
        int number = field.number;
        if (number < 1 || number > Declarations.MAX_FIELD_NUMBER) {
            report(
                    field.node.number().start(),
                    "Field \"%s\" has the number %s; the numbers of fields go from 1 to %s."
                            .formatted(field.name, number, Declarations.MAX_FIELD_NUMBER),
                    "Choose one of them.");
        } else {
            kept(field);
        }
    }

    private void kept(LinkedField field) {
        if (field.number >= FIRST_OF_PROTOBUF && field.number <= LAST_OF_PROTOBUF) {
            report(
                    field.node.number().start(),
                    "%s \"%s\" has the number %s; protobuf keeps %s to %s for itself."
                            .formatted(
                                    Words.capitalized(field.what()),
                                    field.name,
                                    field.number,
                                    FIRST_OF_PROTOBUF,
                                    LAST_OF_PROTOBUF),
                    "Choose another number.");
        }
    }

    private void once(LinkedMessage message) {
        BitSet small = new BitSet();
        Set<Integer> large = new HashSet<>(0);
        boolean twice = false;
        for (LinkedField field : message.fields) {
            int number = field.number;
            if (number >= 0 && number < SMALL) {
                twice |= small.get(number);
                small.set(number);
            } else {
                twice |= !large.add(number);
            }
        }
        if (twice) {
            Map<Integer, LinkedField> first = new HashMap<>();
            for (LinkedField field : message.fields) {
                twice(message, first.putIfAbsent(field.number, field), field);
            }
        }
    }

    private void twice(LinkedMessage message, @Nullable LinkedField first, LinkedField second) {
        if (first != null) {
            report(
                    second.node.number().start(),
                    "Field \"%s\" has the number %s, which field \"%s\" of \"%s\" has already."
                            .formatted(second.name, second.number, first.name, message.fullName()),
                    "Give it a number of its own.");
        }
    }

    private void ranges(LinkedMessage message) {
        order(message.extensionRanges, "extension", 1, Declarations.MAX_FIELD_NUMBER);
        order(message.reservedRanges, "reserved", 1, Declarations.MAX_MESSAGE_SET_NUMBER);
        RangeIndex extensions = RangeIndex.of(message.extensionRanges);
        RangeIndex reserved = RangeIndex.of(message.reservedRanges);
        extensions.overlaps((first, second) -> overlap(second, "Extension", first, "extension"));
        reserved.overlaps((first, second) -> overlap(second, "Reserved", first, "reserved"));
        for (LinkedRange range : message.extensionRanges) {
            LinkedRange other = reserved.touching(range.first(), range.last());
            if (other != null) {
                overlap(range, "Extension", other, "reserved");
            }
        }
        for (LinkedField field : message.fields) {
            taken(message, field, extensions.holding(field.number), reserved.holding(field.number));
        }
    }

    private void taken(
            LinkedMessage message, LinkedField field, @Nullable LinkedRange extension, @Nullable LinkedRange reserved) {
        if (extension != null) {
            report(
                    field.node.number().start(),
                    "Field \"%s\" has the number %s, which \"%s\" leaves to extensions with %s."
                            .formatted(field.name, field.number, message.fullName(), text(extension)),
                    "Choose a number outside the extension ranges.");
        }
        if (reserved != null) {
            report(
                    field.node.number().start(),
                    "Field \"%s\" has the number %s, which \"%s\" reserves with %s."
                            .formatted(field.name, field.number, message.fullName(), text(reserved)),
                    "Choose a number that was never used.");
        }
    }

    private void order(List<LinkedRange> ranges, String what, int least, int most) {
        for (LinkedRange range : ranges) {
            boolean unbounded = range.last() == Declarations.MAX_MESSAGE_SET_NUMBER
                    && range.node().max();
            if (range.first() < least) {
                report(
                        range.node().start(),
                        "The %s range %s begins below %s.".formatted(what, text(range), least),
                        "The numbers of fields start at 1.");
            } else if (range.last() < range.first()) {
                report(
                        range.node().start(),
                        "The %s range %s ends before it begins.".formatted(what, text(range)),
                        "Write the smaller number first.");
            } else if (range.last() > most && !unbounded) {
                report(
                        range.node().start(),
                        "The %s range %s goes beyond %s, the largest number of a field."
                                .formatted(what, text(range), most),
                        "Write \"max\" for the end.");
            }
        }
    }

    private void overlap(LinkedRange range, String what, LinkedRange other, String otherWhat) {
        report(
                range.node().start(),
                "%s range %s overlaps %s range %s.".formatted(what, text(range), otherWhat, text(other)),
                "Let each number be in one range.");
    }

    private void extension(LinkedField extension) {
        LinkedMessage extendee = extension.extendee;
        if (extension.number < 1) {
            bounds(extension);
        } else {
            kept(extension);
            if (extendee != null && extendee.file.wellFormed && open(extendee).holding(extension.number) == null) {
                report(
                        extension.node.number().start(),
                        "Extension \"%s\" has the number %s, which \"%s\" does not leave to extensions."
                                .formatted(extension.name, extension.number, extendee.fullName()),
                        "Choose a number of one of its extension ranges.");
            }
        }
        if (extension.node.isLabelled("required")) {
            report(
                    extension.node.start(),
                    "Extension \"%s\" is required; what old readers do not know cannot be.".formatted(extension.name),
                    "Make it optional.");
        }
    }

    private RangeIndex open(LinkedMessage extendee) {
        return openRanges.computeIfAbsent(extendee, message -> RangeIndex.of(message.extensionRanges));
    }

    /** Two files may use a number twice, which protoc only warns of; one file may not. */
    private void extensionsOnce() {
        if (file.allExtensions.size() < 2) {
            return;
        }
        Map<LinkedMessage, Map<Integer, LinkedField>> first = new HashMap<>();
        for (LinkedField extension : file.allExtensions) {
            if (extension.extendee != null) {
                LinkedField other = first.computeIfAbsent(extension.extendee, extendee -> new HashMap<>())
                        .putIfAbsent(extension.number, extension);
                if (other != null) {
                    report(
                            extension.node.number().start(),
                            "Extension \"%s\" has the number %s, which extension \"%s\" of \"%s\" has already."
                                    .formatted(
                                            extension.name,
                                            extension.number,
                                            other.fullName(),
                                            extension.extendee.fullName()),
                            "Give it a number of its own.");
                }
            }
        }
    }

    private void report(int at, String message, String remedy) {
        problems.add(file, at, message, remedy);
    }

    /** The range as an author writes it. */
    static String text(LinkedRange range) {
        return range.node().last() == null && !range.node().max()
                ? String.valueOf(range.first())
                : range.first() + " to " + (range.node().max() ? "max" : String.valueOf(range.last()));
    }
}
