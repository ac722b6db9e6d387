package dev.concordat.check.input;

import dev.concordat.check.AtOnce;
import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingChecker;
import dev.concordat.check.breaking.Part;
import dev.concordat.check.input.BreakingRequest.Limit;
import dev.concordat.check.input.ChangeCompiler.ChangedInputs;
import dev.concordat.check.witness.Witnesses;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.CheckConfig;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.config.PathFilter;
import dev.concordat.schema.link.LinkingCompiler;
import dev.concordat.schema.source.InputFormat;
import dev.concordat.schema.source.InputReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares two inputs, module by module. */
public final class InputComparison {
    private final InputCompiler compiler;
    private final boolean full;
    private final BreakingChecker checker = new BreakingChecker();

    /** A comparison of what a compiler makes of inputs. */
    public InputComparison(InputCompiler compiler) {
        this(compiler, false);
    }

    /**
     * A comparison of what a compiler makes of inputs.
     *
     * @param full whether also what is the same in both is compiled, which changes nothing but the time it takes
     */
    InputComparison(InputCompiler compiler, boolean full) {
        this.compiler = compiler;
        this.full = full;
    }

    /** Tells what breaks, and what else there is to know. */
    public BreakingResult compare(BreakingRequest request) throws ContractException {
        PathFilter asked = compiler.filter(request.current(), request.paths(), request.excludedPaths());
        PathFilter filter = request.limits().contains(Limit.NO_LINKS) ? asked.leavingLinksOut() : asked;
        PathFilter earlier = InputCompiler.filterOfEarlier(request, filter);
        if (InputCompiler.hasFiles(request.current()) && InputCompiler.hasFiles(request.previous())) {
            prepareAside();
            AtOnce<ListedInput, ListedInput> listed = AtOnce.of(
                    () -> prepared(compiler.list(request.current(), request.config(), filter)),
                    () -> prepared(compiler.ofEarlier().list(request.previous(), request.previousConfig(), earlier)),
                    ListedInput::close);
            try (ListedInput current = listed.first();
                    ListedInput previous = listed.second()) {
                InputRoots roots = InputRoots.of(
                        current.listing().printedPrefix(), previous.listing().printedPrefix());
                return compare(previous, current, request).between(roots);
            }
        }
        // An image tells what contracts say, and not how code of them is generated; a stub jar is that code.
        boolean image = request.current().format().isImage()
                || request.previous().format().isImage();
        InputCompiler alike = image ? compiler.asWritten() : compiler;
        CompiledInput current = alike.compile(request.current(), request.config(), filter);
        CompiledInput previous = alike.ofEarlier().compile(request.previous(), request.previousConfig(), earlier);
        return compare(previous, current, request);
    }

    /** Makes ready, while the inputs are being listed, what every comparison needs. Whoever needs it earlier waits for it. */
    private static void prepareAside() {
        Thread aside = new Thread(
                () -> {
                    Witnesses.prepare();
                    LinkingCompiler.prepare();
                },
                "preparation");
        aside.setDaemon(true);
        aside.start();
    }

    /** The first answer takes a while, for git's index to be read. */
    private static ListedInput prepared(ListedInput listed) throws ContractException {
        try {
            Optional<String> anyPath = listed.listing().paths().stream().findFirst();
            if (anyPath.isPresent()) {
                listed.listing().blobId(anyPath.get());
            }
            return listed;
        } catch (ContractException | RuntimeException e) {
            listed.close();
            throw e;
        }
    }

    /** What a change did not touch need not be compiled. */
    private BreakingResult compare(ListedInput previous, ListedInput current, BreakingRequest request)
            throws ContractException {
        ChangeCompiler changes = new ChangeCompiler(previous, current, compiler);
        if (full || !changes.applies()) {
            CompiledInput now = compiler.compile(current);
            return compare(compiler.ofEarlier().compile(previous), now, request);
        }
        ChangedInputs inputs = changes.compile();
        return compare(inputs.previous(), inputs.current(), Optional.of(inputs.differing()), request);
    }

    private BreakingResult compare(CompiledInput previous, CompiledInput current, BreakingRequest request)
            throws ContractException {
        return compare(previous, current, Optional.empty(), request);
    }

    /**
     * Compares what was compiled.
     *
     * @param differing the files that differ, where that was found out
     */
    private BreakingResult compare(
            CompiledInput before, CompiledInput now, Optional<Set<String>> differing, BreakingRequest request)
            throws ContractException {
        CompiledInput previous = before.withoutUnmarkedImports(now);
        CompiledInput current = now.withoutUnmarkedImports(before);
        if (request.current().format() == InputFormat.PROTO_FILE) {
            previous = previous.limitedTo(wanted(request.current(), current, previous));
        }
        if (request.limits().contains(Limit.INPUT_FILES)) {
            previous = previous.limitedTo(current.reached());
        }
        refuseNothing(previous, current, request.current());
        if (!request.paths().isEmpty() || !request.excludedPaths().isEmpty()) {
            refuseOtherPlaces(previous, current);
        }
        return find(previous, current, differing, request);
    }

