package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which violations a waiver covers only when it names the wire. */
final class WireBreaksTest {
    private static final String STABLE = "syntax = \"proto3\"; package p.v1; ";
    private static final String UNSTABLE = "syntax = \"proto3\"; package p.v1beta1; ";
    private static final String ORDER = "message Order { string id = 2; string note = 3; } message Part {} ";
    private static final String SHOP =
            "service Shop { rpc Get(Order) returns (Part); rpc Put(Order) returns (Part); } ";

    @Test
    void anotherNameIsReadAsBefore() throws ContractException {
        assertEquals(
                Map.of("FIELD_SAME_NAME", false),
                wire(ORDER, ORDER.replace("note = 3", "remark = 3"), "FIELD_SAME_NAME"));
    }

    @Test
    void anotherTypeIsMisread() throws ContractException {
        assertEquals(
                Map.of("FIELD_SAME_TYPE", true),
                wire(ORDER, ORDER.replace("string note", "int32 note"), "FIELD_SAME_TYPE"));
    }

    @Test
    void aTypeThatReadsTheSameBytesIsNot() throws ContractException {
        assertEquals(
                Map.of("FIELD_SAME_TYPE", false),
                wire(ORDER, ORDER.replace("string note", "bytes note"), "FIELD_SAME_TYPE"));
    }

    @Test
    void aNumberThatIsGivenUpIsMisreadUnlessItIsReserved() throws ContractException {
        assertEquals(
                Map.of("FIELD_NO_DELETE", true), wire(ORDER, ORDER.replace("string note = 3;", ""), "FIELD_NO_DELETE"));
        assertEquals(
                Map.of("FIELD_NO_DELETE", false),
                wire(ORDER, ORDER.replace("string note = 3;", "reserved 3;"), "FIELD_NO_DELETE"));
    }

    @Test
    void anRpcThatIsGoneIsCalledInVain() throws ContractException {
        assertEquals(
                Map.of("RPC_NO_DELETE", true),
                wire(ORDER + SHOP, ORDER + SHOP.replace("rpc Put(Order) returns (Part);", ""), "RPC_NO_DELETE"));
        assertEquals(
                Map.of("SERVICE_NO_DELETE", true, "PACKAGE_SERVICE_NO_DELETE", true),
                wire(ORDER + SHOP, ORDER, "SERVICE_NO_DELETE", "PACKAGE_SERVICE_NO_DELETE"));
    }

    @Test
    void anUnstablePackagePromisesNothingOfThat() throws ContractException {
        Schema previous = Contracts.of("m/a.proto", UNSTABLE + ORDER).compile();
        Schema current = Contracts.of("m/a.proto", UNSTABLE + ORDER.replace("string note = 3;", ""))
                .compile();
        assertEquals(Map.of("FIELD_NO_DELETE", false), wire(previous, current, "FIELD_NO_DELETE"));
    }

    @Test
    void anUnstablePackageWhoseFileIsGonePromisesNothingEither() throws ContractException {
        Contracts rest = Contracts.of("m/b.proto", STABLE + "message Stays {}");
        assertEquals(
                Map.of("FILE_NO_DELETE", false),
                wire(
                        Contracts.of("m/a.proto", UNSTABLE + ORDER + SHOP)
                                .and("m/b.proto", STABLE + "message Stays {}")
                                .compile(),
                        rest.compile(),
                        "FILE_NO_DELETE"));
    }

    @Test
    void aFileThatIsGoneIsMissedByThoseWhoCallItsServices() throws ContractException {
        Schema rest = Contracts.of("m/b.proto", STABLE + "message Stays {}").compile();
        assertEquals(Map.of("FILE_NO_DELETE", true), wire(withFile(ORDER + SHOP), rest, "FILE_NO_DELETE"));
        assertEquals(Map.of("FILE_NO_DELETE", false), wire(withFile(ORDER), rest, "FILE_NO_DELETE"));
    }

    @Test
    void aPackageThatIsGoneIsMissedByThoseWhoCallTheServicesOfAnyOfItsFiles() throws ContractException {
        Schema both = Contracts.of("m/a.proto", STABLE + ORDER)
                .and("m/b.proto", STABLE + "message Empty {} service Shop { rpc Get(Empty) returns (Empty); }")
                .and("m/c.proto", "syntax = \"proto3\"; package q.v1; message Stays {}")
                .compile();
        Schema none = Contracts.of("m/c.proto", "syntax = \"proto3\"; package q.v1; message Stays {}")
                .compile();
        assertEquals(Map.of("FILE_NO_DELETE", true), wire(both, none, "FILE_NO_DELETE"));
    }

