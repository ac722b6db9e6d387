package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What options that managed mode sets mean to releases. */
final class ManagedModeTest {
    @TempDir
    private Path directory;

    @Test
    void aPrefixThatMovesEveryClassBreaks() throws IOException, ContractException {
        ContractClone clone = ContractClone.create(directory, "route");
        clone.write("buf.gen.yaml", "version: v2\nmanaged: {enabled: true}\n").commit();
        clone.release();
        clone.write("buf.gen.yaml", """
                version: v2
                managed:
                  enabled: true
                  override:
                    - {file_option: java_package_prefix, value: org}
                """);
        assertEquals(
                List.of("FILE_SAME_JAVA_PACKAGE"),
                clone.planWorkingTree().violations().stream()
                        .map(Violation::ruleId)
                        .toList());
    }
}
