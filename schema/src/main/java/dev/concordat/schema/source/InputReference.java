package dev.concordat.schema.source;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An input in buf's grammar: a path, then options after a {@code #}, such as {@code .git#branch=main,subdir=proto}.
 *
 * @param path the file or directory, {@code -} for standard input
 * @param format what is there
 * @param options the other options by key
 */
public record InputReference(String path, InputFormat format, Map<String, String> options) {
    /** The path that means standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final String FILE_URL = "file://";

    private static final String GRAMMAR =
            "Write a directory, \".git#branch=main\" (also tag, commit, ref, subdir), an archive, an image, a .proto file or a stub jar.";

    /** Keeps an unchangeable copy, in the order in which they were given. */
    public InputReference {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Reads an input as it is written on a command line. */
    public static InputReference parse(String text) throws ContractException {
        String[] parts = text.trim().split("#", -1);
        if (parts.length > 2 || local(parts[0]).isEmpty() || (parts.length == 2 && parts[1].isEmpty())) {
            throw ContractException.of(Failure.CONFIGURATION, "\"%s\" is no input.".formatted(text), GRAMMAR);
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : parts.length == 1 ? List.<String>of() : List.of(parts[1].split(",", -1))) {
            int equals = option.indexOf('=');
            String key = equals < 0 ? "" : option.substring(0, equals).strip();
            if (key.isEmpty() || options.put(key, option.substring(equals + 1).strip()) != null) {
                throw ContractException.of(
                        Failure.CONFIGURATION,
                        "\"%s\" in input \"%s\" is no option, or stands twice.".formatted(option, text),
                        GRAMMAR);
            }
        }
        String named = options.remove("format");
        if (named != null && InputFormat.isCompressed(named)) {
            options.putIfAbsent("compression", "gzip");
        }
        InputFormat format = named == null
                ? InputFormat.of(parts[0])
                : InputFormat.named(named)
                        .orElseThrow(() -> ContractException.of(
                                Failure.CONFIGURATION,
                                "Unknown format \"%s\" of input \"%s\".".formatted(named, text),
                                "The formats are dir, git, tar, zip, protofile, binpb, json, txtpb, yaml and jar."));
        // A directory of this name is meant, whatever a registry may have.
        InputReference input = new InputReference(local(parts[0]), format, options);
        input.checkOptions(text);
        return input;
    }

    /** The path behind {@code file://}, letter by letter as buf takes it, whether it is relative or has a drive of Windows. */
    private static String local(String text) {
        return text.startsWith(FILE_URL) ? new File(text.substring(FILE_URL.length())).getPath() : text;
    }

    private void checkOptions(String text) throws ContractException {
        for (String key : options.keySet()) {
            if (!format.options().contains(key)) {
                String takes = format.options().isEmpty()
                        ? "It takes no options."
                        : "Its options are %s."
                                .formatted(format.options().stream().sorted().collect(Collectors.joining(", ")));
                throw ContractException.of(
                        Failure.CONFIGURATION,
                        "\"%s\" is no option of format \"%s\", which input \"%s\" has.".formatted(key, format, text),
                        takes);
            }
        }
        // An image shows what they say, so that nothing asks for them later.
        flag("use_proto_names");
        flag("use_enum_numbers");
    }

    /** Opens the input; paths are relative to the given directory. */
    public OpenInput open(Path directory) throws ContractException {
        return open(directory, InputStream.nullInputStream());
    }

    /**
     * Opens the input, unless it is an image, which holds no files.
     *
     * @param directory what paths are relative to
     * @param standardInput what is read for the path {@code -}
     */
    public OpenInput open(Path directory, InputStream standardInput) throws ContractException {
        if (format == InputFormat.REGISTRY && Files.isDirectory(directory.resolve(path))) {
            return new InputReference(path, InputFormat.DIRECTORY, options).open(directory, standardInput);
        }
        return new InputOpening(this, directory, standardInput).open();
    }

    /** The Maven coordinates that follow the word {@code maven}. */
    public String coordinates() {
        return path.substring(InputFormat.MAVEN_PREFIX.length());
    }

    /** Whether the input is read from standard input. */
    public boolean isStandardInput() {
        return path.equals(STANDARD_INPUT);
    }

    /** An option that is true or false; absent is false. */
    public boolean flag(String option) throws ContractException {
        String value = options.getOrDefault(option, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw badOption(option, "true or false");
        }
        return value.equals("true");
    }

    /** An option that is a whole number; absent is zero. */
    int number(String option) throws ContractException {
        String value = options.getOrDefault(option, "0");
        if (!value.matches("[0-9]{1,9}")) {
            throw badOption(option, "a whole number");
        }
        return Integer.parseInt(value);
    }

    /** What to say of an option with a value that makes no sense. */
    ContractException badOption(String option, String expected) {
        return ContractException.of(
                Failure.CONFIGURATION,
                "Option \"%s\" of input \"%s\" must be %s, not \"%s\"."
                        .formatted(option, path, expected, options.getOrDefault(option, "")),
                "Correct or remove it.");
    }

    /** The input as it is written, without options. */
    @Override
    public String toString() {
        return path;
    }

    /** The input with its options, as it could be written. */
    public String written() {
        List<String> all = new ArrayList<>();
        if (format != InputFormat.of(path)) {
            all.add("format=" + format);
        }
        options.forEach((key, value) -> all.add(key + "=" + value));
        return all.isEmpty() ? path : path + "#" + String.join(",", all);
    }
}
