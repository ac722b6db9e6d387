package dev.concordat.check.breaking;

import static dev.concordat.check.breaking.Checks.same;

import dev.concordat.check.Quotation;
import dev.concordat.schema.JavaClasses;
import dev.concordat.schema.Location;
import dev.concordat.schema.Options;
import dev.concordat.schema.ProtoFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where Java has the classes of a file. Edition 2024 puts them elsewhere by default and knows no option java_multiple_files; where one version of a file
 * is written in it, the classes are compared, else the options.
 */
final class JavaLayout {
    private static final String MULTIPLE_FILES = "java_multiple_files";
    private static final String OUTER_CLASSNAME = "java_outer_classname";
    private static final String FEATURE = "features.(pb.java).nest_in_file_class";
    private static final String KEEP = "Keep it; generated code is found or behaves by it.";

    private JavaLayout() {}

    /** Classes stay in the outer class, or out of it. */
    static void samePlaces(ProtoFile previous, ProtoFile current, Reporter reporter) {
        if (!isInEdition2024(previous, current)) {
            same("option " + MULTIPLE_FILES, (ProtoFile file) -> file.options().text(MULTIPLE_FILES), KEEP)
                    .compare(previous, current, reporter);
            return;
        }
        Map<String, Options> after = declarations(current);
        List<Declaration> declarations = new ArrayList<>();
        declarations(previous).forEach((name, before) -> {
            Options now = after.get(name);
            if (now != null) {
                declarations.add(new Declaration(name, before, now));
            }
        });
        for (boolean inside : List.of(false, true)) {
            List<Declaration> moved = declarations.stream()
                    .filter(declaration -> JavaClasses.isInOuterClass(current, declaration.after()) == inside
                            && JavaClasses.isInOuterClass(previous, declaration.before()) != inside)
                    .toList();
            if (!moved.isEmpty()) {
                Declaration first = moved.get(0);
                reporter.report(
                        place(current, previous, first.after()),
                        place(previous, current, first.before()),
                        "%s moves %s %s \"%s\". %s; Java code that names them no longer compiles."
                                .formatted(
                                        Labels.of(current),
                                        classes(moved, declarations.size()),
                                        inside ? "into" : "out of",
                                        Quotation.inside(JavaClasses.outerClass(inside ? current : previous)),
                                        remedy(current, inside)));
            }
        }
    }

    /** The outer class keeps its name. That of a file at another path is another one, unless an option names it, and goes with the file that is gone. */
    static void sameOuterClass(ProtoFile previous, ProtoFile current, Reporter reporter) {
        boolean moved = !previous.path().equals(current.path());
        if (moved && !namesOuterClass(previous) && !namesOuterClass(current)) {
            return;
        }
        if (!moved && !isInEdition2024(previous, current)) {
            same("option " + OUTER_CLASSNAME, (ProtoFile file) -> file.options().text(OUTER_CLASSNAME), KEEP)
                    .compare(previous, current, reporter);
            return;
        }
        String before = Quotation.inside(JavaClasses.outerClass(previous));
        same(
                        "its outer class in Java",
                        JavaClasses::outerClass,
                        (ProtoFile file) -> file.options().text(OUTER_CLASSNAME).location(),
                        "Set option %s = \"%s\"; Java code that names it no longer compiles."
                                .formatted(OUTER_CLASSNAME, before))
                .compare(previous, current, reporter);
    }

    /** Whether an option names it; a file whose outer class is named by itself gives it its own name. */
    static boolean namesOuterClass(ProtoFile file) {
        return file.options().value(OUTER_CLASSNAME).isPresent();
    }

    /** Whether the options alone do not say where classes are. */
    static boolean isInEdition2024(ProtoFile previous, ProtoFile current) {
        return JavaClasses.areOutermostByDefault(previous) || JavaClasses.areOutermostByDefault(current);
    }

    /** The options of what has a class of its own. */
    private static Map<String, Options> declarations(ProtoFile file) {
        Map<String, Options> declarations = new LinkedHashMap<>();
        file.messages().forEach(message -> declarations.put(message.name().value(), message.options()));
        file.enums().forEach(enumType -> declarations.put(enumType.name().value(), enumType.options()));
        if (file.options().isTrue("java_generic_services")) {
            file.services().forEach(service -> declarations.put(service.name().value(), service.options()));
        }
        return declarations;
    }

    /** Within edition 2024 declarations say where their classes are; else the whole file changed. */
    private static Location place(ProtoFile file, ProtoFile other, Options declaration) {
        return JavaClasses.areOutermostByDefault(file) && JavaClasses.areOutermostByDefault(other)
                ? declaration.locationOf(FEATURE)
                : file.options().text(MULTIPLE_FILES).location();
    }

    private static String classes(List<Declaration> moved, int all) {
        return moved.size() == all
                ? "its Java classes"
                : moved.stream()
                        .map(declaration -> "\"" + Quotation.inside(declaration.name()) + "\"")
                        .collect(Collectors.joining(", ", "the Java classes of ", ""));
    }

    private static String remedy(ProtoFile current, boolean inside) {
        if (JavaClasses.areOutermostByDefault(current)) {
            return inside
                    ? "Remove " + FEATURE + " = YES"
                    : "Set " + FEATURE
                            + " = YES on each declaration, with import option \"google/protobuf/java_features.proto\" as its last import";
        }
        return "Set option %s = %s".formatted(MULTIPLE_FILES, inside);
    }

    /** Something with a class of its own, in both versions. */
    private record Declaration(String name, Options before, Options after) {}
}
