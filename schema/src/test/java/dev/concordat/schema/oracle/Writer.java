package dev.concordat.schema.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Writes small files from the vocabulary: a language, the imports, and one or two things to have an opinion about. */
final class Writer {
    private static final List<String> SYNTAXES =
            List.of("syntax = \"proto2\";", "syntax = \"proto3\";", "edition = \"2023\";", "edition = \"2024\";");
    private static final String IMPORTS = """
            package oracle.made;
            import "lib/base.proto";
            import "lib/options.proto";
            import "google/protobuf/descriptor.proto";
            import "google/protobuf/any.proto";
            """;
    private static final String JAVA_FEATURES = "import \"google/protobuf/java_features.proto\";\n";

    private final Vocabulary vocabulary;
    private final Random random;

    Writer(Vocabulary vocabulary, Random random) {
        this.vocabulary = vocabulary;
        this.random = random;
    }

    /** A file. */
    byte[] write() {
        int language = random.nextInt(SYNTAXES.size());
        StringBuilder text = new StringBuilder(SYNTAXES.get(language)).append('\n');
        if (random.nextInt(8) > 0) {
            text.append(IMPORTS);
        }
        if (random.nextInt(3) == 0) {
            text.append(JAVA_FEATURES);
        }
        for (int things = random.nextInt(4) == 0 ? 2 : 1; things > 0; things--) {
            text.append(labelled(random.nextInt(3) == 0 ? statement() : option(), language))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String statement() {
        String statement = vocabulary.statement(random);
        return switch (random.nextInt(4)) {
            case 0 -> "message Around { " + statement + "\n}";
            case 1 -> "message Around { ? int32 before = 1; " + statement + "\n ? int32 after = 2; }";
            case 2 -> statement + "\nmessage After { ? int32 a = 1; }";
            default -> statement;
        };
    }

    private String option() {
        String option = vocabulary.anyOption(random);
        if (random.nextInt(5) == 0) {
            option += ", " + vocabulary.anyOption(random);
        }
        return vocabulary.place(random).replace("@", option);
    }

    /** Half the time, labels are as the language wants them. */
    private String labelled(String text, int language) {
        if (random.nextBoolean()) {
            return text.replace("? ", language == 0 ? "optional " : "");
        }
        boolean written = random.nextBoolean();
        String labels = text.replace("? ", written ? "optional " : "");
        return random.nextBoolean() && language > 0 ? labels.replace("optional ", "") : labels;
    }
}
