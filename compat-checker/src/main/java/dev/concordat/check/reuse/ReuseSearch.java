package dev.concordat.check.reuse;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Element;
import dev.concordat.schema.Field;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the numbers and names that a change gives another meaning than they had in a release. What the last release has already is not looked up: as
 * long as something is there, the breaking rules keep its meaning.
 */
public final class ReuseSearch {
    private final UseIndex released;
    private final UseIndex current;
    private final Map<Use, Element> introduced = new LinkedHashMap<>();
    private final Map<Use, ProtoFile> files = new HashMap<>();
    private final List<Reuse> reuses = new ArrayList<>();

    private ReuseSearch(Schema released, Schema current) {
        this.released = new UseIndex(released);
        this.current = new UseIndex(current);
    }

    /**
     * Searches some files, in their order.
     *
     * @param released the searched module's own contracts in the last release, of which only what no rule compares is looked up; empty before the first
     * @param current the current contracts, with all that they import
     * @param targets the current files to look at
     */
    public static List<Reuse> find(
            Schema released, Schema current, Collection<ProtoFile> targets, EarlierReleases earlier)
            throws ContractException {
        ReuseSearch search = new ReuseSearch(released, current);
        for (ProtoFile file : targets) {
            if (!isUnchanged(file, released.file(file.path()))) {
                UseVisitor.visit(file, (use, element) -> search.introduce(use, element, file));
            }
        }
        if (!search.introduced.isEmpty()) {
            search.compare(earlier.lookUp(Set.copyOf(search.introduced.keySet())));
        }
        return List.copyOf(search.reuses);
    }

    /** Files of an image have no text, so nothing can be said about them. */
    private static boolean isUnchanged(ProtoFile file, Optional<ProtoFile> before) {
        return before.isPresent()
                && file.text().bytes().length > 0
                && Arrays.equals(file.text().bytes(), before.get().text().bytes());
    }

    private void introduce(Use use, Element element, ProtoFile file) {
        if (released.find(use).isEmpty()
                || isSecondExtension(use, element)
                || isOfAnotherInJson(use, element)
                || isOfAnotherKind(use, element)) {
            introduced.putIfAbsent(use, element);
            files.putIfAbsent(use, file);
        }
    }

    /** Whether an extension takes a number that another one has, and keeps: which of them a reader knows, only that reader knows. */
    private boolean isSecondExtension(Use use, Element element) {
        return element instanceof Field field
                && field.isExtension()
                && released.find(use).stream().noneMatch(before -> isCalled(before, field))
                && released.find(use).stream()
                        .anyMatch(before -> current.find(use).stream().anyMatch(now -> isCalled(before, (Field) now)));
    }

    /** Whether a new field takes what another one is called in JSON: breaking rules compare fields of one number, or of one name in the contract. */
    private boolean isOfAnotherInJson(Use use, Element element) {
        return use.kind() == Use.Kind.FIELD_NAME
                && released.find(Use.number((Field) element)).isEmpty()
                && released.find(use).stream()
                        .noneMatch(before -> ((Field) before)
                                .name()
                                .value()
                                .equals(((Field) element).name().value()));
    }

    /** Whether a type has the name of one of another kind, as which a breaking rule may tell it, or not. */
    private boolean isOfAnotherKind(Use use, Element element) {
        return use.kind() == Use.Kind.TYPE_NAME
                && released.find(use).stream()
                        .noneMatch(before -> before.getClass().equals(element.getClass()));
    }

    private static boolean isCalled(Element element, Field other) {
        return ((Field) element).fullName().equals(other.fullName());
    }

    private void compare(EarlierReleases.Found earlier) {
        List<Meanings> meanings = earlier.releases().stream()
                .map(release -> new Meanings(release.name(), new UseIndex(release.schema()), current))
                .toList();
        FreeNumbers free = new FreeNumbers(
                earlier.numbersByOwner(),
                current.schema(),
                name -> introduced.containsKey(name) && meanings.stream().anyMatch(release -> release.uses(name)));
        Set<List<Object>> told = new HashSet<>();
        introduced.forEach((use, element) -> {
            for (Meanings release : meanings) {
                Optional<Difference> found = release.difference(use, element, this::isIntroduced);
                if (found.isPresent()) {
                    // A field that has its old name in JSON too is one finding.
                    if (told.add(List.of(
                            element.location(), use.kind(), found.get().before().location()))) {
                        report(use, found.get(), free.remedy(use, element));
                    }
                    return;
                }
            }
        });
    }

    private boolean isIntroduced(Field field) {
        return introduced.containsKey(Use.number(field));
    }

    private void report(Use use, Difference difference, String remedy) {
        ProtoFile file = files.get(use);
        if (file == null) {
            throw new IllegalStateException("No file uses " + use + ".");
        }
        reuses.add(new Reuse(use, file, difference.location(), difference.message() + " " + remedy));
    }
}
