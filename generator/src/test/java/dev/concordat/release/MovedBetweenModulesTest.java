package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to another module is compared with what it was. */
final class MovedBetweenModulesTest {
    private static final String BEFORE = """
        syntax = "proto2";
        package shop.v1;
        message Order {
          extensions 100 to 200;
          optional string id = 1;
          optional int32 count = 2 [default = 5];
          optional string note = 3;
          optional int32 gone = 4;
        }
        enum Size { SMALL = 1; LARGE = 2; }
        service Shop { rpc Get(Order) returns (Order); rpc Delete(Order) returns (Order); }
        extend Order { optional int32 weight = 100; }
        """;
    private static final String AFTER = """
        syntax = "proto2";
        package shop.v1;
        message Order {
          extensions 100 to 200;
          oneof text { string id = 1; string note = 3; }
          optional int32 count = 2 [default = 6];
          required int32 priority = 5;
        }
        enum Size { SMALL = 1; }
        service Shop { rpc Get(Order) returns (Order); }
        extend Order { optional string weight = 100; }
        """;

    @TempDir
    private Path directory;

    @Test
    void inItsFile() throws IOException, ContractException {
        Plan plan = moved("FILE", "shop/v1/shop.proto");
        assertEquals(
                List.of(
                        "FILE_NO_DELETE",
                        "FIELD_NO_DELETE",
                        "FIELD_SAME_ONEOF",
                        "FIELD_SAME_ONEOF",
                        "FIELD_SAME_DEFAULT",
                        "MESSAGE_SAME_REQUIRED_FIELDS",
                        "ENUM_VALUE_NO_DELETE",
                        "RPC_NO_DELETE",
                        "FIELD_SAME_TYPE"),
                rules(plan));
    }

    @Test
    void inItsFileWithAnotherPackageAndOptions() throws IOException, ContractException {
        ContractClone clone = released("FILE");
        move(clone, "shop/v1/shop.proto", BEFORE.replace("shop.v1;", "shop.v2; option java_package = \"com.shop\";"))
                .commit();
        List<String> rules = rules(clone.plan());
        for (String rule : List.of("FILE_NO_DELETE", "FILE_SAME_PACKAGE", "FILE_SAME_JAVA_PACKAGE")) {
            assertTrue(rules.contains(rule), rule + " is not among " + rules);
        }
    }

    @Test
    void onTheWireInAFileOfAnotherName() throws IOException, ContractException {
        Plan plan = moved("WIRE", "shop/v1/order.proto");
        List<String> rules = rules(plan);
        for (String rule : List.of(
                "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
                "FIELD_SAME_ONEOF",
                "FIELD_SAME_DEFAULT",
                "MESSAGE_SAME_REQUIRED_FIELDS",
                "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED",
                "FIELD_WIRE_COMPATIBLE_TYPE")) {
            assertTrue(rules.contains(rule), rule + " is not among " + rules);
        }
        assertTrue(plan.breaks().stream().allMatch(Break::wire), plan.breaks().toString());
    }

