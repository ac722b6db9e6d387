package dev.concordat.schema.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.source.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BufYamlTest {

    static List<Path> cases() throws IOException {
        return Golden.cases("config");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsOrRefusesTheFileOf(Path folder) throws IOException {
        Golden.check(folder, answer(Files.readAllBytes(folder.resolve("buf.yaml"))));
    }

    private static String answer(byte[] content) {
        try {
            BufYaml read = BufYaml.parse("buf.yaml", content);
            StringBuilder text =
                    new StringBuilder("version ").append(read.version()).append('\n');
            for (ModuleConfig module : read.modules()) {
                text.append("%s: module %s %s%n"
                        .formatted(module.place(), module.id(), module.name().orElse("-")));
                text.append("  roots %s includes %s excludes %s%n"
                        .formatted(module.roots(), module.includes(), module.excludes()));
                text.append("  lint %s%n  breaking %s%n".formatted(module.lint(), module.breaking()));
            }
            return text.append("deps %s%nnot run %s%n".formatted(read.deps(), read.notRun()))
                    .toString();
        } catch (ContractException e) {
            return Golden.text(e);
        }
    }

    @Test
    void isOneModuleWithDefaultsWithoutAFile(@TempDir Path directory) throws ContractException {
        BufYaml read = BufYaml.read(new DirectoryTree(directory, ""), "buf.yaml");
        assertEquals(
                List.of("."), read.modules().stream().map(ModuleConfig::path).toList());
        assertEquals(
                CheckConfig.defaults(ConfigVersion.V1), read.modules().get(0).breaking());
    }

    @Test
    void refusesNestingThatWouldOverflowTheStack() {
        String deep = answer(("version: " + "[".repeat(100_000)).getBytes(UTF_8));
        assertEquals("CONFIGURATION\nbuf.yaml:1:41: The file nests deeper than 32 levels.\n", deep);
    }

    @Test
    void refusesAFileThatIsTooLong() {
        String answer = answer(("version: v2 #" + "x".repeat(2 << 20)).getBytes(UTF_8));
        assertEquals("CONFIGURATION\nbuf.yaml: The file has more than 1 MiB. Split or shorten it.\n", answer);
    }

    @Test
    @Timeout(10)
    void readsALongLineInTime() {
        assertTrue(answer(("version: v2 #" + "x".repeat(1_000_000)).getBytes(UTF_8))
                .startsWith("version v2"));
        assertTrue(answer(("version: v2\nbreaking: {ignore: [" + "x/y, ".repeat(100_000) + "]}").getBytes(UTF_8))
                .startsWith("version v2"));
        String directories = IntStream.range(0, 50_000).mapToObj(at -> "d" + at).collect(Collectors.joining(", "));
        assertTrue(answer(("version: v2\nmodules: [{path: ., excludes: [" + directories + "]}]").getBytes(UTF_8))
                .startsWith("version v2"));
    }

    /** Whatever stands in a file, it is read or refused, and never ends in another exception. */
    @Test
    @Timeout(60)
    void survivesAnyBytes() throws IOException {
        Random random = new Random(5);
        String pieces = "[]{},:#&*!|>'\"%@`- \n\t.?~/";
        for (Path folder : cases()) {
            byte[] whole = Files.readAllBytes(folder.resolve("buf.yaml"));
            for (int round = 0; round < 100; round++) {
                byte[] damaged = whole.clone();
                for (int changes = random.nextInt(4); changes >= 0 && damaged.length > 0; changes--) {
                    int at = random.nextInt(damaged.length);
                    damaged[at] = random.nextInt(4) == 0
                            ? (byte) random.nextInt(256)
                            : (byte) pieces.charAt(random.nextInt(pieces.length()));
                }
                assertTrue(answer(damaged).length() > 0);
            }
        }
    }

    @Test
    void seesPathsFromAModule() {
        CheckConfig config = new CheckConfig(
                List.of("FILE"),
                List.of(),
                List.of("contracts/a/x", "contracts/ab/y", "contracts/a", "contracts"),
                Map.of("RULE", List.of("contracts/a/b/c.proto", "other")),
                true);
        CheckConfig within = config.within("contracts/a");
        assertEquals(List.of("x", "."), within.ignore());
        assertEquals(Map.of("RULE", List.of("b/c.proto")), within.ignoreOnly());
        assertEquals(config, config.within("."));
    }
}
