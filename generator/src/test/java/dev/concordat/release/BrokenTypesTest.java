package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Element;
import dev.concordat.schema.Location;
import dev.concordat.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which types a violation is about decides which modules move to a new major version. */
final class BrokenTypesTest {
    private static final int MANY = 20_000;
    private static final String HEAD = "syntax = \"proto3\"; package p.v1; ";
    private static final String TWO =
            "message Outer { message Inner { string id = 2; } string name = 3; } message Other { string id = 5; } enum Color { RED = 0; } ";

    @Test
    void aFieldIsOfTheInnermostMessage() throws ContractException {
        assertEquals(Set.of("p.v1.Outer.Inner"), broken(TWO, TWO.replace("string id = 2", "int32 id = 2")));
        assertEquals(Set.of("p.v1.Outer"), broken(TWO, TWO.replace("string name = 3", "int32 name = 3")));
    }

    @Test
    void aFieldThatIsGoneIsOfItsMessage() throws ContractException {
        assertEquals(Set.of("p.v1.Other"), broken(TWO, TWO.replace("string id = 5;", "")));
    }

    @Test
    void aValueIsOfItsEnumWhateverIsAroundThat() throws ContractException {
        String before = "message Outer { enum Kind { NONE = 0; SOME = 2; } } ";
        assertEquals(Set.of("p.v1.Outer.Kind"), broken(before, before.replace("SOME", "ALL")));
    }

    @Test
    void aTypeThatIsGoneIsBroken() throws ContractException {
        assertEquals(
                Set.of("p.v1.Other"), broken(TWO, TWO.replace("message Other { string id = 5; }", "message New {}")));
        assertEquals(Set.of("p.v1.Color"), broken(TWO, TWO.replace("enum Color { RED = 0; }", "message New {}")));
    }

    @Test
    void anOptionOfAFileIsAboutEveryTypeInItAndNoneElsewhere() throws ContractException {
        Contracts previous = Contracts.of("m/a.proto", HEAD + TWO)
                .and("m/b.proto", HEAD + "message Elsewhere {} enum Far { F = 0; }");
        Contracts current = Contracts.of("m/a.proto", HEAD + "option java_package = \"x\"; " + TWO + " message New {}")
                .and("m/b.proto", HEAD + "message Elsewhere {} enum Far { F = 0; }");
        assertEquals(
                Set.of("p.v1.Outer", "p.v1.Outer.Inner", "p.v1.Other", "p.v1.Color", "p.v1.New"),
                broken(previous.compile(), current.compile(), "FILE"));
    }

    @Test
    void theSamePlaceInAnotherFileIsAnotherPlace() throws ContractException {
        String other = HEAD + "message Elsewhere { " + " ".repeat(500) + "}";
        assertEquals(
                Set.of("p.v1.Other"),
                broken(
                        Contracts.of("m/a.proto", HEAD + TWO)
                                .and("m/b.proto", other)
                                .compile(),
                        Contracts.of("m/a.proto", HEAD + TWO.replace("string id = 5", "int32 id = 5"))
                                .and("m/b.proto", other)
                                .compile(),
                        "FILE"));
    }

    @Test
    void aNumberThatComesBackIsOfTheMessageThatHasItNow() throws ContractException {
        Schema schema = Contracts.of("m/a.proto", HEAD + TWO).compile();
        Violation reuse = Violation.of(
                "FIELD_NUMBER_NO_REUSE",
                Optional.of(schema.message("p.v1.Other")
                        .orElseThrow()
                        .fields()
                        .get(0)
                        .numberLocation()),
                Optional.empty(),
                "It is back.");
        assertEquals(Set.of("p.v1.Other"), new BrokenTypes(schema, schema).of(List.of(reuse)));
    }

    @Test
    void anRpcThatComesBackIsAboutNoType() throws ContractException {
        Schema schema = Contracts.of(
                        "m/a.proto", HEAD + "message Order {} service Shop { rpc Get(Order) returns (Order); }")
                .compile();
        Violation reuse = Violation.of(
                "RPC_NAME_NO_REUSE",
                Optional.of(
                        schema.service("p.v1.Shop").orElseThrow().rpcs().get(0).location()),
                Optional.empty(),
                "It is back.");
        assertEquals(Set.of(), new BrokenTypes(schema, schema).of(List.of(reuse)));
    }

