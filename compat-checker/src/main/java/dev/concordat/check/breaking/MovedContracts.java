package dev.concordat.check.breaking;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import dev.concordat.schema.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the files that have what other files had, whosever they are. */
final class MovedContracts {
    private final Schema current;
    private final Set<String> targets;
    private final Set<String> holders = new LinkedHashSet<>();

    private MovedContracts(Part now) {
        this.current = now.world();
        this.targets = now.targets();
    }

    /** The import paths of the files that are no target and have now what targets had, or what takes the place of their extensions. */
    static Set<String> between(Part before, Part now) {
        MovedContracts moved = new MovedContracts(now);
        Set<SourceText> texts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String path : before.targets()) {
            Optional<ProtoFile> file = before.world().file(path);
            if (file.isPresent() && !moved.staysAsItIs(file.get())) {
                moved.follow(file.get());
                texts.add(file.get().text());
            }
        }
        moved.followExtensions(before.world().extensions().stream()
                .filter(extension -> texts.contains(extension.location().text()))
                .toList());
        moved.holders.removeAll(now.targets());
        return moved.holders;
    }

    /** Files of an image have no text, so nothing can be said about it. */
    private boolean staysAsItIs(ProtoFile file) {
        return targets.contains(file.path())
                && file.text().bytes().length > 0
                && current.file(file.path())
                        .filter(now ->
                                Arrays.equals(now.text().bytes(), file.text().bytes()))
                        .isPresent();
    }

    private void follow(ProtoFile file) {
        current.file(file.path()).map(ProtoFile::path).ifPresent(holders::add);
        file.messages().forEach(this::follow);
        file.enums().forEach(this::follow);
        file.services()
                .forEach(service ->
                        current.service(service.fullName()).map(Service::file).ifPresent(holders::add));
    }

    private void follow(Message message) {
        current.message(message.fullName()).map(Message::file).ifPresent(holders::add);
        message.messages().forEach(this::follow);
        message.enums().forEach(this::follow);
    }

    private void follow(EnumType enumType) {
        current.enumType(enumType.fullName()).map(EnumType::file).ifPresent(holders::add);
    }

    private void followExtensions(List<Field> before) {
        if (before.isEmpty()) {
            return;
        }
        IdentityHashMap<SourceText, String> paths = new IdentityHashMap<>();
        current.files().forEach(file -> paths.put(file.text(), file.path()));
        List<Field> gone = new ArrayList<>(before);
        Set<Subject> kept = new HashSet<>();
        for (Field extension : current.extensions()) {
            if (targets.contains(paths.get(extension.location().text()))) {
                kept.add(Subject.of(extension));
            }
        }
        gone.removeIf(extension -> kept.contains(Subject.of(extension)));
        Set<Object> looked = new HashSet<>();
        for (Field extension : gone) {
            looked.add(extension.fullName());
            looked.add(Subject.of(extension));
            current.message(extension.extendee().orElseThrow())
                    .filter(extended -> extended.field(extension.number()).isPresent())
                    .map(Message::file)
                    .ifPresent(holders::add);
        }
        for (Field extension : current.extensions()) {
            if (looked.contains(extension.fullName()) || looked.contains(Subject.of(extension))) {
                Optional.ofNullable(paths.get(extension.location().text())).ifPresent(holders::add);
            }
        }
    }
}
