package dev.concordat.check.breaking;

import dev.concordat.check.breaking.Scope.Extension;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Kind;
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

    private final Scope current;
    /** The paths of the files, of third parties too, that have the text they had. */
    private final Set<String> sameText = new HashSet<>();
    /** The enums, of third parties too, whose values are others, so that the default of their fields may be another. */
    private final Set<String> changedEnums = new HashSet<>();

    private Pairing(Scope current) {
        this.current = current;
        this.deletions = new Deletions(current);
    }

    /** These pairs of fields and no others. */
    static Pairing ofFields(Scope current, List<Pair<Field>> fields) {
        Pairing pairing = new Pairing(current);
        pairing.fields.addAll(fields);
        return pairing;
    }

    Pairing(Scope previous, Scope current) {
        this(current);
        for (ProtoFile before : previous.world().files()) {
            ProtoFile after = current.world().file(before.path()).orElse(null);
            if (after != null && hasSameText(before, after)) {
                sameText.add(before.path());
            } else {
                findChangedEnums(before);
            }
        }
        for (ProtoFile before : previous.files().values()) {
            ProtoFile after = current.files().get(before.path());
            pair(before, after);
            if (after == null) {
                pairMoved(before, previous);
            }
        }
        for (ProtoFile after : current.files().values()) {
            if (!previous.files().containsKey(after.path()) || !sameText.contains(after.path())) {
                changed.add(after);
            }
        }
        previous.extensions().values().forEach(this::pair);
    }

    /** Files of an image have no text, so nothing can be said about it. */
    private static boolean hasSameText(ProtoFile before, ProtoFile after) {
        return before.text().bytes().length > 0
                && (before.text() == after.text()
                        || java.util.Arrays.equals(
                                before.text().bytes(), after.text().bytes()));
    }

    private void findChangedEnums(ProtoFile file) {
        file.enums().forEach(this::findChange);
        file.messages().forEach(this::findChangedEnums);
    }

    private void findChangedEnums(Message message) {
        message.enums().forEach(this::findChange);
        message.messages().forEach(this::findChangedEnums);
    }

    private void findChange(EnumType before) {
        EnumType after = current.world().enumType(before.fullName()).orElse(null);
        if (after == null || Difference.between(before, after)) {
            changedEnums.add(before.fullName());
        }
    }

    /** A file that is at another path now, with all that it declares, keeps what it says about generated code. */
    private void pairMoved(ProtoFile before, Scope previous) {
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
        if (after != null && sameText.contains(before.path())) {
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
            if (Difference.inMeaning(field, match) || hasChangedEnum(field)) {
                fields.add(new Pair<>(field, match));
            }
        }
        for (int at = 0; at < before.messages().size(); at++) {
            pairSameText(before.messages().get(at), after.messages().get(at));
        }
    }

    private void pair(EnumType before) {
        EnumType after = current.enumType(before.fullName());
        if (after != null && changedEnums.contains(before.fullName())) {
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
            } else if (Difference.between(field, match) || hasChangedEnum(field)) {
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

    private boolean hasChangedEnum(Field field) {
        return field.type().value().kind() == Kind.ENUM
                && changedEnums.contains(field.type().value().typeName());
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
        if (match != null && (Difference.between(before.field(), match) || hasChangedEnum(before.field()))) {
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
