package dev.concordat.schema.oracle;

import dev.concordat.schema.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What mutants are made of besides their files: the sections of {@code vocabulary.txt}. */
final class Vocabulary {
    static final List<String> LABELS = List.of("optional", "required", "repeated");
    static final List<String> SCALARS = Kind.scalars();
    private static final byte[] ODD_BYTES = {
        0, 1, '\t', '\r', '\n', 0x0b, 0x0c, '\\', '"', '/', '*', '#', '@', 127, -1, -64, -17, -69, -65, -30, -128
    };

    private final List<String> words;
    private final List<String> numbers;
    private final List<String> strings;
    private final List<String> statements;
    private final List<String> options;
    private final List<String> syntaxes;
    private final List<String> places;
    private final List<String> custom;
    private final List<String> inner;
    private final List<String> values;

    private Vocabulary(List<String> lines) {
        this.words = section(lines, "words").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList();
        this.numbers = section(lines, "numbers").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList();
        this.strings = section(lines, "strings");
        this.statements = section(lines, "statements");
        this.options = section(lines, "options");
        this.syntaxes = section(lines, "syntaxes");
        this.places = section(lines, "places");
        this.custom = section(lines, "custom");
        this.inner = section(lines, "inner");
        this.values = section(lines, "values");
    }

    /** Reads the vocabulary. */
    static Vocabulary read() throws IOException {
        try (InputStream resource = Optional.ofNullable(Vocabulary.class.getResourceAsStream("/oracle/vocabulary.txt"))
                .orElseThrow(() -> new IOException("vocabulary.txt is missing."))) {
            return new Vocabulary(new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private static List<String> section(List<String> lines, String name) {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("== ")) {
                inside = line.equals("== " + name);
            } else if (inside && !line.isBlank()) {
                found.add(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
        }
        return List.copyOf(found);
    }

    String word(Random random) {
        return any(words, random);
    }

    String number(Random random) {
        return any(numbers, random);
    }

    String string(Random random) {
        return any(strings, random);
    }

    String statement(Random random) {
        return any(statements, random);
    }

    String option(Random random) {
        return any(options, random);
    }

    String syntax(Random random) {
        return any(syntaxes, random);
    }

    /** A declaration with {@code @} where an option goes and {@code ?} where a label may. */
    String place(Random random) {
        return any(places, random);
    }

    /** An option that protobuf or {@code lib/options.proto} defines, or nobody, set to something. */
    String anyOption(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> option(random);
            case 1 -> any(custom, random) + " = " + any(values, random);
            default ->
                "(opt.setting) = { must: \"m\" " + any(inner, random) + (random.nextInt(4) == 0 ? " " : ": ")
                        + any(values, random) + " }";
        };
    }

    byte oddByte(Random random) {
        return ODD_BYTES[random.nextInt(ODD_BYTES.length)];
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
