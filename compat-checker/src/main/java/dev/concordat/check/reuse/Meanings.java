package dev.concordat.check.reuse;

import dev.concordat.check.Quotation;
import dev.concordat.schema.Element;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.EnumValue;
import dev.concordat.schema.Field;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what numbers and names mean now with what they meant in a release. A number and a name that were released together belong together from
 * then on, with their type: what comes back exactly so has its old meaning.
 *
 * @param name what people call the release
 */
record Meanings(String name, UseIndex release, UseIndex current) {

    /** Whether the release used it, for whatever. */
    boolean uses(Use use) {
        return !release.find(use).isEmpty();
    }

    /**
     * How the meaning differs; empty when the release did not use it or meant the same.
     *
     * @param hasNewNumber whether the number of a field is introduced too, so that it tells what there is to tell of number and type
     */
    Optional<Difference> difference(Use use, Element element, Predicate<Field> hasNewNumber) {
        for (Element before : release.find(use)) {
            Optional<Difference> found = switch (use.kind()) {
                case FIELD_NUMBER -> ofNumber(use, (Field) before, (Field) element);
                case FIELD_NAME -> ofName(use, (Field) before, (Field) element, hasNewNumber);
                case EXTENSION_NAME -> ofExtension((Field) before, (Field) element, hasNewNumber);
                case ENUM_VALUE_NUMBER -> ofValueNumber(use, before, (EnumValue) element);
                case ENUM_VALUE_NAME -> ofValueName(use, (EnumValue) before, (EnumValue) element);
                case TYPE_NAME -> ofType(use, before, element);
                case RPC_NAME -> ofRpc(use, (Rpc) before, (Rpc) element);
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> ofNumber(Use use, Field before, Field now) {
        boolean same = called(before).equals(called(now)) && isSameType(before, now);
        return same
                ? Optional.empty()
                : difference(
                        before,
                        now.numberLocation(),
                        "Number %s of \"%s\" was %s in %s; it is %s now."
                                .formatted(
                                        use.key(),
                                        use.owner(),
                                        described(before, release),
                                        name,
                                        described(now, current)));
    }

    private Optional<Difference> ofName(Use use, Field before, Field now, Predicate<Field> hasNewNumber) {
        boolean same = before.number() == now.number() && (hasNewNumber.test(now) || isSameType(before, now));
        return same
                ? Optional.empty()
                : difference(
                        before,
                        now.name().location(),
                        "Name \"%s\" of \"%s\" was field %s (%s) in %s; it is field %s (%s) now."
                                .formatted(
                                        Quotation.inside(use.key()),
                                        use.owner(),
                                        before.number(),
                                        typeText(before, release),
                                        name,
                                        now.number(),
                                        typeText(now, current)));
    }

    private Optional<Difference> ofExtension(Field before, Field now, Predicate<Field> hasNewNumber) {
        boolean same = before.number() == now.number()
                && before.extendee().equals(now.extendee())
                && (hasNewNumber.test(now) || isSameType(before, now));
        return same
                ? Optional.empty()
                : difference(
                        before,
                        now.name().location(),
                        "Extension \"%s\" was %s in %s; it is %s now."
                                .formatted(now.fullName(), extension(before, release), name, extension(now, current)));
    }

    private static String extension(Field field, UseIndex index) {
        return "number %s of \"%s\" (%s)"
                .formatted(field.number(), field.extendee().orElseThrow(), typeText(field, index));
    }

    /** All names of a number are one value. */
    private Optional<Difference> ofValueNumber(Use use, Element before, EnumValue now) {
        List<String> namesBefore = names(release.find(use));
        List<String> namesNow = names(current.find(use));
        return namesNow.stream().anyMatch(namesBefore::contains)
                ? Optional.empty()
                : difference(
                        before,
                        now.numberLocation(),
                        "Number %s of enum \"%s\" was %s in %s; it is %s now."
                                .formatted(use.key(), use.owner(), quoted(namesBefore), name, quoted(namesNow)));
    }

    private Optional<Difference> ofValueName(Use use, EnumValue before, EnumValue now) {
        return before.number() == now.number()
                ? Optional.empty()
                : difference(
                        before,
                        now.name().location(),
                        "Name \"%s\" of enum \"%s\" was number %s in %s; it is number %s now."
                                .formatted(use.key(), use.owner(), before.number(), name, now.number()));
    }

    private Optional<Difference> ofType(Use use, Element before, Element now) {
        String kindBefore = kind(before);
        String kindNow = kind(now);
        return kindBefore.equals(kindNow)
                ? Optional.empty()
                : difference(
                        before,
                        nameLocation(now),
                        "\"%s\" was %s in %s; it is %s now.".formatted(use.key(), kindBefore, name, kindNow));
    }

    private Optional<Difference> ofRpc(Use use, Rpc before, Rpc now) {
        String signatureBefore = signature(before);
        String signatureNow = signature(now);
        return signatureBefore.equals(signatureNow)
                ? Optional.empty()
                : difference(
                        before,
                        now.name().location(),
                        "Rpc \"%s\" of \"%s\" was %s in %s; it is %s now."
                                .formatted(use.key(), use.owner(), signatureBefore, name, signatureNow));
    }

    private boolean isSameType(Field before, Field now) {
        return new FieldMeaning(before, release.schema()).hasTypeOf(new FieldMeaning(now, current.schema()));
    }

    private static String typeText(Field field, UseIndex index) {
        return new FieldMeaning(field, index.schema()).typeText();
    }

    private static String described(Field field, UseIndex index) {
        return "%s \"%s\" (%s)"
                .formatted(field.isExtension() ? "extension" : "field", called(field), typeText(field, index));
    }

    /** A field's name belongs to its message, an extension's full name to nobody else. */
    private static String called(Field field) {
        return field.isExtension() ? field.fullName() : field.name().value();
    }

    private static List<String> names(List<Element> values) {
        return values.stream()
                .map(value -> ((EnumValue) value).name().value())
                .sorted()
                .toList();
    }

    private static String quoted(List<String> names) {
        return names.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    private static String kind(Element type) {
        return type instanceof Message ? "a message" : type instanceof EnumType ? "an enum" : "a service";
    }

    private static Location nameLocation(Element type) {
        return type instanceof Message message
                ? message.name().location()
                : type instanceof EnumType enumType
                        ? enumType.name().location()
                        : ((Service) type).name().location();
    }

    private static String signature(Rpc rpc) {
        return "(%s%s) returns (%s%s)"
                .formatted(
                        rpc.clientStreaming() ? "stream " : "",
                        rpc.requestType().value(),
                        rpc.serverStreaming() ? "stream " : "",
                        rpc.responseType().value());
    }

    private static Optional<Difference> difference(Element before, Location location, String message) {
        return Optional.of(new Difference(before, location, message));
    }
}
