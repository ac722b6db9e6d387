package dev.concordat.schema.protoc;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what protoc prints into problems at the places where their authors wrote them. */
final class ProtocDiagnostics {
    private static final Pattern LOCATED = Pattern.compile("^(.+?\\.proto):(\\d+):(\\d+): (.*)$");
    private static final Pattern FILE = Pattern.compile("^(.+?\\.proto): (.*)$");
    private static final Pattern MISSING_IMPORT = Pattern.compile("^Import \"(.*)\" was not found or had errors\\.$");
    private static final Pattern DEFINED_TWICE = Pattern.compile("^\"(.*)\" is already defined in file \"(.*)\"\\.$");

    private static final String PREFIX = ProtocCompiler.DIRECTORY + "/";

    private ProtocDiagnostics() {}

    /** The problems in protoc's output, in its order, without warnings. */
    static List<Problem> problems(String output, Map<String, ContractFile> sources) {
        List<Problem> problems = new ArrayList<>();
        output.lines()
                .map(line -> line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line)
                .forEach(line -> problem(line, sources).ifPresent(problems::add));
        return problems;
    }

    private static Optional<Problem> problem(String line, Map<String, ContractFile> sources) {
        Matcher located = LOCATED.matcher(line);
        if (located.matches()) {
            String message = located.group(4);
            return message.startsWith("warning:")
                    ? Optional.empty()
                    : explained(
                            place(
                                    located.group(1),
                                    Integer.parseInt(located.group(2)),
                                    Integer.parseInt(located.group(3)),
                                    sources),
                            message,
                            sources);
        }
        Matcher whole = FILE.matcher(line);
        if (!whole.matches() || whole.group(2).startsWith("warning:")) {
            return Optional.empty();
        }
        // The file that imports it is told as well, with the line to mend.
        return whole.group(2).equals("File not found.") && !sources.containsKey(whole.group(1))
                ? Optional.empty()
                : explained(place(whole.group(1), 0, 0, sources), whole.group(2), sources);
    }

    private static Optional<Problem> explained(Place place, String message, Map<String, ContractFile> sources) {
        Matcher missing = MISSING_IMPORT.matcher(message);
        if (missing.matches()) {
            return sources.containsKey(missing.group(1))
                    ? Optional.empty()
                    : Optional.of(Problem.at(
                            place,
                            "Import \"%s\" is in no module of buf.yaml and is not built in."
                                    .formatted(missing.group(1)),
                            "Correct the path, or add the module that holds it to buf.yaml."));
        }
        Matcher twice = DEFINED_TWICE.matcher(message);
        if (twice.matches()) {
            ContractFile other = sources.get(twice.group(2));
            String where = other == null ? twice.group(2) : other.text().path();
            return Optional.of(Problem.at(
                    place,
                    "\"%s\" is defined in %s too.".formatted(twice.group(1), where),
                    "Keep one of the two and import it."));
        }
        return Optional.of(Problem.at(place, message, ""));
    }

    private static Place place(String importPath, int line, int column, Map<String, ContractFile> sources) {
        ContractFile file = sources.get(importPath);
        if (file == null) {
            return new Place(importPath, line, column);
        }
        if (line == 0) {
            return Place.of(file.text().path());
        }
        Position position = file.text().position(file.text().offsetAt(line - 1, column - 1));
        return new Place(file.text().path(), position.line(), position.column());
    }
}
