package dev.concordat.check.fuzz;

import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.PathFilter;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.source.FileTree;
import dev.concordat.schema.source.OpenInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Any configuration of a workspace is read or refused, and so is any {@code --config}: the input is cut at lines of {@code ====} into {@code buf.yaml},
 * {@code buf.lock}, {@code buf.work.yaml} and {@code a/buf.yaml}, of which a piece that is empty is not there.
 */
public final class ConfigFuzz {
    private static final List<String> NAMES = List.of("buf.yaml", "buf.lock", "buf.work.yaml", "a/buf.yaml");
    private static final List<String> CONTRACTS =
            List.of("a/p/a.proto", "a/p/v1beta1/b.proto", "b/q/c.proto", "proto/d.proto", "e.proto");

    private ConfigFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, StandardCharsets.ISO_8859_1).split("\n====\n", NAMES.size());
        Map<String, byte[]> files = new TreeMap<>();
        CONTRACTS.forEach(path -> files.put(path, new byte[0]));
        for (int part = 0; part < parts.length; part++) {
            if (!parts[part].isEmpty()) {
                files.put(NAMES.get(part), parts[part].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        FileTree tree = new MemoryTree(files);
        tryOut(() -> WorkspaceListing.of(
                        new OpenInput(tree, "", Optional.empty(), () -> {}), Optional.empty(), PathFilter.ALL)
                .load()
                .configuration());
        byte[] override = parts[0].getBytes(StandardCharsets.ISO_8859_1);
        tryOut(() -> {
            BufYaml config = BufYaml.parse("--config", override);
            WorkspaceListing.of(
                            new OpenInput(tree, "", Optional.empty(), () -> {}),
                            Optional.of(config),
                            new PathFilter(List.of("a"), List.of("a/p/v1beta1")))
                    .load();
            return config.asOneModule();
        });
    }

    private static void tryOut(Reading reading) {
        try {
            for (ModuleConfig module : reading.read().modules()) {
                new BreakingChecker().notes(module.breaking());
            }
        } catch (ContractException refused) {
            for (Problem problem : refused.problems()) {
                if (refused.failure() == Failure.CONFLICT || problem.message().isEmpty()) {
                    throw new IllegalStateException(refused);
                }
            }
        }
    }

    /** What ends with a configuration. */
    private interface Reading {
        BufYaml read() throws ContractException;
    }

    /** Files that are nowhere else. */
    private record MemoryTree(Map<String, byte[]> content) implements FileTree {
        @Override
        public String description() {
            return "memory";
        }

        @Override
        public List<String> files(String directory) {
            List<String> found = new ArrayList<>(content.keySet());
            found.removeIf(path -> !directory.equals(".") && !path.startsWith(directory + "/"));
            return found;
        }

        @Override
        public Optional<byte[]> read(String path) {
            return Optional.ofNullable(content.get(path));
        }
    }
}
