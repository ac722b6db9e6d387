package dev.concordat.check.breaking;

import dev.concordat.check.Quotation;
import dev.concordat.schema.JavaClasses;
import dev.concordat.schema.ProtoFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of the generated names of declarations that moved to another file of their package. A file that is at another path as a whole is compared
 * as one that stayed; see {@link Pairing}.
 */
final class MovedDeclarations {
    private MovedDeclarations() {}

    /** The option of their file that decides their generated names has the value that it had. */
    static Check sameOption(String name) {
        return sameValue("option " + name, file -> file.options().text(name).value());
    }

    /** They stay in their Java package, which is that of the contracts unless an option says otherwise. */
    static Check sameJavaPackage() {
        return sameValue(
                "the Java package",
                file -> file.options()
                        .value("java_package")
                        .map(option -> file.options().text("java_package").value())
                        .orElseGet(() -> file.packageName().value()));
    }

    private static Check sameValue(String what, Function<ProtoFile, String> value) {
        return check(moved -> {
            String before = value.apply(moved.from());
            String after = value.apply(moved.to());
            return before.equals(after) || moved.hadItStayed(value).equals(Optional.of(after))
                    ? Optional.empty()
                    : Optional.of("%s is \"%s\" in place of \"%s\""
                            .formatted(what, Quotation.inside(after), Quotation.inside(before)));
        });
    }

    /** Their Java classes stay in an outer class, or out of any. */
    static Check sameJavaPlaces() {
        return check(moved -> {
            boolean wasInside = moved.wasInOuterClass();
            boolean isInside = moved.isInOuterClass();
            return wasInside == isInside
                    ? Optional.empty()
                    : Optional.of("Java has %s the outer class \"%s\""
                            .formatted(
                                    isInside ? "all inside of" : "nothing of it inside of",
                                    Quotation.inside(JavaClasses.outerClass(isInside ? moved.to() : moved.from()))));
        });
    }

    /** Where an option names the outer class of their Java classes, it stays that one. */
    static Check sameOuterClass() {
        return check(moved -> {
            String before = JavaClasses.outerClass(moved.from());
            String after = JavaClasses.outerClass(moved.to());
            return moved.wasInOuterClass()
                            && moved.isInOuterClass()
                            && (JavaLayout.namesOuterClass(moved.from()) || JavaLayout.namesOuterClass(moved.to()))
                            && !before.equals(after)
                    ? Optional.of("the outer class in Java is \"%s\" in place of \"%s\""
                            .formatted(Quotation.inside(after), Quotation.inside(before)))
                    : Optional.empty();
        });
    }

    /** Tells once what went the same way, from one file to another, and has the same happen to it. */
    private static Check check(Function<Moved, Optional<String>> change) {
        return (comparison, reporter) -> {
            Map<String, List<Moved>> alike = new LinkedHashMap<>();
            for (Moved moved : of(comparison)) {
                change.apply(moved)
                        .ifPresent(what -> alike.computeIfAbsent(
                                        "moved from \"%s\" to \"%s\", where %s"
                                                .formatted(
                                                        Quotation.inside(
                                                                moved.before().file()),
                                                        Quotation.inside(
                                                                moved.after().file()),
                                                        what),
                                        unused -> new ArrayList<>())
                                .add(moved));
            }
            alike.forEach((what, all) -> {
                all.sort(Comparator.comparingInt(
                        moved -> moved.after().location().start()));
                reporter.report(
                        all.get(0).after().location(),
                        all.get(0).before().location(),
                        "%s %s. Move to a file where that is as before; code that names what is generated no longer compiles."
                                .formatted(names(all), what));
            });
        };
    }

    /** All are named: who accepts it accepts these and no other. */
    private static String names(List<Moved> all) {
        String first = all.get(0).before().kind().label();
        return first
                + all.stream()
                        .map(moved -> "%s \"%s\""
                                .formatted(
                                        moved.before().kind().label().toLowerCase(Locale.ROOT),
                                        moved.before().nestedName()))
                        .collect(Collectors.joining(", "))
                        .substring(first.length());
    }

    private static List<Moved> of(Comparison comparison) {
        Set<Pair<String>> wholeFiles = new HashSet<>();
        Map<String, ProtoFile> stayed = new HashMap<>();
        for (Pair<ProtoFile> file : comparison.files()) {
            stayed.put(file.previous().path(), file.current());
            wholeFiles.add(new Pair<>(file.previous().path(), file.current().path()));
        }
        List<Moved> all = new ArrayList<>();
        for (Pair<Declared> pair : comparison.deletions().moved()) {
            Declared before = pair.previous();
            Declared after = pair.current();
            if (!wholeFiles.contains(new Pair<>(before.file(), after.file()))) {
                all.add(new Moved(
                        before,
                        after,
                        comparison.previousFile(before.file()),
                        comparison.currentFile(after.file()),
                        Optional.ofNullable(stayed.get(before.file()))));
            }
        }
        return all;
    }

    /** A declaration in the file where it was, and where it is; and what became of the file that it left. */
    private record Moved(Declared before, Declared after, ProtoFile from, ProtoFile to, Optional<ProtoFile> fromNow) {
        /** The value in the file that it left, as that is now. Where it is the same, the move changes nothing, and the file has a finding of its own. */
        Optional<String> hadItStayed(Function<ProtoFile, String> value) {
            return fromNow.map(value);
        }

        boolean wasInOuterClass() {
            return isInOuterClass(from, before);
        }

        boolean isInOuterClass() {
            return isInOuterClass(to, after);
        }

        /** Extensions are fields of the outer class, whatever an option says; services have a class of protoc's only where one asks for it. */
        private static boolean isInOuterClass(ProtoFile file, Declared declared) {
            return switch (declared.kind()) {
                case EXTENSION -> true;
                case SERVICE ->
                    file.options().isTrue("java_generic_services")
                            && JavaClasses.isInOuterClass(file, declared.options());
                case MESSAGE, ENUM -> JavaClasses.isInOuterClass(file, declared.options());
            };
        }
    }
}
