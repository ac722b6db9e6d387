package dev.concordat.release;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.Linker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A workspace of a few modules whose contracts refer to each other, and what may happen to it. There are few names, so that they meet. */
final class RandomModules {
    private static final List<String> PACKAGES = List.of("p.v1", "p", "q.v1", "r.v1beta1");
    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F", "G", "H");
    private static final List<String> FIELDS = List.of("a", "b", "c", "d");
    private static final List<String> TYPES = List.of("int32", "int32", "int64", "string");

    private final Random random;
    private final List<String> modules = new ArrayList<>(List.of("a", "b", "c"));
    private Map<String, Source> files = new TreeMap<>();
    private String rules = "";

    RandomModules(Random random) {
        this.random = random;
        modules.forEach(module -> {
            add(module);
            add(module);
        });
    }

    /** The contents of all files by path, the configuration included. */
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        files.forEach((path, file) -> contents.put("contracts/" + file.module + "/" + path, file.text()));
        List<String> held = files.values().stream()
                .map(file -> file.module)
                .distinct()
                .sorted()
                .toList();
        contents.put(
                "buf.yaml",
                "version: v2\nmodules:\n"
                        + held.stream()
                                .map(module -> "  - path: contracts/" + module + "\n")
                                .collect(Collectors.joining())
                        + rules);
        return contents;
    }

    /** Something to go back to. */
    Runnable mark() {
        Map<String, Source> marked = new TreeMap<>();
        files.forEach((path, file) -> marked.put(path, file.copy()));
        String before = rules;
        return () -> {
            files = new TreeMap<>();
            marked.forEach((path, file) -> files.put(path, file.copy()));
            rules = before;
        };
    }

    /** Changes one thing or a few. */
    void change() {
        for (int steps = 1 + random.nextInt(2); steps > 0; steps--) {
            String path = pick(List.copyOf(files.keySet()));
            Source file = file(path);
            switch (random.nextInt(14)) {
                case 0 -> add(pick(modules));
                case 1 -> {
                    if (files.size() > 3) {
                        files.remove(path);
                    }
                }
                case 2, 3 -> file.comment = "// " + random.nextInt() + "\n";
                case 4 -> move(file, file(pick(List.copyOf(files.keySet()))));
                case 5 -> file.module = pick(modules);
                case 6 ->
                    rules = random.nextBoolean()
                            ? ""
                            : "breaking: {use: [%s]}\n".formatted(pick(List.of("WIRE", "PACKAGE", "FILE")));
                case 7 -> {
                    if (file.imports.size() > 0) {
                        file.imports.remove(random.nextInt(file.imports.size()));
                    }
                }
                case 8, 9 -> {
                    if (!file.declarations.isEmpty()) {
                        file.declarations.remove(random.nextInt(file.declarations.size()));
                    }
                }
                default -> {
                    int at = random.nextInt(file.declarations.size() + 1);
                    if (at < file.declarations.size()) {
                        Declaration old = file.declarations.get(at);
                        file.declarations.set(at, declaration(file, old.name));
                    } else {
                        file.declarations.add(declaration(file, name(file)));
                    }
                }
            }
        }
    }

    private Source file(String path) {
        return Objects.requireNonNull(files.get(path));
    }

    private static void move(Source from, Source to) {
        if (!from.declarations.isEmpty()) {
            to.declarations.add(from.declarations.remove(0));
        }
    }

    private void add(String module) {
        Source file = new Source(module, pick(PACKAGES));
        List<String> others = new ArrayList<>(files.keySet());
        Collections.shuffle(others, random);
        // A module that imports another is not imported by it.
        others.stream()
                .filter(other -> file(other).module.compareTo(module) <= 0)
                .limit(random.nextInt(4))
                .forEach(other -> file.imports.add((random.nextInt(4) == 0 ? "public " : "") + '"' + other + '"'));
        files.put("f%02d.proto".formatted(random.nextInt(20)), file);
        for (int declarations = 1 + random.nextInt(3); declarations > 0; declarations--) {
            file.declarations.add(declaration(file, name(file)));
        }
    }

    /** A name that its package does not have yet, if one is soon found. */
    private String name(Source file) {
        String name = pick(NAMES);
        for (int tries = 0; tries < 6 && isTaken(file.packageName, name); tries++) {
            name = pick(NAMES);
        }
        return name;
    }

    private boolean isTaken(String packageName, String name) {
        return files.values().stream()
                .filter(file -> file.packageName.equals(packageName))
                .flatMap(file -> file.declarations.stream())
                .anyMatch(declaration -> declaration.name.equals(name));
    }

    /** Whether all of it compiles. */
    boolean compiles() {
        List<ContractFile> contracts = new ArrayList<>();
        files.forEach((path, file) -> contracts.add(new ContractFile(
                path, Optional.of(file.module), new SourceText(path, file.text().getBytes(StandardCharsets.UTF_8)))));
        return Linker.link(contracts).problems().isEmpty();
    }

    private Declaration declaration(Source file, String name) {
        return new Declaration(
                name,
                switch (random.nextInt(8)) {
                    case 0 ->
                        "enum %s { %s_Z = 0; %s_%s = %d; }"
                                .formatted(name, name, name, pick(NAMES), 1 + random.nextInt(3));
                    case 1 -> "service %s { rpc Do(%s) returns (%s); }".formatted(name, type(file), type(file));
                    case 2 ->
                        "message %s { optional %s a = 1; message N { } extensions 100 to 110; }"
                                .formatted(name, type(file));
                    case 3 ->
                        "extend %s { optional int32 x%s = %d; }".formatted(type(file), name, 100 + random.nextInt(4));
                    default -> message(file, name);
                });
    }

    private String message(Source file, String name) {
        StringBuilder text = new StringBuilder("message " + name + " {");
        int number = 1;
        for (String field : FIELDS) {
            if (random.nextInt(3) > 0) {
                number += random.nextInt(4) == 0 ? 1 : 0;
                String type = random.nextInt(3) > 0 ? pick(TYPES) : type(file);
                text.append(" optional %s %s = %d;".formatted(type, field, number++));
            }
        }
        return text.append(" }").toString();
    }

    /** Mostly one that the file can see, in one of the ways in which it can be written. */
    private String type(Source file) {
        List<String> visible = new ArrayList<>(file.types());
        for (String imported : file.imports) {
            Source other = files.get(imported.substring(imported.indexOf('"') + 1, imported.length() - 1));
            if (other != null) {
                visible.addAll(other.types());
            }
        }
        String name = visible.isEmpty() || random.nextInt(12) == 0 ? pick(PACKAGES) + "." + pick(NAMES) : pick(visible);
        return random.nextInt(4) > 0 ? "." + name : name;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private record Declaration(String name, String text) {}

    /** One contract file. */
    private static final class Source {
        private String module;
        private final String packageName;
        private final List<String> imports = new ArrayList<>();
        private final List<Declaration> declarations = new ArrayList<>();
        private String comment = "";

        Source(String module, String packageName) {
            this.module = module;
            this.packageName = packageName;
        }

        Source copy() {
            Source copy = new Source(module, packageName);
            copy.imports.addAll(imports);
            copy.declarations.addAll(declarations);
            copy.comment = comment;
            return copy;
        }

        List<String> types() {
            return declarations.stream()
                    .filter(declaration ->
                            declaration.text.startsWith("message") || declaration.text.startsWith("enum"))
                    .map(declaration -> packageName + "." + declaration.name)
                    .toList();
        }

        String text() {
            return "syntax = \"proto2\";\n"
                    + comment
                    + "package " + packageName + ";\n"
                    + imports.stream()
                            .map(path -> "import " + path + ";\n")
                            .distinct()
                            .collect(Collectors.joining())
                    + declarations.stream().map(Declaration::text).collect(Collectors.joining("\n"))
                    + "\n";
        }
    }
}