    @Test
    void andIsFineWhenItIsTheSame() throws IOException, ContractException {
        ContractClone clone = released("WIRE");
        move(clone, "shop/v1/order.proto", BEFORE).commit();
        assertEquals(List.of(), rules(clone.plan()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        message Gone { optional int32 it = 1; } | message Gone { optional string it = 1; } | FIELD_WIRE_COMPATIBLE_TYPE
        enum Gone { NONE = 0; IT = 1; } | enum Gone { NONE = 0; } | ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED
        service Gone { rpc Get(Item) returns (Item); } | service Gone { rpc Get(stream Item) returns (Item); } | RPC_SAME_CLIENT_STREAMING
        extend Item { optional int32 it = 100; } | extend Item { optional string it = 100; } | FIELD_WIRE_COMPATIBLE_TYPE
        """)
    void alone(String before, String after, String rule) throws IOException, ContractException {
        ContractClone clone = released("WIRE");
        String shop = """
            syntax = "proto2";
            package shop.v1;
            message Item { optional %s id = 1; extensions 100 to 200; }
            """;
        String other = "syntax = \"proto2\";\npackage shop.v1;\nimport \"shop/v1/shop.proto\";\n";
        clone.write("contracts/shop/shop/v1/shop.proto", shop.formatted("int32"));
        clone.write("contracts/shop/shop/v1/gone.proto", other + before).commit();
        clone.release();
        Files.delete(clone.directory().resolve("contracts/shop/shop/v1/gone.proto"));
        clone.write("contracts/shop/shop/v1/shop.proto", shop.formatted("string"));
        clone.write("contracts/other/shop/v1/came.proto", other + after).commit();
        List<String> rules = rules(clone.plan());
        assertTrue(rules.contains(rule), rules.toString());
        assertEquals(
                rule.startsWith("FIELD") ? 2 : 1,
                Collections.frequency(rules, "FIELD_WIRE_COMPATIBLE_TYPE"),
                "what stays in its module is told once: " + rules);
    }

    @Test
    void aMoveIsToldOnce() throws IOException, ContractException {
        ContractClone clone = released("FILE");
        move(clone, "shop/v1/order.proto", BEFORE).commit();
        assertEquals(
                List.of("File \"shop/v1/shop.proto\" was deleted; \"shop/v1/order.proto\" declares what it did."
                        + " Restore it; contracts that import it no longer compile."),
                clone.plan().violations().stream().map(Violation::message).toList());
    }

    @Test
    void everyFileOfAPackageIsToldWhereverItWent() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop", "other");
        String type = "syntax = \"proto3\";\npackage sales.v1;\nmessage %s {}\n";
        clone.write("contracts/shop/sales/v1/a.proto", type.formatted("A"));
        clone.write("contracts/shop/sales/v1/b.proto", type.formatted("B")).commit();
        clone.release();
        clone.git("rm", "-rq", "contracts/shop/sales");
        clone.write("contracts/other/sales/v1/c.proto", type.formatted("A"));
        clone.write("contracts/other/sales/v1/b.proto", type.formatted("B")).commit();
        assertEquals(
                List.of(
                        "File \"sales/v1/a.proto\" was deleted; \"sales/v1/c.proto\" declares",
                        "File \"sales/v1/b.proto\" was moved to module"),
                beginnings(clone.plan()));

        clone.git("rm", "-q", "contracts/other/sales/v1/b.proto");
        clone.commit();
        assertEquals(
                List.of(
                        "File \"sales/v1/a.proto\" was deleted; \"sales/v1/c.proto\" declares",
                        "File \"sales/v1/b.proto\" was deleted. Restore it;"),
                beginnings(clone.plan()));
    }

    private static List<String> beginnings(Plan plan) {
        return plan.violations().stream()
                .map(violation -> violation.message().replaceFirst("(declares|module|it;) .*", "$1"))
                .toList();
    }

    @Test
    void modulesThatExchangeTheirDirectoriesLoseNothing() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "one", "two");
        clone.commit();
        clone.release();
        clone.git("mv", "contracts/one", "contracts/aside");
        clone.git("mv", "contracts/two", "contracts/one");
        clone.git("mv", "contracts/aside", "contracts/two");
        clone.write("concordat.yaml", """
            version: v1
            group: com.example.contracts
            modules:
              contracts/one: {id: two}
              contracts/two: {id: one}
            """);
        clone.write("contracts/one/two/v1/more.proto", "syntax = \"proto3\";\npackage two.v1;\nmessage More {}\n")
                .commit();
        Plan plan = clone.plan();
        assertEquals(List.of(), rules(plan));
        assertEquals(
                List.of("two/v1.1.0"),
                plan.due().stream().map(module -> module.tag().name()).toList());
    }

    @Test
    void modulesThatExchangeTheirIdsBreak() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "one", "two");
        clone.commit();
        clone.release();
        clone.write("concordat.yaml", """
            version: v1
            group: com.example.contracts
            modules:
              contracts/one: {id: two}
              contracts/two: {id: one}
            """).commit();
        Plan plan = clone.plan();
        assertEquals(List.of("FILE_NO_DELETE", "FILE_NO_DELETE"), rules(plan));
        assertEquals(
                List.of("two/v2.0.0", "one/v2.0.0"),
                plan.due().stream().map(module -> module.tag().name()).toList());
    }

    private Plan moved(String category, String file) throws IOException, ContractException {
        ContractClone clone = released(category);
        move(clone, file, AFTER).commit();
        return clone.plan();
    }

    private ContractClone released(String category) throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "shop", "other");
        clone.write(
                "buf.yaml", Files.readString(directory.resolve("buf.yaml")) + "breaking:\n  use: [" + category + "]\n");
        clone.write("contracts/shop/shop/v1/stays.proto", "syntax = \"proto3\";\npackage shop.v1;\n");
        clone.write("contracts/shop/shop/v1/shop.proto", BEFORE).commit();
        clone.release();
        return clone;
    }

    private static ContractClone move(ContractClone clone, String file, String content) throws IOException {
        Files.delete(clone.directory().resolve("contracts/shop/shop/v1/shop.proto"));
        return clone.write("contracts/other/" + file, content);
    }

    private static List<String> rules(Plan plan) {
        return plan.violations().stream().map(Violation::ruleId).toList();
    }
}
