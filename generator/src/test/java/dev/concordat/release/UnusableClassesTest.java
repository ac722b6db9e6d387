package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be released is told by the plan, where its author can act. */
final class UnusableClassesTest {
    @TempDir
    private Path directory;

    @Test
    void refusesContractsWhoseClassesCannotBeTheFirstThatAreUsed() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        String text = """
                edition = "2023";
                package route.v1;
                import "google/protobuf/java_features.proto";
                import "google/protobuf/descriptor.proto";
                message Route { string id = 1 [features.(pb.java).utf8_validation = VERIFY]; }
                """;
        clone.write(ContractClone.path("route"), text).commit();
        Plan plan = clone.plan();
        assertFalse(plan.isAcceptable());
        assertEquals(
                List.of(
                        "contracts/route/route/v1/route.proto:3:1: \"google/protobuf/java_features.proto\" is imported first, and a program that "
                                + "uses the Java classes of this file before others of protobuf would fail: protobuf-java cannot initialise its Java features "
                                + "first. Import \"google/protobuf/descriptor.proto\" before it, or, in edition 2024, write \"import option\"."),
                plan.problems().stream().map(Object::toString).toList());

        List<String> lines = text.lines().toList();
        clone.write(
                        ContractClone.path("route"),
                        String.join("\n", lines.get(0), lines.get(1), lines.get(3), lines.get(2), lines.get(4)))
                .commit();
        assertEquals(List.of(), clone.plan().problems());

        clone.write(
                        ContractClone.path("route"),
                        String.join("\n", lines.get(0), lines.get(1), lines.get(2), lines.get(4))
                                .replace("2023", "2024")
                                .replace("import ", "import option "))
                .commit();
        assertEquals(List.of(), clone.plan().problems());
    }

    @Test
    void refusesContractsWhoseClassesDoNotCompile() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        clone.proto("route", "", "message Route {\n  string id = 1;\n  bytes id_bytes = 2;\n}")
                .commit();
        Plan plan = clone.plan();
        assertFalse(plan.isAcceptable());
        assertEquals(
                List.of(
                        "contracts/route/route/v1/route.proto:6:3: Field 2 \"id_bytes\" of \"route.v1.Route\" and the bytes of field \"id\" "
                                + "both have the name IdBytes in Java, which does not compile. Give one of them another name, and for a field "
                                + "\"json_name\" if data in JSON has it; no stubs can be released with both."),
                plan.problems().stream().map(Object::toString).toList());
    }

    @Test
    void acceptsClassesThatStayInPlaceByTheWordsOfTheRule() throws IOException, ContractException {
        ContractClone clone = ContractClone.released(directory, "route");
        String text =
                "edition = \"2024\";\npackage route.v1;\nimport public \"google/protobuf/any.proto\";\nIMPORT\nmessage Route {\nOPTION\nstring id = 1; }\n";
        clone.write(ContractClone.path("route"), text.replace("IMPORT", "").replace("OPTION", ""))
                .commit();
        Matcher remedy = messages(clone.plan(), "FILE_SAME_JAVA_MULTIPLE_FILES")
                .map(
                        Pattern.compile("Set (features\\S+ = YES) on each declaration, with (.*?) as its last import;")
                                ::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        clone.write(
                        ContractClone.path("route"),
                        text.replace("IMPORT", remedy.group(2) + ";")
                                .replace("OPTION", "option " + remedy.group(1) + ";"))
                .commit();
        Plan plan = clone.plan();
        assertEquals(List.of(), plan.problems());
        assertEquals(List.of(), messages(plan, "FILE_SAME_JAVA_MULTIPLE_FILES").toList());
    }

    private static Stream<String> messages(Plan plan, String rule) {
        return plan.violations().stream()
                .filter(violation -> violation.ruleId().equals(rule))
                .map(Violation::message);
    }
}
