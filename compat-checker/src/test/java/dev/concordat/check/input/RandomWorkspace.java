package dev.concordat.check.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workspace of small contracts that refer to each other, and what may happen to it. There are few names, so that they meet, and references are written
 * in every way, so that they come to mean something else.
 */
final class RandomWorkspace {
    private static final List<String> ALL_PACKAGES = List.of("", "p", "p.q", "p.q.p", "r", "s.t", "u.v");
    private static final List<String> ALL_NAMES = List.of("A", "B", "q", "p", "C", "D", "E", "F", "G", "H", "I", "J");
    private static final List<String> FIELDS = List.of("a", "b", "c", "q");
    private static final List<String> SCALARS = List.of("int32", "int32", "int64", "string");

    private final Random random;
    private final UnaryOperator<String> layout;
    /** Few in some workspaces, so that names meet; many in others, so that one thing happens by itself. */
    private final List<String> packages;

    private final List<String> names;
    private final Map<String, Source> files = new TreeMap<>();

    /** Contracts that are written as something writes their text. */
    RandomWorkspace(Random random, UnaryOperator<String> layout) {
        this.random = random;
        this.layout = layout;
        this.packages = some(ALL_PACKAGES);
        this.names = some(ALL_NAMES);
        int count = 3 + random.nextInt(5);
        for (int at = 0; at < count; at++) {
            add();
        }
    }

