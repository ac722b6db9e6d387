package dev.concordat.check.reuse;

import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.NumberRange;
import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Proposes numbers that were never used.
 *
 * @param earlier by owner, the numbers that releases used
 * @param current the current contracts, whose reserved numbers are not free either
 * @param usedBefore whether a name is new that a release used
 */
record FreeNumbers(Map<String, Set<Integer>> earlier, Schema current, Predicate<Use> usedBefore) {
    private static final int LARGEST_FIELD_NUMBER = 536_870_911;
    /** Protobuf keeps these for itself (language guide, "Assigning Field Numbers"). */
    private static final int FIRST_OF_PROTOBUF = 19_000;

    private static final int LAST_OF_PROTOBUF = 19_999;

    /** What to do about a number or name that was used before, a sentence. */
    String remedy(Use use, Element element) {
        return switch (use.kind()) {
            case FIELD_NUMBER ->
                number(((Field) element).isExtension() ? ofExtensions(use) : ofMessage(use), names((Field) element));
            case ENUM_VALUE_NUMBER ->
                number(
                        ofEnum(use),
                        Stream.of(Use.valueName(
                                use.owner(), ((EnumValue) element).name().value())));
            default -> "Take a name that was never used.";
        };
    }

    private static Stream<Use> names(Field field) {
        return field.isExtension()
                ? Stream.of(Use.extensionName(field.fullName()))
                : Stream.of(field.name().value(), field.jsonName().value())
                        .map(name -> Use.fieldName(field.parent(), name));
    }

    /** Under another number, a name that was used is used again for something else. */
    private String number(OptionalInt free, Stream<Use> names) {
        return "Take %s never used%s."
                .formatted(
                        names.anyMatch(usedBefore) ? "a number and a name that were" : "a number that was",
                        free.isPresent() ? ", such as " + free.getAsInt() : "");
    }

    /** The first number behind all that were used that a range leaves open to extensions. */
    private OptionalInt ofExtensions(Use use) {
        TreeSet<Integer> used = used(use.owner());
        current.extensions().stream()
                .filter(extension -> extension.extendee().equals(Optional.of(use.owner())))
                .forEach(extension -> used.add(extension.number()));
        return current.message(use.owner()).map(Message::extensionRanges).orElse(List.of()).stream()
                .sorted((one, other) -> Integer.compare(one.first(), other.first()))
                .mapToInt(range -> {
                    NavigableSet<Integer> inRange = used.subSet(range.first(), true, range.last(), true);
                    return inRange.isEmpty() ? range.first() : inRange.last() == range.last() ? 0 : inRange.last() + 1;
                })
                .filter(number -> number > 0)
                .findFirst();
    }

    private OptionalInt ofMessage(Use use) {
        Optional<Message> message = current.message(use.owner());
        TreeSet<Integer> used = used(use.owner());
        List<NumberRange> ranges = new ArrayList<>();
        message.ifPresent(found -> {
            found.fields().stream().map(Field::number).forEach(used::add);
            ranges.addAll(found.reservedRanges());
            ranges.addAll(found.extensionRanges());
        });
        return above(used, ranges, LARGEST_FIELD_NUMBER);
    }

    private OptionalInt ofEnum(Use use) {
        Optional<EnumType> enumType = current.enumType(use.owner());
        TreeSet<Integer> used = used(use.owner());
        enumType.ifPresent(found -> found.values().forEach(value -> used.add(value.number())));
        return above(used, enumType.map(EnumType::reservedRanges).orElse(List.of()), Integer.MAX_VALUE);
    }

    private TreeSet<Integer> used(String owner) {
        TreeSet<Integer> used = new TreeSet<>(Set.of(0));
        used.addAll(earlier.getOrDefault(owner, Set.of()));
        return used;
    }

    /** The smallest number above all that are used that no range holds; the ranges do not overlap. */
    private static OptionalInt above(TreeSet<Integer> used, List<NumberRange> ranges, int largest) {
        List<NumberRange> inOrder = new ArrayList<>(ranges);
        inOrder.sort((one, other) -> Integer.compare(one.first(), other.first()));
        long free = Math.max(0, used.last()) + 1L;
        for (NumberRange range : inOrder) {
            free = behindProtobufs(free, largest);
            if (range.first() <= free && free <= range.last()) {
                free = range.last() + 1L;
            }
        }
        free = behindProtobufs(free, largest);
        return free <= largest ? OptionalInt.of((int) free) : OptionalInt.empty();
    }

    private static long behindProtobufs(long number, int largest) {
        boolean field = largest == LARGEST_FIELD_NUMBER;
        return field && FIRST_OF_PROTOBUF <= number && number <= LAST_OF_PROTOBUF ? LAST_OF_PROTOBUF + 1L : number;
    }
}
