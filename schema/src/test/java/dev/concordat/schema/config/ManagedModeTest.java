package dev.concordat.schema.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.link.LinkingCompiler;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases {@code managed/cases/<case>}: a {@code buf.gen.yaml} for {@code managed/contracts}, and in {@code expected.txt} the options that buf 1.75.0 sends to
 * plugins with it, file by file, each in the order of its number.
 */
final class ManagedModeTest {
    private static final Path ROOT = Path.of("src/test/resources/managed");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("cases"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void setsWhatBufSets(Path folder) throws IOException, ContractException {
        String configuration = Files.readString(folder.resolve("buf.gen.yaml"));
        StringBuilder answer = new StringBuilder();
        for (ProtoFile file : managed(configuration).files()) {
            answer.append(file.path()).append('\n');
            file.descriptor().whole().getOptions().getAllFields().forEach((option, value) -> {
                answer.append("  %s = %s\n".formatted(option.getName(), value));
                assertEquals(
                        value.toString(), file.options().text(option.getName()).value());
            });
        }
        assertEquals(Files.readString(folder.resolve("expected.txt")), answer.toString(), folder.toString());
    }

    @Test
    void tellsNoPlaceForWhatIsWrittenNowhere() throws IOException, ContractException {
        String path = "d0/a_b-c.d.proto";
        ProtoFile written = managed("version: v2\n").file(path).orElseThrow();
        ProtoFile set =
                managed("version: v2\nmanaged: {enabled: true}\n").file(path).orElseThrow();
        assertEquals(
                5,
                written.options()
                        .text("java_package")
                        .location()
                        .startPosition()
                        .line());
        assertEquals(
                1, set.options().text("java_package").location().startPosition().line());
        // What says the same as managed mode would is still written.
        assertEquals(
                6,
                set.options()
                        .text("java_multiple_files")
                        .location()
                        .startPosition()
                        .line());
    }

    @Test
    void leavesThirdPartiesAlone() throws IOException, ContractException {
        WorkspaceListing listing = listing("version: v2\nmanaged: {enabled: true}\n");
        Schema schema = new LinkingCompiler()
                .compile(listing.load().files().stream()
                        .map(file -> new ContractFile(file.importPath(), Optional.empty(), file.text()))
                        .toList());
        for (ProtoFile file : listing.managed(schema).files()) {
            assertSame(schema.file(file.path()).orElseThrow(), file);
        }
    }

    @Test
    void namesEveryMistakeAndItsPlace() {
        assertRefused("""
                version: v2
                managed:
                  enabled: yes please
                  disable:
                    - {}
                    - {file_option: java_pakage}
                    - {field: a.B.c}
                    - {field_option: jstype, file_option: java_package}
                  override:
                    - {file_option: java_package, value: 3}
                    - {file_option: java_multiple_files, value: "true"}
                    - {file_option: optimize_for, value: speed}
                    - {file_option: go_package}
                    - {file_option: php_class_prefix, value: X}
                    - {file_option: java_package, value: x, module: pay, path: ../x}
                    - {field_option: jstype, field: a.B.c, value: STRING}
                    - {field_option: ctype, value: JS_STRING}
                    - {field_option: jstype, file_option: java_package, value: x}
                    - {file_option: java_package, value: x, path: a/}
                    - {file_option: java_package, value: x, path: a/../b}
                    - {file_option: java_package, value: x, path: .}
                  overide: []
                plugins: anything
                """, """
                buf.gen.yaml:3:12: "enabled" must be true or false, not text.
                buf.gen.yaml:5:7: The rule says nothing. Name an option, a module or a path; "enabled: false" leaves all alone.
                buf.gen.yaml:6:8: Unknown file option "java_pakage". Did you mean "java_package"?
                buf.gen.yaml:7:8: The rule names a field and no option of it; buf sets no option of any file then. Write "field_option: jstype", or leave the rule out.
                buf.gen.yaml:8:30: The rule is about fields as well as files. Write two rules.
                buf.gen.yaml:10:42: "value" must be text, not a number. Put it in quotes.
                buf.gen.yaml:11:49: "value" must be true or false, not text.
                buf.gen.yaml:12:35: "speed" is nothing that code can be optimized for. Write one of SPEED, CODE_SIZE, LITE_RUNTIME.
                buf.gen.yaml:13:7: "value" is not set.
                buf.gen.yaml:14:8: Unknown file option "php_class_prefix". Did you mean "objc_class_prefix"?
                buf.gen.yaml:15:45: "pay" is no name of a module. Write registry/owner/module.
                buf.gen.yaml:15:58: "../x" does not stay below the directory of this file. Write a relative path.
                buf.gen.yaml:16:44: A jstype is one of JS_NORMAL, JS_STRING, JS_NUMBER.
                buf.gen.yaml:17:8: Unknown field option "ctype". The one that is managed is jstype.
                buf.gen.yaml:18:30: The rule is about fields as well as files. Write two rules.
                buf.gen.yaml:19:45: "a/" is not the shortest way to write the path. Write "a".
                buf.gen.yaml:20:45: "a/../b" is not the shortest way to write the path. Write "b".
                buf.gen.yaml:22:3: Unknown key "overide". Did you mean "override"?
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java_multiple_files | yes        | buf.gen.yaml:5:14: "value" must be true or false, not text.
            java_multiple_files | '"no"'     | buf.gen.yaml:5:14: "value" must be true or false, not text.
            java_multiple_files | !!int yes  | buf.gen.yaml:5:14: "value" must be true or false, not a number.
            java_multiple_files | !!bool yes | buf.gen.yaml:5:14: "value" must be true or false, not a value that its tag does not fit.
            java_multiple_files | ~          | buf.gen.yaml:4:7: "value" is not set.
            java_package        | ~          | buf.gen.yaml:4:7: "value" is not set.
            java_package        | 1_000      | buf.gen.yaml:5:14: "value" must be text, not a number. Put it in quotes.
            java_package        | -0b1       | buf.gen.yaml:5:14: "value" must be text, not a number. Put it in quotes.
            java_package        | &a 0x_1    | buf.gen.yaml:5:14: "value" must be text, not a number. Put it in quotes.
            java_package        | 1_0.5e1    | buf.gen.yaml:5:14: "value" must be text, not a number. Put it in quotes.
            java_package        | .1_0       | buf.gen.yaml:5:14: "value" must be text, not a number. Put it in quotes.
            java_package        | 2026-1-02  | buf.gen.yaml:5:14: "value" must be text, not a time. Put it in quotes.
            java_package        | 2026-01-02t03:04:05.6-07:00 | buf.gen.yaml:5:14: "value" must be text, not a time. Put it in quotes.
            java_package        | ! true     | buf.gen.yaml:5:14: "value" must be text, not true or false. Put it in quotes.
            java_package        | ! 1_000    | buf.gen.yaml:5:14: "value" must be text, not a number. Put it in quotes.
            optimize_for        | null       | buf.gen.yaml:4:7: "value" is not set.
            '""'                | x          | buf.gen.yaml:4:7: "file_option" is not set.
            """)
    void refusesValuesOfAnotherKind(String option, String value, String expected) {
        assertRefused(
                "version: v2\nmanaged:\n  override:\n    - file_option: %s\n      value: %s\n".formatted(option, value),
                expected);
    }

    @ParameterizedTest
    @CsvSource({
        "com.x, com.x",
        "! com, com",
        "!!str 1_000, 1_000",
        "&a !!str true, true",
        "'\"0b1\"', 0b1",
        "_12, _12",
        "0b2, 0b2",
        "1:30, 1:30",
        "2026-13-45, 2026-13-45"
    })
    void takesForTextWhatBufDoes(String written, String value) throws ContractException {
        String text = "{version: v2, managed: {override: [{file_option: java_package, value: %s}]}}".formatted(written);
        assertEquals(
                List.of(value),
                ManagedMode.parse("buf.gen.yaml", text.getBytes(UTF_8)).overrides().stream()
                        .map(ManagedMode.Overridden::value)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'version: ""' | buf.gen.yaml:1:2: "version" is not set.
            version: v2, managed: {enabled: !!bool yes} | buf.gen.yaml:1:34: "enabled" must be true or false, not a value that its tag does not fit.
            version: v2, managed: {enabled: !!int yes} | buf.gen.yaml:1:34: "enabled" must be true or false, not a number.
            version: v2, managed: {disable: [{path: ""}]} | buf.gen.yaml:1:35: The rule says nothing. Name an option, a module or a path; "enabled: false" leaves all alone.
            version: v2, managed: {disable: [{field_option: ~}]} | buf.gen.yaml:1:35: The rule says nothing. Name an option, a module or a path; "enabled: false" leaves all alone.
            version: v1, managed: {override: {JAVA_MULTIPLE_FILES: {a.proto: yes}}} | buf.gen.yaml:1:58: "a.proto" must be true or false, not "yes".
            version: v1, managed: {override: {JAVA_MULTIPLE_FILES: {a.proto: ~}}} | buf.gen.yaml:1:58: "a.proto" is not set.
            version: v2, managed: {enabled: !!null x} | buf.gen.yaml:1:34: "enabled" must be true or false, not a value that its tag does not fit.
            version: v1, managed: {java_package_prefix: {default: x, except: [""]}} | buf.gen.yaml:1:59: "" is no name of a module. Write registry/owner/module.
            version: v1, managed: {override: {OPTIMIZE_FOR: {a.proto: ~}}} | buf.gen.yaml:1:51: "a.proto" is not set.
            """)
    void refusesWhatBufRefusesElsewhere(String text, String expected) {
        assertRefused("{" + text + "}", expected);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "'\"true\"', true",
        "1, true",
        "t, true",
        "FALSE, false",
        "'\"0\"', false",
        "!!str f, false"
    })
    void takesForTrueOfOneFileWhatGoDoes(String written, String value) throws ContractException {
        String text = "{version: v1, managed: {override: {JAVA_MULTIPLE_FILES: {a.proto: %s}}}}".formatted(written);
        assertEquals(
                List.of(value),
                ManagedMode.parse("buf.gen.yaml", text.getBytes(UTF_8)).overrides().stream()
                        .map(ManagedMode.Overridden::value)
                        .toList());
    }

    @Test
    void takesAnEmptyModuleOrPathForNone() throws ContractException {
        String text =
                "{version: v2, managed: {override: [{file_option: java_package, value: x, module: '', path: ''}]}}";
        assertEquals(
                List.of(new ManagedMode.Overridden(ManagedMode.Scope.ALL, "java_package", "x")),
                ManagedMode.parse("buf.gen.yaml", text.getBytes(UTF_8)).overrides());
    }

    private static void assertRefused(String text, String expected) {
        try {
            ManagedMode.parse("buf.gen.yaml", text.getBytes(UTF_8));
            assertEquals(expected, "read");
        } catch (ContractException e) {
            assertEquals(expected.strip(), e.getMessage());
        }
    }

    private static Schema managed(String configuration) throws ContractException {
        WorkspaceListing listing = listing(configuration);
        return listing.managed(new LinkingCompiler().compile(listing.load().files()));
    }

    private static WorkspaceListing listing(String configuration) throws ContractException {
        return WorkspaceListing.of(new Configured(new DirectoryTree(ROOT.resolve("contracts"), ""), configuration), "");
    }

    /** A tree with a buf.gen.yaml of its own. */
    private record Configured(FileTree tree, String configuration) implements FileTree {
        @Override
        public String description() {
            return tree.description();
        }

        @Override
        public List<String> files(String directory) throws ContractException {
            return tree.files(directory);
        }

        @Override
        public Optional<byte[]> read(String path) throws ContractException {
            return path.equals("buf.gen.yaml") ? Optional.of(configuration.getBytes(UTF_8)) : tree.read(path);
        }
    }
}
