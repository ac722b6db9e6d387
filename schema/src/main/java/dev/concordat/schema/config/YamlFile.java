package dev.concordat.schema.config;

import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** One YAML file while it is read: its nodes within limits, and the problems found so far. */
final class YamlFile {
    private static final int SIZE_LIMIT = 1 << 20;
    private static final int ALIAS_LIMIT = 50;
    private static final int DEPTH_LIMIT = 32;
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(?:<{7}|={7}|>{7})(?: .*)?$");

    private final String path;
    private final List<Problem> problems = new ArrayList<>();
    /** The tags that are written, by where their values begin. */
    private final Map<Place, String> tags = new HashMap<>();

    YamlFile(String path) {
        this.path = path;
    }

    /** The root node, or empty for an empty or unreadable file. */
    Optional<Node> compose(byte[] bytes) {
        return compose(bytes, Compose::composeString);
    }

    /** The root node of the first document, whatever follows. */
    Optional<Node> composeFirst(byte[] bytes) {
        return compose(bytes, (composer, text) -> {
            Iterator<Node> documents = composer.composeAllFromString(text).iterator();
            return documents.hasNext() ? Optional.of(documents.next()) : Optional.empty();
        });
    }

    private Optional<Node> compose(byte[] bytes, BiFunction<Compose, String, Optional<Node>> composing) {
        if (bytes.length > SIZE_LIMIT) {
            report(Place.of(path), "The file has more than 1 MiB.", "Split or shorten it.");
            return Optional.empty();
        }
        String text;
        try {
            text = decode(bytes);
        } catch (CharacterCodingException e) {
            report(Place.of(path), "The file is not UTF-8.", "Save it as UTF-8.");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(path)
                .setSchema(new CoreSchema())
                .setMaxAliasesForCollections(ALIAS_LIMIT)
                .build();
        try {
            return nestsTooDeep(settings, text) ? Optional.empty() : composing.apply(new Compose(settings), text);
        } catch (ReaderException e) {
            reportCharacter(text, e.getCodePoint());
        } catch (MarkedYamlEngineException e) {
            reportSyntax(text, e);
        } catch (YamlEngineException | IllegalArgumentException e) {
            // A tag with a space is an illegal argument to the parser's own nodes.
            report(Place.of(path), "The file is not YAML: %s.".formatted(firstLine(e)), "");
        }
        return Optional.empty();
    }

    /** What git writes into a file where two branches changed the same lines is what is wrong, wherever the parser stumbles. */
    private void reportSyntax(String text, MarkedYamlEngineException problem) {
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            long line = text.substring(0, conflict.start()).lines().count() + 1;
            report(
                    new Place(path, (int) line, 1),
                    "A merge left a conflict here, \"%s\".".formatted(conflict.group()),
                    "Keep of both sides what belongs here, and remove the lines that git wrote.");
        } else {
            Place place = problem.getProblemMark().map(this::place).orElse(Place.of(path));
            report(place, "The file is not YAML: %s.".formatted(problem.getProblem()), "");
        }
    }

    /** The parser tells which character it refuses, and not where that is. */
    private void reportCharacter(String text, int character) {
        String before = text.substring(0, Math.max(0, text.indexOf(character)));
        int line = (int) before.chars().filter(found -> found == '\n').count() + 1;
        report(
                new Place(path, line, before.length() - before.lastIndexOf('\n')),
                "The file is not YAML: character U+%04X is not allowed.".formatted(character),
                "Remove it; in a text between double quotes write \\u%04x.".formatted(character));
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The composer recurses into what is nested; the parser, which comes first, does not. No document but the first is composed. */
    private boolean nestsTooDeep(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEPTH_LIMIT) {
                Place place = event.getStartMark().map(this::place).orElse(Place.of(path));
                report(place, "The file nests deeper than %s levels.".formatted(DEPTH_LIMIT), "");
                return true;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof ScalarEvent scalar) {
                noteTag(scalar);
            } else if (event instanceof DocumentEndEvent) {
                return false;
            }
        }
        return false;
    }

    private void noteTag(ScalarEvent scalar) {
        scalar.getTag().ifPresent(tag -> scalar.getStartMark().ifPresent(mark -> tags.put(place(mark), tag)));
    }

    /** The tag that is written before a value that is neither a list nor a mapping: {@code !} alone says nothing of its type. */
    Optional<String> writtenTag(Node node) {
        return Optional.ofNullable(tags.get(place(node)));
    }

    private static String firstLine(RuntimeException e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(Place.of(path));
    }

    Place start() {
        return new Place(path, 1, 1);
    }

    private Place place(Mark mark) {
        return new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
    }

    void report(Place place, String message, String remedy) {
        problems.add(Problem.at(place, message, remedy));
    }

    /** Every problem once, in the order of the file. */
    List<Problem> problems() {
        if (problems.isEmpty()) {
            return List.of();
        }
        Comparator<Place> order = Comparator.comparingInt(Place::line).thenComparingInt(Place::column);
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(problem -> problem.place().orElseThrow(), order))
                .toList();
    }
}