    @Test
    void anotherPackageBreaksTheTypesUnderTheirNameBeforeAndNow() throws ContractException {
        Schema previous = Contracts.of("m/a.proto", HEAD + "message Order {} service Shop {}")
                .compile();
        Schema current = Contracts.of(
                        "m/a.proto", "syntax = \"proto3\"; package p.v2; message Order {} service Shop {}")
                .compile();
        assertEquals(Set.of("p.v1.Order", "p.v2.Order"), broken(previous, current, "FILE_SAME_PACKAGE"));
    }

    @Test
    void aFileThatIsGoneTakesItsTypesAlong() throws ContractException {
        Schema previous = Contracts.of("m/a.proto", HEAD + TWO)
                .and("m/b.proto", HEAD + "message Stays {}")
                .compile();
        Schema current = Contracts.of("m/b.proto", HEAD + "message Stays {}").compile();
        assertEquals(
                Set.of("p.v1.Outer", "p.v1.Outer.Inner", "p.v1.Other", "p.v1.Color"),
                broken(previous, current, "FILE_NO_DELETE"));
    }

    @Test
    void aPackageThatIsGoneTakesTheTypesOfAllItsFilesAlong() throws ContractException {
        String stays = "syntax = \"proto3\"; package q.v1; message Stays {}";
        Schema previous = Contracts.of("m/a.proto", HEAD + "message One {}")
                .and("m/b.proto", HEAD + "message Two {}")
                .and("m/c.proto", stays)
                .compile();
        Schema current = Contracts.of("m/c.proto", stays).compile();
        assertEquals(Set.of("p.v1.One", "p.v1.Two"), broken(previous, current, "FILE_NO_DELETE"));
    }

    @Test
    void aFileThatAnotherModuleHasNowBreaksNoneOfItsTypes() throws ContractException {
        Contracts kept = Contracts.of("m/a.proto", HEAD + "message Stays {}");
        Schema previous = kept.and("m/b.proto", HEAD + "message Moved {}").compile();
        Schema current = new Schema(
                List.of(previous.files().get(0), previous.files().get(1).inModule("n")));
        assertEquals(Set.of(), broken(previous, current, "FILE_NO_DELETE"));
    }

    @Test
    void whatHappensInAServiceIsAboutNoType() throws ContractException {
        String before =
                "message Order {} message Part {} service Shop { rpc Get(Order) returns (Part); rpc Put(Part) returns (Part); } ";
        assertEquals(Set.of(), broken(before, before.replace("Get(Order)", "Get(Part)")));
        assertEquals(Set.of(), broken(before, before.replace("rpc Put(Part) returns (Part);", "")));
        assertEquals(Set.of(), broken(before, "message Order {} message Part {}"));
    }

    /** Twice as many take twice as long: anything quadratic would take minutes here. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void thousandsAreFoundWithoutLookingAtAllOthersEachTime() throws ContractException {
        Schema schema = Contracts.of(
                        "m/a.proto",
                        "syntax = \"proto2\"; package p.v1; message Extended { extensions 100000 to 200000; }"
                                + lines("message M%1$s { optional string id = 2; }")
                                + lines("extend Extended { optional string e%1$s = 1%1$s; }"))
                .compile();
        assertEquals(
                MANY + 1,
                brokenPlaces(schema, schema.messages().stream().map(Element::location))
                        .size());
        // What stands in no type is about all of its file.
        assertEquals(
                MANY + 1,
                brokenPlaces(schema, schema.extensions().stream().map(Element::location))
                        .size());
    }

    private static Set<String> brokenPlaces(Schema schema, Stream<Location> places) {
        return new BrokenTypes(schema, schema)
                .of(places.map(place -> Violation.of("X", Optional.of(place), Optional.empty(), "It is another one."))
                        .toList());
    }

    private static String lines(String line) {
        return IntStream.range(MANY, 2 * MANY).mapToObj(line::formatted).collect(Collectors.joining("\n"));
    }

    private static Set<String> broken(String previous, String current) throws ContractException {
        return broken(
                Contracts.of("m/a.proto", HEAD + previous).compile(),
                Contracts.of("m/a.proto", HEAD + current).compile(),
                "FILE");
    }

    private static Set<String> broken(Schema previous, Schema current, String rule) throws ContractException {
        List<Violation> violations = Contracts.violations(previous, current, "m", rule);
        assertFalse(violations.isEmpty());
        return new BrokenTypes(previous, current).of(violations);
    }
}
