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

/** What no rule refuses, and who depends on a module has to change something all the same. */
final class UnrefusedMajorTest {
    private static final String PROTO3 = "syntax = \"proto3\"; package route.v1; ";
    private static final String EDITION = "edition = \"2024\"; package route.v1; ";

    @TempDir
    private Path directory;

    @Test
    void isAnAdditionThatRenamesMethodsOfOthers() throws IOException, ContractException {
        String before = PROTO3 + "message Route { repeated string stop = 1; }";
        assertEquals(
                List.of(
                        "field stop = 1 of route.v1.Route is Stop1 in Java in place of Stop, because of the names of other fields",
                        "field stop_count = 2 of route.v1.Route added"),
                major(before, before.replace("}", "int32 stop_count = 2; }")));
    }

    @Test
    void isATypeThatOthersMayUseNoMore() throws IOException, ContractException {
        String before = EDITION + "message Route { string id = 1; }";
        assertEquals(
                List.of(
                        "message route.v1.Route is local to its file now, so that contracts of others that use it no longer compile"),
                major(before, before.replace("message", "local message")));
    }

    @Test
    void isAnEnumThatIsAClassInJavaNow() throws IOException, ContractException {
        String before = EDITION
                + "import option \"google/protobuf/java_features.proto\"; enum Color { COLOR_UNSPECIFIED = 0; }";
        assertEquals(
                List.of(
                        "enum route.v1.Color is a class in Java in place of an enum, because of features.(pb.java).large_enum"),
                major(before, before.replace("{ ", "{ option features.(pb.java).large_enum = true; ")));
    }

    @Test
    void isAnotherFirstValueOfAnEnumInItsOwnModuleAndInThoseWithFieldsOfIt() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "color", "route");
        String color = "syntax = \"proto2\";\npackage color.v1;\nenum Color {\n%s\n}\n";
        clone.write(ContractClone.path("color"), color.formatted("RED = 1;\nBLUE = 2;"));
        clone.write(
                        ContractClone.path("route"),
                        "syntax = \"proto2\";\npackage route.v1;\n" + ContractClone.importOf("color")
                                + "\nmessage Route { optional color.v1.Color color = 3; }\n")
                .commit();
        clone.release();
        clone.write(ContractClone.path("color"), color.formatted("BLUE = 2;\nRED = 1;"))
                .commit();
        Plan plan = clone.plan();
        ModulePlan own = plan.module("color").orElseThrow();
        assertEquals(Optional.of(Bump.MAJOR), own.bump());
        assertEquals(
                List.of(
                        "enum color.v1.Color begins with BLUE = 2 in place of RED = 1, so that fields of others have another default"),
                ContractClone.why(own));
        assertEquals(4, own.why().get(0).place().orElseThrow().line());
        assertEquals(Optional.of(Bump.MAJOR), plan.module("route").orElseThrow().bump());
    }

    private List<String> major(String before, String now) throws IOException, ContractException {
        Plan plan = ContractClone.changed(directory, before, now).plan();
        assertTrue(plan.isAcceptable());
        ModulePlan route = plan.module("route").orElseThrow();
        assertEquals(Optional.of(Bump.MAJOR), route.bump());
        return ContractClone.why(route);
    }
}
