package dev.concordat.schema.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Problem;
import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contracts bring a newer descriptor.proto than the built-in one, in which what is removed can have a removal_error. */
final class FeatureSupportTest {
    private static final String REMOVED = """
        syntax = "proto2";
        import "google/protobuf/descriptor.proto";
        extend google.protobuf.FileOptions {
          optional int32 f = 50001 [feature_support = { edition_removed: EDITION_2024%s }];
        }
        """;

    @Test
    void whatIsRemovedMustHaveARemovalError() {
        assertEquals(
                List.of("x.proto:4:18: The feature_support of extension \"f\" does not make sense:"
                        + " it is removed and has no removal_error. Put its editions in order."),
                problems(REMOVED.formatted("")));
    }

    @Test
    void whatIsRemovedMayHaveARemovalError() {
        assertEquals(List.of(), problems(REMOVED.formatted(" removal_error: \"gone\"")));
    }

    @Test
    void whatIsNotRemovedMayHaveNoRemovalError() {
        assertEquals(
                List.of("x.proto:4:18: The feature_support of extension \"f\" does not make sense:"
                        + " it has a removal_error and no edition_removed. Put its editions in order."),
                problems(REMOVED.formatted(" removal_error: \"gone\"").replace("edition_removed: EDITION_2024", "")));
    }

    /** The built-in file removes options without an error itself. */
    private static List<String> problems(String text) {
        return Linker.link(List.of(file("x.proto", text), file(BuiltInContracts.DESCRIPTOR, newerDescriptor())))
                .problems()
                .stream()
                .filter(problem -> problem.toString().startsWith("x.proto"))
                .map(Problem::toString)
                .toList();
    }

    private static String newerDescriptor() {
        ContractFile builtIn =
                BuiltInContracts.find(BuiltInContracts.DESCRIPTOR).orElseThrow();
        String last = "optional Edition edition_removed = 4;";
        String text = new String(builtIn.text().bytes(), StandardCharsets.UTF_8);
        return text.replace(last, last + " optional string removal_error = 5;");
    }

    private static ContractFile file(String path, String text) {
        return new ContractFile(path, Optional.of("."), new SourceText(path, text.getBytes(StandardCharsets.UTF_8)));
    }
}
