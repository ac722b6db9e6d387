package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Scope.Extension;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the elements of two versions, file by file, and keeps the pairs that differ. What stands in a file of the same text can differ only in what
 * its names mean, so little of it is looked at.
 */
final class Pairing {
    final List<Pair<ProtoFile>> files = new ArrayList<>();
    final List<Pair<Message>> messages = new ArrayList<>();
    final List<Pair<EnumType>> enums = new ArrayList<>();
    final List<Pair<Service>> services = new ArrayList<>();
    final List<Pair<Field>> fields = new ArrayList<>();
    final Deletions deletions;
    /** The current files whose text is not that of their previous version. */
    final List<ProtoFile> changed = new ArrayList<>();

    private final Scope previous;
    private final Scope current;
    private final WorldDifference difference;

    private Pairing(Scope previous, Scope current, WorldDifference difference) {
        this.previous = previous;
        this.current = current;
        this.difference = difference;
        this.deletions = new Deletions(current);
    }

    /** These pairs of fields and no others. */
    static Pairing ofFields(Scope previous, Scope current, List<Pair<Field>> fields) {
        Pairing pairing = new Pairing(previous, current, WorldDifference.NONE);
        pairing.fields.addAll(fields);
        return pairing;
    }

    Pairing(Scope previous, Scope current) {
        this(previous, current, WorldDifference.between(previous.world(), current.world()));
        List.copyOf(previous.files().values()).parallelStream()
                .map(this::ofFile)
                .toList()
                .forEach(this::add);
        for (ProtoFile after : current.files().values()) {
            if (!previous.files().containsKey(after.path()) || !difference.hasSameText(after)) {
                changed.add(after);
            }
        }
        previous.extensions().values().forEach(this::pair);
    }

    private Pairing ofFile(ProtoFile before) {
        Pairing pairing = new Pairing(previous, current, difference);
        ProtoFile after = current.files().get(before.path());
        pairing.pair(before, after);
        if (after == null) {
            pairing.pairMoved(before);
        }
        return pairing;
    }

    private void add(Pairing others) {
        files.addAll(others.files);
        messages.addAll(others.messages);
        enums.addAll(others.enums);
        services.addAll(others.services);
        fields.addAll(others.fields);
        deletions.add(others.deletions);
    }

    /** A file that is at another path now, with all that it declares, keeps what it says about generated code. */
    private void pairMoved(ProtoFile before) {
        Set<String> paths = new HashSet<>();
        before.messages().forEach(message -> paths.add(pathOf(Declared.Kind.MESSAGE, message.fullName())));
        before.enums().forEach(enumType -> paths.add(pathOf(Declared.Kind.ENUM, enumType.fullName())));
        before.services().forEach(service -> paths.add(pathOf(Declared.Kind.SERVICE, service.fullName())));
        before.extensions().forEach(extension -> paths.add(pathOf(Declared.Kind.EXTENSION, extension.fullName())));
        ProtoFile after =
                paths.size() == 1 ? current.files().get(paths.iterator().next()) : null;
        if (after != null && !previous.files().containsKey(after.path())) {
            files.add(new Pair<>(before, after));
        }
    }

    private String pathOf(Declared.Kind kind, String fullName) {
        String path = deletions.fileOf(kind, fullName);
        return path == null ? "" : path;
    }

    private void pair(ProtoFile before, @Nullable ProtoFile after) {
        if (after != null && Difference.between(before, after)) {
            files.add(new Pair<>(before, after));
        }
        if (after != null && difference.hasSameText(before)) {
            for (int at = 0; at < before.messages().size(); at++) {
                pairSameText(before.messages().get(at), after.messages().get(at));
            }
            for (int at = 0; at < before.services().size(); at++) {
                pairIfDifferent(before.services().get(at), after.services().get(at));
            }
        } else {
            before.enums().forEach(this::pair);
            before.messages().forEach(this::pair);
            before.services().forEach(this::pair);
        }
    }

    /** Of a message of the same text only fields can differ: no rule about messages looks at what their names mean. */
    private void pairSameText(Message before, Message after) {
        for (int at = 0; at < before.fields().size(); at++) {
            Field field = before.fields().get(at);
            Field match = after.fields().get(at);
            if (Difference.inMeaning(field, match) || difference.hasChangedEnum(field)) {
                fields.add(new Pair<>(field, match));
            }
        }
        for (int at = 0; at < before.messages().size(); at++) {
            pairSameText(before.messages().get(at), after.messages().get(at));
        }
    }

    private void pair(EnumType before) {
        EnumType after = current.enumType(before.fullName());
        if (after != null && difference.isChanged(before)) {
            enums.add(new Pair<>(before, after));
        }
        if (after == null || !after.file().equals(before.file())) {
            deletions.add(Declared.of(before), after == null ? null : Declared.of(after));
        }
    }

    private void pair(Message before) {
        Message after = current.message(before.fullName());
        if (after != null) {
            pair(before, after);
        }
        if (after == null || !after.file().equals(before.file())) {
            deletions.add(Declared.of(before), after == null ? null : Declared.of(after));
        }
        before.enums().forEach(this::pair);
        before.messages().forEach(this::pair);
    }

    private void pair(Message before, Message after) {
        boolean differs = Difference.between(before, after);
        List<Field> fieldsBefore = before.fields();
        for (int at = 0; at < fieldsBefore.size(); at++) {
            Field field = fieldsBefore.get(at);
            Field match = match(field, after, at);
            if (match == null) {
                differs = true;
            } else if (Difference.between(field, match) || difference.hasChangedEnum(field)) {
                fields.add(new Pair<>(field, match));
                differs = true;
            }
        }
        if (differs) {
            messages.add(new Pair<>(before, after));
        }
    }

    /** The field of the same number, which mostly stands at the same index. */
    private static @Nullable Field match(Field field, Message after, int index) {
        List<Field> candidates = after.fields();
        return index < candidates.size() && candidates.get(index).number() == field.number()
                ? candidates.get(index)
                : after.field(field.number()).orElse(null);
    }

    private void pair(Service before) {
        Service after = current.service(before.fullName());
        if (after != null) {
            pairIfDifferent(before, after);
        }
        if (after == null || !after.file().equals(before.file())) {
            deletions.add(Declared.of(before), after == null ? null : Declared.of(after));
        }
    }

    private void pairIfDifferent(Service before, Service after) {
        if (Difference.between(before, after)) {
            services.add(new Pair<>(before, after));
        }
    }

    private void pair(Extension before) {
        Extension sameNumber = current.inPlaceOf(before.field());
        Field match = sameNumber == null ? fieldInPlaceOf(before.field()) : sameNumber.field();
        if (match != null && (Difference.between(before.field(), match) || difference.hasChangedEnum(before.field()))) {
            fields.add(new Pair<>(before.field(), match));
        }
        Extension sameName = current.extensions().get(before.field().fullName());
        if (sameName == null || !sameName.file().path().equals(before.file().path())) {
            deletions.add(
                    Declared.of(before.field(), before.file()),
                    sameName == null ? null : Declared.of(sameName.field(), sameName.file()));
        }
    }

    /** The field that the extended message itself has under the number of an extension that is gone; what was written for the one is read as the other. */
    private @Nullable Field fieldInPlaceOf(Field extension) {
        Message extended = current.message(extension.extendee().orElseThrow());
        return extended == null ? null : extended.field(extension.number()).orElse(null);
    }
}
