package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnknownFieldSet;
import dev.concordat.check.Witness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for bytes that two versions of a message read differently: what the previous version writes first, for that is what has been sent and stored.
 *
 * @param previous the message as it was
 * @param current the message as it is
 */
record WireSearch(Side previous, Side current) {

    /** Bytes of which a field has another value. */
    Optional<Witness> ofValue(int number) {
        return first(written(previous, number), bytes -> replay(number, bytes))
                .or(() -> first(written(current, number), bytes -> replay(number, bytes)));
    }

    /**
     * The same for a map.
     *
     * @param part the number of the key or the value in the entry, whichever is to differ
     */
    Optional<Witness> ofEntry(int number, int part) {
        return first(entries(previous, number, part), bytes -> replay(number, bytes))
                .or(() -> first(entries(current, number, part), bytes -> replay(number, bytes)));
    }

    /** Bytes of which fields of another name have the values. */
    Optional<Witness> ofName(int number) {
        return first(written(previous, number), bytes -> replayMoved(number, bytes))
                .or(() -> first(written(current, number), bytes -> replayMoved(number, bytes)));
    }

    /** The first of these bytes that is a witness. */
    static Optional<Witness> first(List<ByteString> written, Function<ByteString, Optional<Witness>> replay) {
        return written.stream().flatMap(bytes -> replay.apply(bytes).stream()).findFirst();
    }

    /** Single entries with several values come first, then those with several keys; for keys the other way round. Two at once come last, for they are long. */
    private List<ByteString> entries(Side writer, int number, int part) {
        List<ByteString> written = new ArrayList<>(written(writer, number));
        if (part == Samples.KEY && !written.isEmpty()) {
            Collections.reverse(written.subList(0, written.size() - 1));
        }
        return written;
    }

    /** A message in which the field is not set. */
    Optional<Witness> ofDefault(int number) {
        FieldDescriptor before = previous.field(number).orElse(null);
        FieldDescriptor after = current.field(number).orElse(null);
        ByteString bytes = required(previous).build().toByteString();
        DynamicMessage readBefore = previous.read(bytes, List.of(number)).orElse(null);
        DynamicMessage readAfter = current.read(bytes, List.of(number)).orElse(null);
        if (before == null
                || after == null
                || readBefore == null
                || readAfter == null
                || Values.areSame(before, readBefore, after, readAfter)) {
            return Optional.empty();
        }
        return Optional.of(
                new Witness(Text.of(bytes), Text.ofDefault(before, readBefore), Text.ofDefault(after, readAfter)));
    }

    /** Whether only the previous version tells a zero that is set from a field that is not. */
    boolean losesPresence(int number) {
        return previous.field(number).filter(FieldDescriptor::hasPresence).isPresent()
                && current.field(number)
                        .filter(field -> !field.hasPresence() && !field.isRepeated())
                        .isPresent();
    }

    /** Bytes in which a field is set to zero that loses its presence. */
    Optional<Witness> ofZero(int number) {
        FieldDescriptor before = previous.field(number).orElseThrow();
        ByteString bytes = written(previous, number, Samples.zero(before));
        return previous.read(bytes, List.of(number))
                .filter(read -> read.hasField(before)
                        && current.read(bytes, List.of(number)).isPresent())
                .map(read -> new Witness(Text.of(bytes), Text.of(before, read), Text.NOT_SET));
    }

    /** A message without a field, which the version that requires it refuses. */
    Optional<Witness> ofRequired(int number) {
        boolean requiredBefore =
                previous.field(number).filter(FieldDescriptor::isRequired).isPresent();
        boolean requiredAfter =
                current.field(number).filter(FieldDescriptor::isRequired).isPresent();
        if (requiredBefore == requiredAfter) {
            return Optional.empty();
        }
        ByteString bytes = required(requiredBefore ? current : previous)
                .clearField(number)
                .build()
                .toByteString();
        boolean acceptedBefore = previous.read(bytes, List.of()).isPresent();
        boolean acceptedAfter = current.read(bytes, List.of()).isPresent();
        return acceptedBefore == acceptedAfter
                ? Optional.empty()
                : Optional.of(new Witness(
                        Text.of(bytes),
                        acceptedBefore ? Text.ACCEPTED : Text.REFUSED,
                        acceptedAfter ? Text.ACCEPTED : Text.REFUSED));
    }