    private List<String> some(List<String> all) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 2 + random.nextInt(all.size() - 1));
    }

    /** Writes the files and a configuration, in place of what was in the directory. */
    void write(Path directory, String configuration) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory.resolve("one"));
        Files.createDirectories(directory.resolve("two"));
        Files.writeString(directory.resolve("buf.yaml"), configuration);
        for (Map.Entry<String, Source> file : files.entrySet()) {
            Files.writeString(
                    directory.resolve(file.getKey()),
                    layout.apply(file.getValue().text()));
        }
    }

    /** Changes one thing or a few. */
    void change() {
        for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
            List<String> paths = List.copyOf(files.keySet());
            String path = pick(paths);
            Source file = file(path);
            switch (random.nextInt(12)) {
                case 0 -> add();
                case 1 -> {
                    if (paths.size() > 2) {
                        files.remove(path);
                    }
                }
                case 2 -> file.comment = "// " + random.nextInt() + "\n";
                case 3 ->
                    file.imports.add((random.nextInt(3) == 0 ? "public " : "") + '"' + importPath(pick(paths)) + '"');
                case 4 -> {
                    if (!file.imports.isEmpty()) {
                        file.imports.remove(random.nextInt(file.imports.size()));
                    }
                }
                case 6, 7 -> {
                    if (!file.declarations.isEmpty()) {
                        file.declarations.remove(random.nextInt(file.declarations.size()));
                    }
                }
                case 5 -> move(file, file(pick(paths)));
                case 8 -> file.packageName = pick(packages);
                case 9 -> moveToOtherModule(path);
                default -> {
                    if (!file.declarations.isEmpty() && random.nextInt(3) > 0) {
                        file.declarations.set(random.nextInt(file.declarations.size()), declaration(file.packageName));
                    } else {
                        file.declarations.add(declaration(file.packageName));
                    }
                }
            }
        }
    }

    private Source file(String path) {
        return Objects.requireNonNull(files.get(path));
    }

    private void moveToOtherModule(String path) {
        String other = (path.startsWith("one/") ? "two/" : "one/") + importPath(path);
        if (!files.containsKey(other)) {
            files.put(other, Objects.requireNonNull(files.remove(path)));
        }
    }

    private static void move(Source from, Source to) {
        if (!from.declarations.isEmpty()) {
            to.declarations.add(from.declarations.remove(0));
        }
    }

    private void add() {
        Source file = new Source(pick(packages));
        for (String other : List.copyOf(files.keySet())) {
            if (random.nextInt(5) > 0) {
                file.imports.add((random.nextInt(4) == 0 ? "public " : "") + '"' + importPath(other) + '"');
            }
        }
        String path = (random.nextBoolean() ? "one/f" : "two/g") + random.nextInt(12) + ".proto";
        files.remove("one/" + importPath(path));
        files.remove("two/" + importPath(path));
        files.put(path, file);
        for (int declarations = random.nextInt(4); declarations > 0; declarations--) {
            file.declarations.add(declaration(file.packageName));
        }
    }

    private static String importPath(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    private String declaration(String packageName) {
        String name = pick(names);
        for (int tries = 0; tries < 4 && declared().contains(inside(packageName, name)); tries++) {
            name = pick(names);
        }
        return switch (random.nextInt(10)) {
            case 8 ->
                "extend google.protobuf.MessageOptions { optional %s o%s = %d; }"
                        .formatted(reference(), name, 50_000 + random.nextInt(900));
            case 9 -> "message %s { option %s%s; }".formatted(name, option(), optionValue());
            case 0, 1 ->
                "enum %s { %s_%d = 0; %s_%s = 1; }"
                        .formatted(
                                name,
                                inside(packageName, name).replace('.', '_'),
                                random.nextInt(2),
                                name,
                                pick(names));
            case 2 -> "service %s { rpc Do(%s) returns (%s); }".formatted(name, reference(), reference());
            case 3 ->
                "message %s { optional %s a = %d; message %s { } extensions 100 to 110; }"
                        .formatted(name, type(), 1 + random.nextInt(2), pick(names));
            case 4 ->
                "extend %s { optional int32 %s = %d; }".formatted(reference(), pick(FIELDS), 100 + random.nextInt(4));
            default -> message(name);
        };
    }

    private String message(String name) {
        StringBuilder text = new StringBuilder("message " + name + " {");
        int number = 1;
        for (String field : FIELDS) {
            if (random.nextBoolean()) {
                number += random.nextInt(2);
                text.append(" optional %s %s = %d;".formatted(type(), field, number++));
            }
        }
        return text.append(" }").toString();
    }

    private String type() {
        return random.nextBoolean() ? pick(SCALARS) : reference();
    }

    /** The name of an option that is declared, or of none. */
    private String option() {
        List<String> options = new ArrayList<>();
        for (Source file : files.values()) {
            for (String declaration : file.declarations) {
                if (declaration.startsWith("extend google.protobuf")) {
                    options.add("(" + inside(file.packageName, declaration.split(" ", 7)[5]) + ")");
                }
            }
        }
        return options.isEmpty() ? "(none)" : pick(options);
    }

    /** A value for an option that is a message, a message in a message, or an enum. */
    private String optionValue() {
        return switch (random.nextInt(4)) {
            case 0 -> " = " + enumValue();
            case 1 -> "." + pick(FIELDS) + "." + pick(FIELDS) + " = 1";
            default -> "." + pick(FIELDS) + " = 1";
        };
    }

    private String enumValue() {
        List<String> values = new ArrayList<>();
        for (Source file : files.values()) {
            for (String declaration : file.declarations) {
                if (declaration.startsWith("enum")) {
                    values.add(declaration.split(" ", 5)[3]);
                }
            }
        }
        return values.isEmpty() ? "NONE" : pick(values);
    }

    /** The full names of the messages and enums that are declared. */
    private List<String> declared() {
        List<String> names = new ArrayList<>();
        for (Source file : files.values()) {
            for (String declaration : file.declarations) {
                if (!declaration.startsWith("service") && !declaration.startsWith("extend")) {
                    names.add(inside(file.packageName, declaration.split(" ", 3)[1]));
                }
            }
        }
        return names;
    }

    private static String inside(String packageName, String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** Mostly of what is declared, in one of the ways in which it can be written. */
    private String reference() {
        List<String> declared = declared();
        String whole =
                declared.isEmpty() || random.nextInt(8) == 0 ? inside(pick(packages), pick(names)) : pick(declared);
        return switch (random.nextInt(3)) {
            case 0 -> "." + whole;
            case 1 -> whole;
            default -> whole.substring(whole.indexOf('.') + 1);
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One contract file. */
    private static final class Source {
        private String packageName;
        private final List<String> imports = new ArrayList<>();
        private final List<String> declarations = new ArrayList<>();
        private String comment = "";

        Source(String packageName) {
            this.packageName = packageName;
        }

        String text() {
            return "syntax = \"proto2\";\n"
                    + "import \"google/protobuf/descriptor.proto\";\n"
                    + comment
                    + (packageName.isEmpty() ? "" : "package " + packageName + ";\n")
                    + imports.stream()
                            .map(path -> "import " + path + ";\n")
                            .distinct()
                            .collect(Collectors.joining())
                    + String.join("\n", declarations)
                    + "\n";
        }
    }
}
