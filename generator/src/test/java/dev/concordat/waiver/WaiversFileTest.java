package dev.concordat.waiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WaiversFileTest {
    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32);
    private static final String C = "c".repeat(32);

    @TempDir
    private Path directory;

    @Test
    void beginsAFileThatSaysWhatItIs() throws IOException, ContractException {
        add(waiver(B, "Say \"no\" to C:\\temp."));
        assertEquals("""
                # Breaks that were reviewed and accepted; "concordat waive" adds and removes them. A release uses them up.
                version: v1
                waivers:
                  - fingerprint: "%s"
                    module: "shop"
                    file: "shop/v1/order.proto"
                    rule: FIELD_NO_DELETE
                    finding: "Field 2 \\"b\\" was deleted."
                    reason: "Say \\"no\\" to C:\\\\temp."
                    owner: "@shop"
                    expires: 2027-01-31
                    wire: true
                """.formatted(B), text());
        assertEquals("Say \"no\" to C:\\temp.", read().get(0).reason());
    }

    @Test
    void keepsRecordsInTheOrderOfTheirFingerprints() throws IOException, ContractException {
        add(waiver(C, "Third."), waiver(A, "First."), waiver(B, "Second."));
        assertEquals(List.of("First.", "Second.", "Third."), reasons());
        add(waiver(B, "Instead."));
        assertEquals(List.of("First.", "Instead.", "Third."), reasons());
    }

    @Test
    void keepsWhatPeopleWrote() throws IOException, ContractException {
        add(waiver(A, "First."), waiver(C, "Third."));
        String written = text().replace("  - fingerprint: \"c", "  # About the third.\n  - fingerprint: \"c")
                .replace("version: v1", "version: v1 # of this format");
        write(written + "# The end.\n");
        add(waiver(B, "Second."));
        remove(A);
        assertEquals(List.of("Second.", "Third."), reasons());
        assertTrue(text().contains("version: v1 # of this format\n"), text());
        assertTrue(text().contains("    wire: true\n  # About the third.\n  - fingerprint: \"c"), text());
        assertTrue(text().endsWith("\n# The end.\n"), text());
        remove(C);
        assertTrue(!text().contains("About the third"), text());
        remove(B);
        assertEquals(List.of(), read());
        add(waiver(A, "Again."));
        assertEquals(List.of("Again."), reasons());
    }

    @Test
    void leavesAloneWhatIsNoPartOfARecord() throws IOException, ContractException {
        add(waiver(A, "First."), waiver(B, "Second."));
        String written = text().replace("waivers:\n", "waivers:\n# Of the shop.\n")
                .replace("    reason: \"First.\"", "\n    reason: \"First.\"")
                .replace("  - fingerprint: \"b", "\n# Of the shelf.\n  - fingerprint: \"b");
        write(written);
        remove(A);
        assertEquals(List.of("Second."), reasons());
        assertTrue(text().contains("waivers:\n# Of the shop.\n# Of the shelf.\n  - fingerprint: \"b"), text());
        add(waiver(A, "Again."));
        assertTrue(text().contains("waivers:\n# Of the shop.\n# Of the shelf.\n  - fingerprint: \"a"), text());
    }

    @Test
    void removesTheCommentsAtTheTopOfAFileWithARecord() throws IOException, ContractException {
        add(waiver(A, "First."));
        String record = text().substring(text().indexOf("  - "));
        write("waivers:\n  # About the first.\n\n  # And more.\n" + record + "version: v1\n");
        remove(A);
        assertEquals("waivers:\n  # About the first.\n\nversion: v1\n", text());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1, 0x1F, ' ', '~', 0x7F, 0x85, 0x9F, 0xA0, 0x2028, 0x1F600})
    void readsEveryCharacterOfAFileNameAsItWasWritten(int character) throws IOException, ContractException {
        String name = "a" + Character.toString(character) + "b.proto";
        add(new Waiver(
                A, "shop", name, "R", "Found.", "Reason.", "@shop", LocalDate.of(2027, 1, 31), false, Place.of("w")));
        assertEquals(name, read().get(0).file());
        boolean shown = character == ' ' || character == '~' || character > 0x9F;
        assertEquals(shown, text().contains(name));
    }

    @Test
    void fillsAListThatIsEmpty() throws IOException, ContractException {
        for (String empty : List.of("version: v1\n", "version: v1\nwaivers: []\n", "version: v1\nwaivers:\n\n")) {
            write(empty);
            add(waiver(A, "First."));
            assertEquals(List.of("First."), reasons());
        }
    }

    @Test
    void changesNothingThatIsLaidOutOtherwise() throws IOException, ContractException {
        String record =
                "{fingerprint: %s, module: shop, file: a.proto, rule: R, finding: f, reason: r, owner: o, expires: 2027-01-31}";
        String flow = "version: v1\nwaivers: [" + record.formatted(A) + ", " + record.formatted(C) + "]\n";
        write(flow);
        ContractException refused = assertThrows(ContractException.class, () -> add(waiver(B, "Second.")));
        assertEquals(Failure.CONFIGURATION, refused.failure());
        assertTrue(String.valueOf(refused.getMessage()).contains("nothing was changed"), refused.getMessage());
        assertThrows(ContractException.class, () -> remove(A));
        assertEquals(flow, text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: v1                | version: v2              | 2:1: Unknown version "v2" of waivers.yaml. Write v1.
            version: v1                | version: ""              | 2:1: "version" is not set.
            module: "shop"             | module: ""               | 5:5: "module" is not set.
            waivers:                   | waiver:                  | 3:1: Unknown key "waiver". Did you mean "waivers"?
            owner: "@shop"             | owners: "@shop"          | 4:5: "owner" is not set.
            reason: "First."           | reason: " "              | 9:5: "reason" is empty. Whoever reviews the waiver wants to know.
            reason: "First."           | reason: "One\\nTwo."     | 9:5: "reason" has more than one line, or characters that nobody sees.
            expires: 2027-01-31        | expires: 31.1.2027       | 11:5: "31.1.2027" is no date. Write one like 2027-01-31.
            expires: 2027-01-31        | expires: 2027-02-30      | 11:5: "2027-02-30" is no date. Write one like 2027-01-31.
            expires: 2027-01-31        | expires: 2027            | 11:14: "expires" must be text, not a number. Put it in quotes.
            wire: true                 | wire: sure               | 12:11: "wire" must be true or false, not text.
            fingerprint: "aaaa         | fingerprint: "gaaa       | 4:5: "gaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" is no fingerprint. They have 32 hexadecimal digits; "concordat waive" writes them.
            """)
    void saysWhatIsWrongWithARecord(String before, String after, String problem) throws IOException, ContractException {
        add(waiver(A, "First."));
        String text = text();
        assertTrue(text.contains(before), before);
        ContractException refused = assertThrows(
                ContractException.class,
                () -> WaiversYaml.parse(
                        "waivers.yaml",
                        text.replaceFirst(before, after.replace("\\", "\\\\")).getBytes(StandardCharsets.UTF_8)));
        assertEquals(Failure.CONFIGURATION, refused.failure());
        assertTrue(
                String.valueOf(refused.getMessage()).lines().anyMatch(line -> line.equals("waivers.yaml:" + problem)),
                refused.getMessage());
    }

    @Test
    void changesNothingThatCouldNotBeReadAfterwards() throws IOException, ContractException {
        String flow = "version: v1\nwaivers: [{module: a-shop, fingerprint: " + A
                + ",\n  file: a.proto, rule: R, finding: f, reason: r, owner: o, expires: 2027-01-31}]\n";
        write(flow);
        assertThrows(ContractException.class, () -> remove(A));
        assertEquals(flow, text());
    }

    @Test
    void writesNothingThatIsReadAsSomethingElse() throws IOException, ContractException {
        add(waiver(A, "First."));
        String before = text();
        assertThrows(ContractException.class, () -> add(waiver(B, "Half a letter: \uD800.")));
        assertEquals(before, text());
    }

    @Test
    void removesSeveralAtOnce() throws IOException, ContractException {
        add(waiver(A, "First."), waiver(B, "Second."), waiver(C, "Third."));
        new WaiversFile(directory, "").remove(read().subList(0, 2));
        assertEquals(List.of("Third."), reasons());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "fingerprint", "module", "reason", "owner", "expires"})
    void saysOnceThatAKeyIsMissing(String key) throws IOException, ContractException {
        add(waiver(A, "First."));
        String without = text().replaceFirst("(?m)^( *(- )?)" + key + ":.*$", "$1wire: true")
                .replaceFirst("    wire: true\n$", "");
        byte[] text = (key.equals("version") ? text().replace("version: v1\n", "") : without)
                .getBytes(StandardCharsets.UTF_8);
        ContractException refused =
                assertThrows(ContractException.class, () -> WaiversYaml.parse("waivers.yaml", text));
        assertEquals(
                List.of("\"" + key + "\" is not set."),
                String.valueOf(refused.getMessage())
                        .lines()
                        .map(line -> line.replaceFirst("^waivers.yaml:[0-9]+:[0-9]+: ", ""))
                        .toList());
    }

    @Test
    void keepsTheWaiverOfAnotherModule() throws IOException, ContractException {
        Waiver first = waiver(A, "First.");
        add(
                first,
                new Waiver(
                        A,
                        "shelf",
                        first.file(),
                        first.rule(),
                        first.finding(),
                        "Second.",
                        first.owner(),
                        first.expires(),
                        true,
                        first.place()));
        assertEquals(List.of("First.", "Second."), reasons());
        add(waiver(A, "Instead."));
        assertEquals(List.of("Second.", "Instead."), reasons());
    }

    @Test
    void refusesASecondWaiverForOneFinding() throws IOException, ContractException {
        add(waiver(A, "First."));
        String record = text().substring(text().indexOf("  - "));
        write(text() + record);
        ContractException refused = assertThrows(ContractException.class, this::read);
        assertEquals("waivers.yaml:13:5: This finding has a second waiver. Keep one of them.", refused.getMessage());
    }

    private void add(Waiver... waivers) throws ContractException {
        new WaiversFile(directory, "").add(List.of(waivers));
    }

    private void remove(String fingerprint) throws IOException, ContractException {
        new WaiversFile(directory, "")
                .remove(read().stream()
                        .filter(waiver -> waiver.fingerprint().equals(fingerprint))
                        .toList());
    }

    private List<Waiver> read() throws IOException, ContractException {
        return WaiversYaml.parse("waivers.yaml", text().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> reasons() throws IOException, ContractException {
        return read().stream().map(Waiver::reason).toList();
    }

    private String text() throws IOException {
        return Files.readString(directory.resolve("waivers.yaml"));
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("waivers.yaml"), text);
    }

    private static Waiver waiver(String fingerprint, String reason) {
        return new Waiver(
                fingerprint,
                "shop",
                "shop/v1/order.proto",
                "FIELD_NO_DELETE",
                "Field 2 \"b\" was deleted.",
                reason,
                "@shop",
                LocalDate.of(2027, 1, 31),
                true,
                Place.of("waivers.yaml"));
    }
}
