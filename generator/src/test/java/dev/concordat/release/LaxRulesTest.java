package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a version where rules are configured that are not those by default. */
final class LaxRulesTest {
    private static final String UNSTABLE = "ignore_unstable_packages: true";
    private static final String DRAFT = "contracts/route/route/v1beta1/draft.proto";
    private static final String IMPORT = "import \"route/v1beta1/draft.proto\";";
    private static final String ANOTHER_TYPE =
            "Field 1 \"id\" of \"%s\" changed type from \"string\" to \"int32\". Keep it, or add a field under a new number beside it.";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"WIRE", "FILE, WIRE", "FIELD_SAME_TYPE"})
    void tellOnceWhatSeveralOfThemAndThoseByDefaultFind(String used) throws IOException, ContractException {
        ContractClone clone = released("use: [" + used + "]");
        clone.proto("route", "", "message Route { int32 id = 1; }").commit();
        assertEquals(List.of(ANOTHER_TYPE.formatted("Route")), ContractClone.why(route(clone.plan())));
    }

    @Test
    void makeAMajorOfABreakThatTheyLetPass() throws IOException, ContractException {
        ContractClone clone = released("use: [WIRE]");
        clone.proto("route", "", "message Route { string name = 1; }").commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        assertEquals("2.0.0", route(plan).next().toString());
        assertEquals(List.of("route/v2.0.0", "contracts-bom/v2.0.0"), clone.release());
    }

    @Test
    void tellWhatTheyLetPassBesideWhatTheyFind() throws IOException, ContractException {
        ContractClone clone = released("use: [WIRE]");
        clone.proto("route", "", "message Route { string id = 1; string name = 2; }")
                .commit();
        clone.release();
        clone.proto("route", "", "message Route { int32 id = 1; string title = 2; }")
                .commit();
        assertEquals(
                List.of(
                        ANOTHER_TYPE.formatted("Route"),
                        "Field 2 of \"Route\" changed name from \"name\" to \"title\", in JSON from \"name\" to \"title\"."
                                + " Give it back its name: code and JSON that exist know it by that.",
                        "field title = 2 of route.v1.Route added"),
                ContractClone.why(route(clone.plan())));
    }

    @Test
    void letAnUnstablePackageBreak() throws IOException, ContractException {
        ContractClone clone = released(UNSTABLE);
        String draft = "import \"route/v1/route.proto\"; message Draft { route.v1.Route route = 2; %s }";
        draft(clone, draft.formatted("string id = 1;")).commit();
        clone.release();
        draft(clone, draft.formatted("")).commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        assertEquals("1.2.0", route(plan).next().toString());
    }

    /** Who reads the stable message reads the unstable one in it. */
    @Test
    void makeAMajorOfABreakOfAnUnstablePackageWhereAStableOneUsesWhatBreaks() throws IOException, ContractException {
        ContractClone clone = usedByStable();
        draft(clone, "message Draft { int32 id = 1; }").commit();
        Plan plan = clone.plan();
        assertTrue(plan.isAcceptable());
        assertEquals("2.0.0", route(plan).next().toString());
        assertEquals(
                List.of(ANOTHER_TYPE.formatted("Draft") + " A stable package uses route.v1beta1.Draft."),
                ContractClone.why(route(plan)));
    }

    @Test
    void makeAMinorOfItWhereNoStableOneUsesThatAnyMore() throws IOException, ContractException {
        ContractClone clone = usedByStable();
        clone.proto("route", IMPORT, "message Route { string id = 1; }");
        clone.write(
                "contracts/route/route/v1beta1/user.proto",
                "syntax = \"proto3\"; package route.v1beta1; " + IMPORT + " message User { Draft draft = 1; }");
        clone.commit();
        for (Break accepted : clone.plan().breaks()) {
            WaivedChange.waive(directory, accepted, WaivedChange.REASON, WaivedChange.LATER, true);
        }
        clone.commit();
        clone.release();
        draft(clone, "message Draft { int32 id = 1; }").commit();
        assertEquals(Optional.of(Bump.MINOR), route(clone.plan()).bump());
    }

    @Test
    void makeAMajorOfABreakOfJavaAloneWhereAStablePackageUsesWhatBreaks() throws IOException, ContractException {
        ContractClone clone = usedByStable();
        draft(clone, "message Draft { string id = 1; repeated string part = 2; }")
                .commit();
        clone.release();
        draft(clone, "message Draft { string id = 1; repeated string part = 2; int32 part_count = 3; }")
                .commit();
        ModulePlan route = route(clone.plan());
        assertEquals("2.0.0", route.next().toString());
        assertEquals(
                "field part = 2 of route.v1beta1.Draft is Part2 in Java in place of Part, because of the names of other fields, and a stable package uses route.v1beta1.Draft",
                ContractClone.why(route).get(0));
    }

    private ContractClone usedByStable() throws IOException, ContractException {
        ContractClone clone = released(UNSTABLE);
        draft(clone, "message Draft { string id = 1; }");
        clone.proto(
                        "route",
                        IMPORT,
                        "message Leg { route.v1beta1.Draft draft = 2; } message Route { string id = 1; Leg leg = 2; }")
                .commit();
        clone.release();
        return clone;
    }

    private ContractClone released(String rules) throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write("buf.yaml", "version: v2\nmodules:\n  - path: contracts/route\nbreaking:\n  %s\n".formatted(rules))
                .commit();
        clone.release();
        return clone;
    }

    private static ContractClone draft(ContractClone clone, String body) {
        return clone.write(DRAFT, "syntax = \"proto3\"; package route.v1beta1; " + body);
    }

    private static ModulePlan route(Plan plan) {
        return plan.module("route").orElseThrow();
    }
}
