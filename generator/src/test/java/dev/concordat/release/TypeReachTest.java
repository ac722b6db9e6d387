package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which types a module uses decides whether the break of one is a break of the module. */
final class TypeReachTest {
    private static final String BASE =
            "syntax = \"proto2\"; package base; message A { optional B b = 2; } message B { optional Kind kind = 3; }"
                    + " enum Kind { NONE = 0; } message C {} message D { extensions 100 to 199; } enum Lonely { L = 0; }";

    @Test
    void aFieldReachesWhatItsTypeReaches() throws ContractException {
        assertEquals(
                Set.of("own.Own", "base.A", "base.B", "base.Kind"), reached("message Own { optional base.A a = 2; }"));
        assertEquals(Set.of("own.Own", "base.Kind"), reached("message Own { optional base.Kind kind = 2; }"));
        assertEquals(Set.of("own.Own"), reached("message Own { optional string name = 2; }"));
    }

    @Test
    void aNestedMessageReachesAsWell() throws ContractException {
        assertEquals(
                Set.of("own.Own", "own.Own.In", "base.C"),
                reached("message Own { message In { optional base.C c = 2; } }"));
    }

    @Test
    void aMessageThatRefersToItselfIsReachedOnce() throws ContractException {
        assertEquals(Set.of("own.Own"), reached("message Own { optional Own own = 2; }"));
    }

    @Test
    void aMapReachesItsValues() throws ContractException {
        assertEquals(
                Set.of("own.Own", "own.Own.AllEntry", "base.C"),
                reached("message Own { map<string, base.C> all = 2; }"));
    }

    @Test
    void anRpcReachesItsRequestAndItsResponse() throws ContractException {
        assertEquals(
                Set.of("base.C", "base.B", "base.Kind"), reached("service S { rpc Get(base.C) returns (base.B); }"));
    }

    @Test
    void anExtensionReachesItsTypeAndWhatItExtends() throws ContractException {
        assertEquals(Set.of("base.D", "base.C"), reached("extend base.D { optional base.C c = 100; }"));
    }

    @Test
    void anEnumOfItsOwnIsReached() throws ContractException {
        assertEquals(Set.of("own.Color"), reached("enum Color { RED = 0; }"));
    }

    /** An import of options is there for their sake, though nothing says that a field has that type. */
    @Test
    void whatAnImportedFileExtendsIsReached() throws ContractException {
        Contracts contracts = Contracts.of(
                        "base/options.proto",
                        "syntax = \"proto2\"; package base; import \"google/protobuf/descriptor.proto\"; message Limit { optional int32 most = 2; }"
                                + " extend google.protobuf.FieldOptions { optional Limit limit = 50000; }")
                .and(
                        "own/own.proto",
                        "syntax = \"proto3\"; package own; import \"base/options.proto\"; message Own { string name = 2 [(base.limit).most = 5]; }");
        Set<String> reached = TypeReach.of(contracts.compile(), "own");
        assertTrue(reached.contains("base.Limit"), reached::toString);
    }

    private static Set<String> reached(String own) throws ContractException {
        Contracts contracts = Contracts.of("base/base.proto", BASE)
                .and("own/own.proto", "syntax = \"proto2\"; package own; import \"base/base.proto\"; " + own);
        return TypeReach.of(contracts.compile(), "own");
    }
}
