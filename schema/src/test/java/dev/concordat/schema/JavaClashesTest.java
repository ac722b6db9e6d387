package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.link.LinkingCompiler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Told is what does not compile, and nothing else; where a protoc is at hand, it and the compiler are asked. */
final class JavaClashesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2023 | message M { string foo = 1; bytes foo_bytes = 2; }                                 | 1:47
            2023 | message M { string foo = 1; int32 foo_bytes = 2; }                                 | 1:47
            2023 | message M { bytes foo = 1; int32 foo_bytes = 2; }                                  |
            2023 | message M { string foo = 1; repeated bytes foo_bytes = 2; }                        |
            2023 | message M { repeated string foo = 1; bytes foo_bytes = 2; }                        |
            2023 | message M { repeated string foo = 1; repeated bytes foo_bytes = 2; }               | 1:56
            2023 | message M { string foo = 1; map<string, string> foo_bytes = 2; }                   | 1:47
            2023 | message M { map<string, string> foo = 1; string foo_bytes = 2; }                   |
            2023 | message M { oneof kind { string foo = 1; string foo_bytes = 2; } }                 | 1:60
            2023 | message M { string foo = 1; bytes fooBytes = 2; }                                  | 1:47
            2023 | message M { oneof kind { string foo = 1; } int32 kind_case = 2; }                  | 1:62
            2023 | message M { oneof kind { string foo = 1; } repeated int32 kind_case = 2; }         | 1:62
            2023 | message M { oneof kind { int32 foo = 1; } map<string, string> kind_case = 2; }     | 1:61
            2023 | message M { oneof a_kind { string foo = 1; bytes a_kind_case = 2; } }              | 1:62
            2023 | message M { } message MOrBuilder { }                                               | 1:33
            2023 | message M { } enum MOrBuilder { Z = 0; }                                           | 1:33
            2023 | enum M { Z = 0; } message MOrBuilder { }                                           |
            2023 | message M { message N { } message NOrBuilder { } }                                 | 1:45
            2023 | message M { message N { } } message NOrBuilder { }                                 |
            2023 | message M { map<string, string> n = 1; message NEntryOrBuilder { } }               |
            2024 | import option "google/protobuf/java_features.proto"; message M { } message MOrBuilder { option features.(pb.java).nest_in_file_class = YES; } |
            """)
    void tellsWhatDoesNotCompile(String edition, String text, @Nullable String place, @TempDir Path scratch)
            throws IOException, InterruptedException, ContractException {
        ContractFile file = new ContractFile(
                "a.proto",
                Optional.of("."),
                new SourceText(
                        "a.proto",
                        "edition = \"%s\"; %s".formatted(edition, text).getBytes(StandardCharsets.UTF_8)));
        Schema schema = new LinkingCompiler().compile(List.of(file));
        List<String> told = JavaClashes.problems(schema, schema.filesOf(".")).stream()
                .map(problem -> String.valueOf(problem.place().orElseThrow()))
                .toList();
        assertEquals(place == null ? List.of() : List.of("a.proto:" + place), told);
        SortedMap<String, String> sources = GeneratedJava.of(file, scratch);
        if (!sources.isEmpty()) {
            assertEquals(place == null, compiles(sources.keySet().stream().toList(), scratch));
        }
    }

    @Test
    void saysWhatIsThereTwice() throws ContractException {
        Schema schema = new LinkingCompiler()
                .compile(List.of(new ContractFile(
                        "a.proto",
                        Optional.of("."),
                        new SourceText(
                                "a.proto",
                                "syntax = \"proto3\"; message M { string foo = 1; bytes foo_bytes = 2; } message MOrBuilder { }"
                                        .getBytes(StandardCharsets.UTF_8)))));
        String remedy =
                "Give one of them another name, and for a field \"json_name\" if data in JSON has it; no stubs can be released with both.";
        assertEquals(
                List.of(
                        "a.proto:1:71: \"MOrBuilder\" and the interface of \"M\" in the file are both MOrBuilder in Java, which does not compile. "
                                + remedy,
                        "a.proto:1:48: Field 2 \"foo_bytes\" of \"M\" and the bytes of field \"foo\" both have the name FooBytes in Java, which does not compile. "
                                + remedy),
                JavaClashes.problems(schema, schema.files()).stream()
                        .map(Problem::toString)
                        .toList());
    }

    private static boolean compiles(List<String> classes, Path scratch) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path java = scratch.resolve("java");
        List<String> options = List.of(
                "-proc:none",
                "-d",
                scratch.toString(),
                "-sourcepath",
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        return compiler.getTask(
                        new StringWriter(),
                        null,
                        found -> {},
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null)
                                .getJavaFileObjects(classes.stream()
                                        .map(name -> java.resolve(name + ".java"))
                                        .toArray(Path[]::new)))
                .call();
    }
}
