package dev.concordat.schema.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The differences that are meant: {@code justified.txt}, which {@code docs/differences-from-protoc.md} explains. */
final class Justifications {
    private final List<Justification> all;

    private Justifications(List<Justification> all) {
        this.all = all;
    }

    private record Justification(Pattern pattern, String reason) {}

    /** Reads the list: lines of a regular expression and, behind {@code => }, the reason. */
    static Justifications read() throws IOException {
        List<Justification> all = new ArrayList<>();
        try (InputStream resource = Optional.ofNullable(
                        Justifications.class.getResourceAsStream("/oracle/justified.txt"))
                .orElseThrow(() -> new IOException("justified.txt is missing."))) {
            for (String line : new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .toList()) {
                int arrow = line.indexOf(" => ");
                all.add(new Justification(Pattern.compile(line.substring(0, arrow)), line.substring(arrow + 4)));
            }
        }
        return new Justifications(all);
    }

    /** Why this difference is meant, empty when it is not. */
    String reason(String kind, String detail) {
        return all.stream()
                .filter(each -> each.pattern().matcher(kind).find()
                        || each.pattern().matcher(detail).find())
                .map(Justification::reason)
                .findFirst()
                .orElse("");
    }
}
