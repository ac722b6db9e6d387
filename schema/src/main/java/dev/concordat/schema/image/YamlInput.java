package dev.concordat.schema.image;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Place;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** JSON's values written as YAML 1.2, whose core schema tells what a word without quotes is. Aliases and several documents are refused. */
final class YamlInput extends ValueInput {
    private static final int END = -1;
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9][0-9eE.+-]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    /** Where the stream and its one document begin and end. */
    private static final Set<Event.ID> FRAME =
            EnumSet.of(Event.ID.StreamStart, Event.ID.StreamEnd, Event.ID.DocumentEnd, Event.ID.Comment);

    private final String path;
    private final Iterator<Event> events;
    private @Nullable Event next;
    private Place place;

    YamlInput(String path, Reader in) throws IOException, ContractException {
        this.path = path;
        this.place = Place.of(path);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(path)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new Parse(settings).parseReader(in).iterator();
        advance();
        if (next instanceof DocumentStartEvent) {
            advance();
        }
    }

    /** Whatever is said from here on is said of what comes next. */
    @Override
    int peek() throws ContractException {
        Event event = next;
        if (event == null) {
            return END;
        }
        place = place(event.getStartMark().orElse(null));
        if (event.getEventId() == Event.ID.Alias || event.getEventId() == Event.ID.DocumentStart) {
            throw refused(
                    event.getEventId() == Event.ID.Alias
                            ? "An alias is not followed in an image."
                            : "An image is one document, and another begins here.");
        }
        return kind(event);
    }

    private static int kind(Event event) {
        return switch (event.getEventId()) {
            case MappingStart -> '{';
            case MappingEnd -> '}';
            case SequenceStart -> '[';
            case SequenceEnd -> ']';
            default -> first((ScalarEvent) event);
        };
    }

    /** As JSON would write the value. */
    private static int first(ScalarEvent scalar) {
        if (!scalar.isPlain()) {
            return '"';
        }
        return switch (scalar.getValue()) {
            case "", "~", "null", "Null", "NULL" -> 'n';
            case "true", "True", "TRUE" -> 't';
            case "false", "False", "FALSE" -> 'f';
            default -> NUMBER.matcher(scalar.getValue()).matches() ? '0' : '"';
        };
    }

    @Override
    void begin(char bracket) throws IOException, ContractException {
        if (peek() != bracket) {
            throw unexpected(bracket == '{' ? "a mapping" : "a sequence");
        }
        advance();
    }

    @Override
    boolean ends(char closing) throws IOException, ContractException {
        if (peek() != closing) {
            return false;
        }
        advance();
        return true;
    }

    @Override
    String name() throws IOException, ContractException {
        return value("a key");
    }

    @Override
    String string() throws IOException, ContractException {
        return value("a string");
    }

    @Override
    String word() throws IOException, ContractException {
        int first = peek();
        String written = value("a value");
        return switch (first) {
            case 'n' -> "null";
            case 't' -> "true";
            case 'f' -> "false";
            default -> withoutYaml(written);
        };
    }

    /** What ProtoJSON calls the numbers that are none, and numbers without a plus. */
    private static String withoutYaml(String number) {
        String bare = number.startsWith("+") ? number.substring(1) : number;
        return switch (bare) {
            case ".inf", ".Inf", ".INF" -> "Infinity";
            case "-.inf", "-.Inf", "-.INF" -> "-Infinity";
            case ".nan", ".NaN", ".NAN" -> "NaN";
            default -> bare;
        };
    }

    private String value(String expected) throws IOException, ContractException {
        peek();
        if (!(next instanceof ScalarEvent scalar)) {
            throw unexpected(expected);
        }
        advance();
        return scalar.getValue();
    }

    @Override
    String found() {
        return switch (next == null ? END : kind(next)) {
            case END -> "the end";
            case '{' -> "a mapping";
            case '[' -> "a sequence";
            case '}', ']' -> "the end of a collection";
            default -> "a value";
        };
    }

    @Override
    Place place() {
        return place;
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
    }

    private Place place(@Nullable Mark mark) {
        return mark == null ? Place.of(path) : new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Goes to the next event that is not merely where a document begins or ends. */
    private void advance() throws IOException, ContractException {
        try {
            do {
                next = events.hasNext() ? events.next() : null;
            } while (next != null && FRAME.contains(next.getEventId()));
        } catch (MarkedYamlEngineException e) {
            place = place(e.getProblemMark().orElse(null));
            throw refused("The image is not YAML: %s.".formatted(e.getProblem()));
        } catch (RuntimeException e) {
            // What the parser meets where it looks for no damage, such as half an escape sequence, is of any type.
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw refused("The image is not YAML: %s.".formatted(firstLine(e)));
        }
    }
}
