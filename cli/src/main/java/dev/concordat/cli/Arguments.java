package dev.concordat.cli;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command's arguments, checked against the flags it declares. */
final class Arguments {
    /** What Go's {@code strconv.ParseBool} takes. */
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");
    /** A field of a line of CSV: in quotes, or up to the next comma. */
    private static final Pattern FIELD = Pattern.compile("\\G(?:^|,)(?:\"((?:[^\"]++|\"\")*+)\"(?=,|$)|([^,]*))");

    private static final Set<String> HELP = Set.of("--help", "-h");

    private final Map<String, List<String>> valuesByFlag = new LinkedHashMap<>();
    private final List<String> positional = new ArrayList<>();
    private boolean helpWanted;

    private Arguments() {}

    /**
     * Reads the arguments that follow the command's name. A value follows its flag or an equals sign; {@code --} ends the flags, and a wish for help all.
     *
     * @throws ContractException of kind CONFIGURATION, for an unknown flag, a missing or an unexpected value
     */
    static Arguments parse(Command command, List<String> given) throws ContractException {
        Arguments arguments = new Arguments();
        for (int at = 0; at < given.size(); at++) {
            String word = given.get(at);
            if (HELP.contains(word)) {
                arguments.helpWanted = true;
                return arguments;
            }
            if (word.equals("--")) {
                arguments.positional.addAll(given.subList(at + 1, given.size()));
                break;
            }
            if (!word.startsWith("-") || word.equals("-") || word.startsWith("-#")) {
                arguments.positional.add(word);
            } else {
                at += arguments.addFlag(command, word, given.subList(at + 1, given.size()));
            }
        }
        if (arguments.positional.size() > command.inputs().size()) {
            throw usage(
                    command,
                    "Unexpected argument \"%s\"."
                            .formatted(arguments.positional.get(command.inputs().size())));
        }
        return arguments;
    }

    /** How many of the following words were the flag's value. */
    private int addFlag(Command command, String word, List<String> following) throws ContractException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Flag flag = command.flags().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> usage(
                        command, "Unknown flag \"%s\".%s".formatted(name, suggestion(name, command.flagNames()))));
        List<String> values = valuesByFlag.computeIfAbsent(name, key -> new ArrayList<>());
        if (flag.value().isEmpty()) {
            String value = equals < 0 ? "true" : word.substring(equals + 1);
            if (!TRUE.contains(value) && !FALSE.contains(value)) {
                throw usage(command, "Flag \"%s\" is true or false, not \"%s\".".formatted(name, value));
            }
            values.add(value);
            return 0;
        }
        if (equals >= 0) {
            values.add(word.substring(equals + 1));
            return 0;
        }
        if (following.isEmpty()) {
            throw usage(command, "Flag \"%s\" needs a value: %s.".formatted(name, flag.synopsis()));
        }
        values.add(following.get(0));
        return 1;
    }

    /** Whether help was asked for, in the place of a flag and not of a value. */
    boolean isHelpWanted() {
        return helpWanted;
    }

    /** The flag spelled most alike, else one of which more was given, such as {@code --config-of-module}. */
    private static String suggestion(String name, List<String> flags) {
        return flags.stream()
                .filter(flag -> Suggestions.didYouMean(name, flags).isEmpty() && name.startsWith(flag + "-"))
                .findFirst()
                .map(" Did you mean \"%s\"?"::formatted)
                .orElseGet(() -> Suggestions.didYouMean(name, flags));
    }

    /** Whether a flag that stands alone was given, and not as false the last time. */
    boolean has(String flag) {
        return value(flag).filter(TRUE::contains).isPresent();
    }

    /** The flag's last value; an empty one, as of a variable that is not set, is none. */
    Optional<String> value(String flag) {
        List<String> values = valuesByFlag.getOrDefault(flag, List.of());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1)).filter(value -> !value.isEmpty());
    }

    /**
     * The flag's last value, where the command would do something else without it.
     *
     * @throws ContractException of kind CONFIGURATION, for an empty one: the variable that it should come from is not set
     */
    Optional<String> decisive(Flag flag) throws ContractException {
        Optional<String> value = value(flag.name());
        if (value.isEmpty() && valuesByFlag.containsKey(flag.name())) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "Flag \"%s\" has an empty value, as of a variable that is not set.".formatted(flag.name()),
                    "Set it, or leave the flag out.");
        }
        return value;
    }

    /** All values of a flag that may be repeated, or given several, with commas between them: each is a line of CSV (RFC 4180), as for buf. */
    List<String> values(String flag) {
        List<String> values = new ArrayList<>();
        for (String line : valuesByFlag.getOrDefault(flag, List.of())) {
            Matcher matcher = FIELD.matcher(line);
            while (!line.isEmpty() && matcher.find()) {
                String quoted = matcher.group(1);
                values.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
            }
        }
        return List.copyOf(values);
    }

    /** The argument without a flag at this index. */
    Optional<String> input(int index) {
        return index < positional.size() ? Optional.of(positional.get(index)) : Optional.empty();
    }

    private static ContractException usage(Command command, String message) {
        return ContractException.of(
                Failure.CONFIGURATION, message, "Run \"concordat %s --help\" for the flags.".formatted(command.name()));
    }
}
