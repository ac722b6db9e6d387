package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.link.LinkingCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields have the names that protoc's generator for Java gives them; where a protoc is at hand, it is asked. */
final class JavaFieldsTest {
    private static final String EDITION = "edition = \"2023\"; import \"google/protobuf/java_features.proto\";";
    private static final Map<String, String> HEADERS =
            Map.of("2023", EDITION, "LEGACY", EDITION + " option LEGACY = true;");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proto3 | repeated int32 foo = 2;                                   | Foo
            proto3 | repeated int32 foo = 2; int32 foo_count = 3;              | Foo2 FooCount3
            proto3 | int32 foo_count = 3; repeated int32 foo = 2;              | Foo2 FooCount3
            proto3 | repeated int32 foo = 2; repeated int32 foo_count = 3;     | Foo FooCount
            proto3 | repeated int32 foo = 2; string foo_list = 3;              | Foo2 FooList3
            proto3 | map<string, int32> foo = 2; int32 foo_count = 3;          | Foo2 FooCount3
            proto3 | repeated int32 foo = 2; map<string, int32> foo_count = 3; | Foo FooCount
            proto3 | int32 foo = 2; int32 foo_count = 3;                       | Foo FooCount
            proto3 | E foo = 2; int32 foo_value = 3;                           | Foo2 FooValue3
            proto3 | repeated E foo = 2; repeated int32 foo_value = 3;         | Foo2 FooValue3
            proto3 | map<string, E> foo = 2; int32 foo_value = 3;              | Foo FooValue
            proto3 | oneof x { E foo = 2; int32 foo_value = 3; }               | Foo2 FooValue3
            proto3 | string foo = 2; int32 foo_bytes = 3;                      | Foo FooBytes
            proto2 | optional E foo = 2; optional int32 foo_value = 3;         | Foo FooValue
            proto2 | optional int32 foo_bar = 2; optional int32 fooBar = 3;    | FooBar2 FooBar3
            proto2 | repeated int32 foo = 2; optional group FooCount = 3 { }   | Foo2 FooCount3
            2023   | E foo = 2; int32 foo_value = 3;                           | Foo2 FooValue3
            2023   | E foo = 2 [LEGACY = true]; int32 foo_value = 3;           | Foo FooValue
            LEGACY | E foo = 2; int32 foo_value = 3;                           | Foo FooValue
            LEGACY | E foo = 2 [LEGACY = false]; int32 foo_value = 3;          | Foo2 FooValue3
            """)
    void callsFieldsAsProtocDoes(String syntax, String fields, String expected, @TempDir Path scratch)
            throws IOException, InterruptedException, ContractException {
        ContractFile file = file(syntax, fields);
        Schema schema = new LinkingCompiler().compile(List.of(file));
        Message message = schema.message("M").orElseThrow();
        Map<Integer, String> names =
                new TreeMap<>(JavaFields.names(message, field -> JavaFields.hasOpenEnum(field, message, schema)));
        assertEquals(expected, String.join(" ", names.values()));
        String source =
                GeneratedJava.of(file, scratch).values().stream().findFirst().orElse("");
        for (String name : names.values()) {
            assertTrue(
                    source.isEmpty() || source.matches("(?s).* get" + name + "(List|Map)?\\(.*"), () -> fields + name);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proto2 | optional E foo = 2;                        | false
            proto3 | E foo = 2;                                 | true
            proto3 | repeated E foo = 2;                        | true
            proto3 | map<string, E> foo = 2;                    | true
            proto3 | map<string, string> foo = 2;               | false
            2023   | repeated E foo = 2 [LEGACY = true];        | false
            2023   | map<string, E> foo = 2;                    | true
            2023   | map<string, E> foo = 2 [LEGACY = true];    | false
            LEGACY | map<string, E> foo = 2;                    | false
            LEGACY | map<string, E> foo = 2 [LEGACY = false];   | true
            """)
    void methodsForNumbersOfEnumsAreWhereProtocHasThem(
            String syntax, String fields, boolean expected, @TempDir Path scratch)
            throws IOException, InterruptedException, ContractException {
        ContractFile file = file(syntax, fields);
        Schema schema = new LinkingCompiler().compile(List.of(file));
        Message message = schema.message("M").orElseThrow();
        assertEquals(expected, JavaFields.hasOpenEnum(message.fields().get(0), message, schema));
        String source =
                GeneratedJava.of(file, scratch).values().stream().findFirst().orElse("");
        assertTrue(source.isEmpty() || source.matches("(?s).* getFooValue(OrThrow)?\\(.*") == expected, source);
    }

    private static ContractFile file(String syntax, String fields) {
        String text = (HEADERS.getOrDefault(syntax, "syntax = \"" + syntax + "\";") + " enum E { Z = 0; } message M { "
                        + fields + " }")
                .replace("LEGACY", "features.(pb.java).legacy_closed_enum");
        return new ContractFile(
                "a.proto", Optional.of("."), new SourceText("a.proto", text.getBytes(StandardCharsets.UTF_8)));
    }
}
