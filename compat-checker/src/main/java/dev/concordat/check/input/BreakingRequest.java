package dev.concordat.check.input;

import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.source.InputReference;
import java.util.List;
import java.util.Optional;

/**
 * What is compared with what.
 *
 * @param current the input that is checked
 * @param previous the input that it is compared with
 * @param config a configuration in place of the current input's own
 * @param previousConfig a configuration in place of the previous input's own
 * @param paths the files and directories to check, as they are called from the working directory; none for all
 * @param excludedPaths files and directories not to check
 * @param limits what else is left out
 */
public record BreakingRequest(
        InputReference current,
        InputReference previous,
        Optional<BufYaml> config,
        Optional<BufYaml> previousConfig,
        List<String> paths,
        List<String> excludedPaths,
        List<Limit> limits) {

    /** Keeps unchangeable copies. */
    public BreakingRequest {
        paths = List.copyOf(paths);
        excludedPaths = List.copyOf(excludedPaths);
        limits = List.copyOf(limits);
    }

    /** What a comparison may leave out. */
    public enum Limit {
        /** Nothing is reported in files that are only imported. */
        NO_IMPORTS,
        /** Previous files that the current input does not have are not compared. */
        INPUT_FILES,
        /** Symbolic links to contracts are no error. */
        NO_LINKS
    }
}
