package dev.concordat.waiver;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.FileReason;
import dev.concordat.schema.source.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The waivers.yaml of a working tree, to be changed record by record: comments and whatever else people wrote stay as they are. */
public final class WaiversFile {
    private final Path root;
    private final String printedPath;

    /**
     * The file of a working tree, which need not be there.
     *
     * @param printedPrefix what precedes its name when it is printed
     */
    public WaiversFile(Path root, String printedPrefix) {
        this.root = root;
        this.printedPath = printedPrefix + WaiversYaml.FILE;
    }

    /** Adds waivers, each before the first with a larger fingerprint, so that two branches seldom change the same lines; one for the same finding is replaced. */
    public void add(Collection<Waiver> added) throws ContractException {
        for (Waiver waiver : added) {
            remove(waivers().stream()
                    .filter(known -> isSameFinding(known, waiver))
                    .toList());
            List<Waiver> before = waivers();
            List<Waiver> expected = new ArrayList<>(before);
            int index = (int) before.stream()
                    .takeWhile(known -> known.fingerprint().compareTo(waiver.fingerprint()) <= 0)
                    .count();
            expected.add(index, waiver);
            write(new WaiversText(text()).with(before, index, waiver), expected);
        }
    }

    /** Removes waivers that are in the file. */
    public void remove(Collection<Waiver> removed) throws ContractException {
        // From the end, so that the places of the others stay right.
        List<Waiver> fromTheEnd = removed.stream()
                .sorted(Comparator.comparing((Waiver waiver) -> waiver.place().line())
                        .reversed())
                .toList();
        for (Waiver waiver : fromTheEnd) {
            List<Waiver> expected = new ArrayList<>(waivers());
            expected.remove(waiver);
            write(new WaiversText(text()).without(waiver), expected);
        }
    }

    private static boolean isSameFinding(Waiver one, Waiver other) {
        return one.fingerprint().equals(other.fingerprint()) && one.module().equals(other.module());
    }

    private List<Waiver> waivers() throws ContractException {
        Optional<byte[]> content = content();
        return content.isPresent() ? WaiversYaml.parse(printedPath, content.get()) : List.of();
    }

    private String text() throws ContractException {
        return content().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    private Optional<byte[]> content() throws ContractException {
        return new DirectoryTree(root, printedPath).read(WaiversYaml.FILE);
    }

    private void write(String text, List<Waiver> expected) throws ContractException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!lines(expected).equals(linesOf(bytes))) {
            throw ContractException.at(
                    Failure.CONFIGURATION,
                    Place.of(printedPath),
                    "The waivers are not laid out with a key on each line, so nothing was changed.",
                    "Lay them out as \"concordat waive\" does in a new file.");
        }
        try {
            WholeFile.write(root.resolve(WaiversYaml.FILE), bytes);
        } catch (IOException e) {
            throw ContractException.at(
                    Failure.NO_ANSWER,
                    Place.of(printedPath),
                    "The file cannot be written: " + FileReason.of(e) + ".",
                    "Check permissions and space.");
        }
    }

    /** What the text holds; nothing when it is not readable any more. */
    private List<List<Object>> linesOf(byte[] bytes) {
        try {
            return lines(WaiversYaml.parse(printedPath, bytes));
        } catch (ContractException e) {
            return List.of(List.of(e.problems()));
        }
    }

    private static List<List<Object>> lines(List<Waiver> waivers) {
        return waivers.stream()
                .map(waiver ->
                        List.<Object>of(waiver.module(), waiver.file(), waiver.rule(), waiver.finding(), waiver.line()))
                .toList();
    }
}