    /** Whoever asks for a file does not ask what became of others; whoever asks for a package does. */
    private static Set<String> wanted(InputReference file, CompiledInput current, CompiledInput previous)
            throws ContractException {
        Set<String> wanted = new HashSet<>(current.targets());
        if (file.flag("include_package_files")) {
            wanted.addAll(previous.filesOf(current.packages()));
        }
        return wanted;
    }

    /** A comparison with nothing finds nothing, which must not be taken for a good answer. */
    private static void refuseNothing(CompiledInput previous, CompiledInput current, InputReference input)
            throws ContractException {
        if (!previous.targets().isEmpty()) {
            return;
        }
        if (current.targets().isEmpty() && input.format() == InputFormat.PROTO_FILE) {
            throw InputCompiler.leftOut(input);
        }
        if (current.targets().isEmpty()) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "The paths given leave no contract to compare.",
                    "Correct --path and --exclude-path: files and directories of the input, as they are called from here.");
        }
        if (Collections.disjoint(previous.files(), current.files())) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "What is asked for is not in %s, and neither is any other contract of the input."
                            .formatted(previous.description()),
                    "Name inputs whose import paths are relative to corresponding directories; \"subdir=\" goes to one in a repository or archive.");
        }
    }

    /** Paths are the current input's; where the other one has its contracts elsewhere, they would choose others there, or none. */
    private static void refuseOtherPlaces(CompiledInput previous, CompiledInput current) throws ContractException {
        Set<String> elsewhere = notAskedFor(previous, current);
        Set<String> excluded = new TreeSet<>(previous.targets());
        excluded.retainAll(current.filesOfTargetModules());
        excluded.removeAll(current.targets());
        elsewhere.addAll(excluded);
        if (!elsewhere.isEmpty()) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "\"%s\" lies elsewhere in %s, so that the paths given do not choose the same contracts there."
                            .formatted(elsewhere.iterator().next(), previous.description()),
                    "Name the paths of both states, or inputs with corresponding directories; \"subdir=\" goes to one in a repository or archive.");
        }
    }

    /** Directories of one workspace that have nothing in common: what is asked for is there, and was compared with nothing. */
    private static void refuseOtherDirectories(CompiledInput previous, CompiledInput current) throws ContractException {
        Set<String> missed = notAskedFor(previous, current);
        if (!missed.isEmpty()) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "Nothing was compared: \"%s\" is not among the contracts that %s asks for."
                            .formatted(missed.iterator().next(), previous.description()),
                    "Name inputs with corresponding directories; \"subdir=\" goes to one in a repository or archive.");
        }
    }

    /** What is asked for now, and was there before without being asked for, sorted. */
    private static Set<String> notAskedFor(CompiledInput previous, CompiledInput current) {
        Set<String> paths = new TreeSet<>(current.targets());
        paths.retainAll(previous.files());
        paths.removeAll(previous.targets());
        return paths;
    }

    private BreakingResult find(
            CompiledInput previous, CompiledInput current, Optional<Set<String>> differing, BreakingRequest request)
            throws ContractException {
        boolean silent = request.limits().contains(Limit.NO_IMPORTS);
        Set<String> notes = new LinkedHashSet<>();
        for (String name : current.configuration().notRun()) {
            notes.add("The %s is not run: no code of a repository is.".formatted(name));
        }
        for (ModuleConfig module : current.modules()) {
            // What a module that is new has wrong in its configuration is as wrong.
            notes.addAll(checker.notes(module.breaking()));
        }
        List<Violation> violations = new ArrayList<>();
        int files = 0;
        Set<String> changed = new HashSet<>();
        int types = 0;
        List<ModulePair> pairs = ModulePairs.of(previous, current);
        if (pairs.stream().allMatch(pair -> pair.previous().targets().isEmpty())) {
            refuseOtherDirectories(previous, current);
        }
        for (ModulePair pair : pairs) {
            Part before = silent ? pair.previous().silencingImports() : pair.previous();
            for (CheckConfig rules : pair.rules()) {
                violations.addAll(checker.checkWhereverItIs(before, pair.current(), rules));
            }
            files += pair.previous().targets().size();
            differing.orElse(Set.of()).stream()
                    .filter(pair.previous()::compares)
                    .forEach(changed::add);
            types += differing.isEmpty()
                    ? pair.previous().typeCount()
                    : pair.previous().typeCount(differing.get());
        }
        notes.add(
                differing.isEmpty()
                        ? "Compared %s, %s with %s."
                                .formatted(counted(files, "file"), counted(types, "type"), previous.description())
                        : "Compared %s with %s: %s."
                                .formatted(
                                        counted(files, "file"), previous.description(), told(changed.size(), types)));
        // Two modules may find the same in what both import.
        return new BreakingResult(Violation.sorted(violations), List.copyOf(notes), InputRoots.ALIKE);
    }

    /** Where files differ in layout and comments alone, nothing is compiled, and the types in them are not counted. */
    private static String told(int files, int types) {
        String differing = switch (files) {
            case 0 -> "none differs";
            case 1 -> "1 differs";
            default -> files + " differ";
        };
        return types == 0 ? differing : differing + ", which had " + counted(types, "type");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
