package dev.concordat.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.link.LinkingCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classes are where protoc's generator for Java puts them; where a protoc is at hand, it is asked. */
final class JavaClassesTest {
    private static final Pattern INNER = Pattern.compile("^  public .*(?:class|enum) (\\w+)", Pattern.MULTILINE);
    private static final String NESTED = "option features.(pb.java).nest_in_file_class = YES;";
    private static final String FEATURES =
            "import option \"google/protobuf/java_features.proto\"; option java_generic_services = true;";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            foo.proto         | syntax = "proto2"; message M { } enum E { Z = 0; }                                      | Foo, Foo.E, Foo.M
            foo.proto         | syntax = "proto3"; option java_multiple_files = true; message M { } enum E { Z = 0; }   | E, Foo, M
            foo.proto         | syntax = "proto3"; option java_multiple_files = false; message M { }                    | Foo, Foo.M
            foo.proto         | syntax = "proto3"; option java_outer_classname = "Bar"; message Foo { }                 | Bar, Bar.Foo
            foo.proto         | syntax = "proto3"; message M { message N { message Foo { } } }                          | FooOuterClass, FooOuterClass.M
            foo.proto         | syntax = "proto3"; message M { enum Foo { Z = 0; } }                                    | FooOuterClass, FooOuterClass.M
            foo.proto         | syntax = "proto3"; message M { message FOO { } }                                        | Foo, Foo.M
            foo.proto         | edition = "2023"; message M { } service Foo { rpc Get(M) returns (M); }                 | FooOuterClass, FooOuterClass.M
            a/fOO_b.c-d9e     | edition = "2023"; message M { }                                                         | FOOBCD9E, FOOBCD9E.M
            foo.proto         | edition = "2024"; message M { message N { } } enum E { E_UNSPECIFIED = 0; }             | E, FooProto, M
            a/foo_proto.proto | edition = "2024"; message M { }                                                         | FooProtoProto, M
            foo.proto         | edition = "2024"; option java_outer_classname = "Foo"; message M { }                    | Foo, M
            foo.proto         | edition = "2024"; FEATURES message M { NESTED } enum E { E_UNSPECIFIED = 0; }           | E, FooProto, FooProto.M
            foo.proto         | edition = "2024"; FEATURES message M { } enum E { NESTED E_UNSPECIFIED = 0; }           | FooProto, FooProto.E, M
            foo.proto         | edition = "2024"; FEATURES message M { } service S { NESTED rpc Get(M) returns (M); }   | FooProto, FooProto.S, M
            foo.proto         | edition = "2024"; FEATURES message M { NESTED } service S { rpc Get(M) returns (M); }   | FooProto, FooProto.M, S
            """)
    void putsClassesWhereProtocDoes(String path, String text, String expected, @TempDir Path scratch)
            throws IOException, InterruptedException, ContractException {
        String name = path.endsWith(".proto") ? path : path + ".proto";
        ContractFile file = new ContractFile(
                name,
                Optional.of("."),
                new SourceText(
                        name,
                        text.replace("FEATURES", FEATURES)
                                .replace("NESTED", NESTED)
                                .getBytes(StandardCharsets.UTF_8)));
        Schema schema = new LinkingCompiler().compile(List.of(file));
        assertEquals(expected, ours(schema.file(name).orElseThrow()));
        TreeSet<String> theirs = new TreeSet<>();
        GeneratedJava.of(file, scratch).forEach((type, source) -> theirs.addAll(classes(type, source)));
        if (!theirs.isEmpty()) {
            assertEquals(expected, String.join(", ", theirs));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024 |               | message M { enum E { E_UNSPECIFIED = 0; } }             | false
            2024 |               | message M { enum E { LARGE = true; E_UNSPECIFIED = 0; } } | true
            2024 |               | enum E { LARGE = true; E_UNSPECIFIED = 0; }              | true
            2024 | LARGE = true; | enum E { E_UNSPECIFIED = 0; }                           | true
            2024 | LARGE = true; | enum E { LARGE = false; E_UNSPECIFIED = 0; }             | false
            2023 |               | enum E { E_UNSPECIFIED = 0; }                           | false
            """)
    void makesClassesOfLargeEnumsAsProtocDoes(
            String edition, @Nullable String option, String text, boolean large, @TempDir Path scratch)
            throws IOException, InterruptedException, ContractException {
        String contract = "edition = \"%s\"; import \"google/protobuf/java_features.proto\"; %s %s"
                .formatted(edition, option == null ? "" : option, text)
                .replace("LARGE", "option features.(pb.java).large_enum");
        ContractFile file = new ContractFile(
                "a.proto", Optional.of("."), new SourceText("a.proto", contract.getBytes(StandardCharsets.UTF_8)));
        Schema schema = new LinkingCompiler().compile(List.of(file));
        assertEquals(
                large,
                JavaClasses.isLargeEnum(
                        schema.file("a.proto").orElseThrow(),
                        schema.enums().stream().findFirst().orElseThrow()));
        String sources = String.join("", GeneratedJava.of(file, scratch).values());
        if (!sources.isEmpty()) {
            assertEquals(large, !sources.contains(" enum E"));
        }
    }

    /** The others are fields, which no switch can have for a case. */
    @Test
    void makesAConstantOfTheFirstValueOfANumber(@TempDir Path scratch)
            throws IOException, InterruptedException, ContractException {
        ContractFile file = new ContractFile(
                "a.proto",
                Optional.of("."),
                new SourceText(
                        "a.proto",
                        "syntax = \"proto3\"; enum E { option allow_alias = true; Z = 0; Y = 0; B = 2; A = 2; C = 3; }"
                                .getBytes(StandardCharsets.UTF_8)));
        EnumType enumType =
                new LinkingCompiler().compile(List.of(file)).enumType("E").orElseThrow();
        String sources = String.join("", GeneratedJava.of(file, scratch).values());
        for (EnumValue value : sources.isEmpty() ? List.<EnumValue>of() : enumType.values()) {
            String name = value.name().value();
            boolean first = enumType.values(value.number()).get(0).equals(value);
            assertEquals(first, sources.contains("    %s(".formatted(name)), name);
            assertEquals(!first, sources.contains("public static final E %s = ".formatted(name)), name);
        }
    }

    private static String ours(ProtoFile file) {
        TreeSet<String> classes = new TreeSet<>();
        String outer = JavaClasses.outerClass(file);
        classes.add(outer);
        file.messages().forEach(message -> classes.add(place(file, message.options(), message.name(), outer)));
        file.enums().forEach(enumType -> classes.add(place(file, enumType.options(), enumType.name(), outer)));
        if (file.options().isTrue("java_generic_services")) {
            file.services().forEach(service -> classes.add(place(file, service.options(), service.name(), outer)));
        }
        return String.join(", ", classes);
    }

    private static String place(ProtoFile file, Options options, Located<String> name, String outer) {
        return JavaClasses.isInOuterClass(file, options) ? outer + "." + name.value() : name.value();
    }

    /** The class of a source, and those that an outer class holds, told by their indentation. */
    private static List<String> classes(String name, String source) {
        if (name.endsWith("OrBuilder")) {
            return List.of();
        }
        List<String> classes = new ArrayList<>(List.of(name));
        if (source.contains("registerAllExtensions")) {
            INNER.matcher(source).results().forEach(found -> classes.add(name + "." + found.group(1)));
        }
        return classes;
    }
}