    @Test
    void aServiceThatMovedToAnotherFileIsStillThere() throws ContractException {
        Schema moved = Contracts.of("m/b.proto", STABLE + "message Stays {} " + ORDER + SHOP)
                .compile();
        assertEquals(Map.of("FILE_NO_DELETE", false), wire(withFile(ORDER + SHOP), moved, "FILE_NO_DELETE"));
    }

    @Test
    void aServiceThatIsGoneIsNoMatterOfWhatElseIsReportedInItsFile() throws ContractException {
        assertEquals(
                Map.of("FILE_SAME_JAVA_PACKAGE", false),
                wire(ORDER + SHOP, "option java_package = \"x\"; " + ORDER, "FILE_SAME_JAVA_PACKAGE"));
    }

    @Test
    void aNumberThatComesBackIsMisreadAndANameIsNot() throws ContractException {
        Schema schema = Contracts.of("m/a.proto", STABLE + ORDER).compile();
        WireBreaks breaks = WireBreaks.between(schema, schema, "m", Set.of());
        assertEquals(
                Map.of("FIELD_NUMBER_NO_REUSE", true, "FIELD_NAME_NO_REUSE", false),
                Map.of(
                        "FIELD_NUMBER_NO_REUSE", breaks.contain(reuse("FIELD_NUMBER_NO_REUSE", schema)),
                        "FIELD_NAME_NO_REUSE", breaks.contain(reuse("FIELD_NAME_NO_REUSE", schema))));
    }

    @Test
    void whatStablePackagesUseIsReadByTheirReaders() throws ContractException {
        Schema previous = Contracts.of("m/a.proto", UNSTABLE + ORDER + SHOP).compile();
        Schema current = Contracts.of(
                        "m/a.proto",
                        UNSTABLE
                                + ORDER.replace("string note", "int32 note")
                                + SHOP.replace("rpc Put(Order) returns (Part);", ""))
                .compile();
        String[] rules = {"FIELD_SAME_TYPE", "RPC_NO_DELETE"};
        assertEquals(
                Map.of("FIELD_SAME_TYPE", true, "RPC_NO_DELETE", false),
                wire(previous, current, Set.of("p.v1beta1.Order"), rules));
        assertEquals(
                Map.of("FIELD_SAME_TYPE", false, "RPC_NO_DELETE", false),
                wire(previous, current, Set.of("p.v1beta1.Part"), rules));
        Schema renamed = Contracts.of("m/a.proto", UNSTABLE + ORDER.replace("note = 3", "remark = 3") + SHOP)
                .compile();
        assertEquals(
                Map.of("FIELD_SAME_NAME", false),
                wire(previous, renamed, Set.of("p.v1beta1.Order"), "FIELD_SAME_NAME"));
    }

    private static Violation reuse(String rule, Schema schema) {
        return Violation.of(
                rule, Optional.of(schema.files().iterator().next().location()), Optional.empty(), "It is back.");
    }

    private static Schema withFile(String body) throws ContractException {
        return Contracts.of("m/a.proto", STABLE + body)
                .and("m/b.proto", STABLE + "message Stays {}")
                .compile();
    }

    private static Map<String, Boolean> wire(String previous, String current, String... rules)
            throws ContractException {
        return wire(
                Contracts.of("m/a.proto", STABLE + previous).compile(),
                Contracts.of("m/a.proto", STABLE + current).compile(),
                rules);
    }

    private static Map<String, Boolean> wire(Schema previous, Schema current, String... rules)
            throws ContractException {
        return wire(previous, current, Set.of(), rules);
    }

    private static Map<String, Boolean> wire(Schema previous, Schema current, Set<String> stablyUsed, String... rules)
            throws ContractException {
        WireBreaks breaks = WireBreaks.between(previous, current, "m", stablyUsed);
        Map<String, Boolean> wire = new TreeMap<>();
        for (Violation violation : Contracts.violations(previous, current, "m", rules)) {
            wire.put(violation.ruleId(), breaks.contain(violation));
        }
        return wire;
    }
}
