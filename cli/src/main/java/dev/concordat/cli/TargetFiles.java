package dev.concordat.cli;

import dev.concordat.check.input.InputCompiler;
import dev.concordat.check.input.NeededFiles;
import dev.concordat.check.input.PackageFiles;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.PathFilter;
import dev.concordat.schema.config.WorkspaceListing;
import dev.concordat.schema.parse.ParsedFiles;
import dev.concordat.schema.source.InputFormat;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.OpenInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The contract files that a command was asked about.
 *
 * @param targets their import paths
 * @param files the targets and the files of the workspace that they import
 */
record TargetFiles(Set<String> targets, List<ContractFile> files) {
    static final Flag PATH =
            Flag.valued("--path", "path", "A file or directory, and what it imports, and no others; may be repeated");
    static final Flag EXCLUDE_PATH =
            Flag.valued("--exclude-path", "path", "A file or directory to leave out; may be repeated");
    static final Flag DISABLE_SYMLINKS =
            Flag.alone("--disable-symlinks", "Leave symbolic links to contracts out, which are an error otherwise");

    /** Copies the collections. */
    TargetFiles {
        targets = Set.copyOf(targets);
        files = List.copyOf(files);
    }

    /** The files of an input that was opened, or those of them that the flags name, in the workspace that is configured. */
    static TargetFiles of(InputReference input, OpenInput open, Arguments arguments, Terminal terminal)
            throws ContractException {
        PathFilter filter = filter(input, arguments, terminal);
        Optional<BufYaml> override = GivenConfiguration.of(GivenConfiguration.FLAG, arguments, terminal);
        WorkspaceListing found = WorkspaceListing.of(open, override, filter);
        WorkspaceListing workspace = PackageFiles.of(found, input);
        if (workspace.targets().isEmpty()) {
            throw nothingLeft(input);
        }
        return new TargetFiles(
                workspace.targets(),
                new NeededFiles(workspace, new ParsedFiles(), terminal.dependencies()).by(workspace.targets()));
    }

    /** The files that the flags ask for. */
    static PathFilter filter(InputReference input, Arguments arguments, Terminal terminal) throws ContractException {
        InputCompiler inputs = new InputCompiler(terminal.directory(), terminal.in(), terminal.dependencies());
        PathFilter asked = inputs.filter(input, arguments.values(PATH.name()), arguments.values(EXCLUDE_PATH.name()));
        return arguments.has(DISABLE_SYMLINKS.name()) ? asked.leavingLinksOut() : asked;
    }

    /** What to say when the flags leave nothing. */
    static ContractException nothingLeft(InputReference input) {
        if (input.format() == InputFormat.PROTO_FILE) {
            return InputCompiler.leftOut(input);
        }
        return ContractException.of(
                Failure.CONFIGURATION,
                "No contract of input \"%s\" is left.".formatted(input),
                "Correct %s and %s: files and directories of the input, as they are called from here."
                        .formatted(PATH.name(), EXCLUDE_PATH.name()));
    }
}