    /** Bytes that set a field and one beside it which cannot both be set in one of the versions. */
    Optional<Witness> ofOneof(int number) {
        for (FieldDescriptor beside : previous.message().getFields()) {
            if (beside.getNumber() != number
                    && (shareOneof(previous, number, beside.getNumber())
                            || shareOneof(current, number, beside.getNumber()))) {
                Optional<Witness> found = ofBoth(number, beside);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Witness> ofBoth(int number, FieldDescriptor beside) {
        FieldDescriptor before = previous.field(number).orElse(null);
        FieldDescriptor after = current.field(number).orElse(null);
        FieldDescriptor besideAfter = current.field(beside.getNumber()).orElse(null);
        if (before == null || after == null || besideAfter == null) {
            return Optional.empty();
        }
        ByteString bytes = required(previous)
                .addField(number, Samples.of(before).get(0))
                .addField(beside.getNumber(), Samples.of(beside).get(0))
                .build()
                .toByteString();
        DynamicMessage readBefore = previous.read(bytes, List.of(number)).orElse(null);
        DynamicMessage readAfter = current.read(bytes, List.of(number)).orElse(null);
        if (readBefore == null
                || readAfter == null
                || (Values.areSame(before, readBefore, after, readAfter)
                        && Values.areSame(beside, readBefore, besideAfter, readAfter))) {
            return Optional.empty();
        }
        return Optional.of(new Witness(
                Text.of(bytes),
                Text.of(List.of(before, beside), readBefore),
                Text.of(List.of(after, besideAfter), readAfter)));
    }

    private static boolean shareOneof(Side side, int one, int other) {
        FieldDescriptor field = side.message().findFieldByNumber(one);
        FieldDescriptor beside = side.message().findFieldByNumber(other);
        return field != null
                && beside != null
                && field.getRealContainingOneof() != null
                && field.getRealContainingOneof().equals(beside.getRealContainingOneof());
    }

    /** Bytes that messages read differently which stand for one another: the first field that differs. */
    Optional<Witness> ofMessage() {
        TreeSet<Integer> numbers = new TreeSet<>();
        previous.message().getFields().forEach(field -> numbers.add(field.getNumber()));
        current.message().getFields().forEach(field -> numbers.add(field.getNumber()));
        for (int number : numbers) {
            Optional<Witness> found = ofValue(number);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Bytes with one field, as one version writes it. */
    List<ByteString> written(Side writer, int number) {
        FieldDescriptor field = writer.field(number).orElse(null);
        if (field == null) {
            return List.of();
        }
        if (writer.message().getOptions().getMessageSetWireFormat()) {
            return Items.of(field);
        }
        UnknownFieldSet beside = beside(writer, number);
        return Occurrences.of(field).stream()
                .map(occurrence ->
                        beside.toBuilder().addField(number, occurrence).build().toByteString())
                .toList();
    }

    /** What either version requires, save where a field moved: there stands what the writer requires alone, with other values, for nobody writes it at two places. */
    private UnknownFieldSet beside(Side writer, int number) {
        UnknownFieldSet.Builder beside = required(writer);
        for (int moved : namesakes(number)) {
            beside.clearField(moved);
            writer.field(moved)
                    .filter(FieldDescriptor::isRequired)
                    .ifPresent(field -> beside.addField(moved, Samples.other(field)));
        }
        return beside.clearField(number).build();
    }

    private SortedSet<Integer> namesakes(int number) {
        return new Namesakes(previous, current).of(number);
    }

    /** Bytes with this one field, and whatever else the versions require. */
    ByteString written(Side writer, int number, UnknownFieldSet.Field occurrence) {
        return required(writer).addField(number, occurrence).build().toByteString();
    }

    /** What either version requires, so that only the field in question is refused; where both do, as the writer writes it. */
    private UnknownFieldSet.Builder required(Side writer) {
        UnknownFieldSet.Builder required = Samples.required(previous.message()).toBuilder();
        Samples.required(current.message()).asMap().forEach(required::addField);
        Samples.required(writer.message()).asMap().forEach(required::addField);
        return required;
    }

    /** Reads bytes as both versions do; there is a witness when a field has another value. */
    Optional<Witness> replay(int number, ByteString bytes) {
        FieldDescriptor before = previous.field(number).orElse(null);
        FieldDescriptor after = current.field(number).orElse(null);
        DynamicMessage readBefore = previous.read(bytes, List.of(number)).orElse(null);
        DynamicMessage readAfter = current.read(bytes, List.of(number)).orElse(null);
        boolean same = readBefore != null && readAfter != null && Values.areSame(before, readBefore, after, readAfter);
        String textBefore = text(before, readBefore);
        String textAfter = text(after, readAfter);
        // What differs may not show: the default of a field inside.
        return same || textBefore.equals(textAfter)
                ? Optional.empty()
                : Optional.of(new Witness(Text.of(bytes), textBefore, textAfter));
    }

    /** The same when fields have other names: all that moved are shown, in the order of their names, so that what is read alike looks alike. */
    private Optional<Witness> replayMoved(int number, ByteString bytes) {
        SortedSet<Integer> moved = namesakes(number);
        String before = named(previous, moved, bytes);
        String after = named(current, moved, bytes);
        return before.equals(after) ? Optional.empty() : Optional.of(new Witness(Text.of(bytes), before, after));
    }

    private static String named(Side reader, SortedSet<Integer> numbers, ByteString bytes) {
        List<FieldDescriptor> fields = numbers.stream()
                .flatMap(number -> reader.field(number).stream())
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
        return reader.read(bytes, numbers).map(read -> Text.of(fields, read)).orElse(Text.REFUSED);
    }

    /** The same when a value, and perhaps its field, has another name. */
    Optional<Witness> replayNames(int number, ByteString bytes) {
        FieldDescriptor before = previous.field(number).orElse(null);
        FieldDescriptor after = current.field(number).orElse(null);
        DynamicMessage readBefore = previous.read(bytes, List.of(number)).orElse(null);
        DynamicMessage readAfter = current.read(bytes, List.of(number)).orElse(null);
        boolean sameName = before != null && after != null && before.getName().equals(after.getName());
        String textBefore = sameName ? text(before, readBefore) : named(before, readBefore);
        String textAfter = sameName ? text(after, readAfter) : named(after, readAfter);
        return textBefore.equals(textAfter)
                ? Optional.empty()
                : Optional.of(new Witness(Text.of(bytes), textBefore, textAfter));
    }

    private static String text(@Nullable FieldDescriptor field, @Nullable DynamicMessage message) {
        if (message == null) {
            return Text.REFUSED;
        }
        return field == null ? Text.NOT_READ : Text.of(field, message);
    }

    private static String named(@Nullable FieldDescriptor field, @Nullable DynamicMessage message) {
        if (message == null) {
            return Text.REFUSED;
        }
        return Text.of(field == null ? List.of() : List.of(field), message);
    }
}
